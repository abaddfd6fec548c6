package coop.maillon.board.moderation;

import java.time.Instant;

/**
 * What a member says of a post or an answer.
 *
 * @param wish what they would like to happen; may be empty
 * @param naming whether the author may read who says so
 */
public record Complaint(String reason, String wish, Naming naming) {

  static final int LONGEST = 1000;

  /** Whether the author may read who reports. */
  public enum Naming {
    NAMED,
    NAMELESS;

    static Naming of(boolean named) {
      return named ? NAMED : NAMELESS;
    }
  }

  /** The same, by whom and when. */
  record Filed(Complaint complaint, String by, Instant at) {}
}
