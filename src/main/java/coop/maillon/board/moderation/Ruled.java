package coop.maillon.board.moderation;

import coop.maillon.board.AnswerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was done about a post or an answer.
 *
 * @param answer none where it was the post itself
 * @param by none where enough members reported it
 * @param complaints what they said, with the names of those who let themselves be named
 */
public record Ruled(
    Optional<AnswerId> answer,
    Ruling ruling,
    Optional<String> by,
    String reason,
    Instant at,
    List<Said> complaints) {

  /**
   * A report.
   *
   * @param by empty where they are not to be named
   */
  public record Said(String by, String reason) {}

  public Ruled {
    complaints = List.copyOf(complaints);
  }
}
