package coop.maillon.board;

import coop.maillon.member.Ids;
import java.util.Optional;

/** Names an answer. */
public record AnswerId(long value) {

  /** Empty where the text names none. */
  public static Optional<AnswerId> read(String text) {
    return Ids.read(text).map(AnswerId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
