package coop.maillon.notification.preference;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When a message is to come by mail. */
public enum Timing {
  NOW,
  DIGEST,
  NEVER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Timing> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
