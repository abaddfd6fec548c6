package coop.maillon.board;

import java.util.Set;

/**
 * A post as lists have it.
 *
 * @param isNear whether it is at the reader's own site
 * @param known those of its skills that the reader has
 */
public record Listed(Post post, int answers, int taken, boolean isNear, Set<String> known) {

  public Listed {
    known = Set.copyOf(known);
  }

  public int free() {
    return Math.max(0, post.draft().shape().places() - taken);
  }

  public boolean isFull() {
    return post.draft().kind() != PostKind.QUESTION && free() == 0;
  }
}
