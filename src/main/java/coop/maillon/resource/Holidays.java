package coop.maillon.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a public holiday does to the hours. */
public enum Holidays {
  OPEN,
  CLOSED;

  /** The word in JSON and in forms, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What that word says; empty for any other. */
  public static Optional<Holidays> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
