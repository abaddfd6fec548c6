package coop.maillon.board;

import coop.maillon.member.Ids;
import java.util.Optional;

/** Names an engagement. */
public record EngagementId(long value) {

  /** Empty where the text names none. */
  public static Optional<EngagementId> read(String text) {
    return Ids.read(text).map(EngagementId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
