package coop.maillon.board;

import coop.maillon.member.Ids;
import java.util.Optional;

/** Names a post. In JSON and addresses, an opaque string. */
public record PostId(long value) {

  /** Empty where the text names none. */
  public static Optional<PostId> read(String text) {
    return Ids.read(text).map(PostId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
