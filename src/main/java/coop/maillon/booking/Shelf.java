package coop.maillon.booking;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a booking of mine is found: by what is still to come of it. */
public enum Shelf {
  UPCOMING,
  PENDING,
  PAST,
  ENDED;

  /** The word of addresses and messages: `upcoming`. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Shelf> ofWord(String word) {
    return Stream.of(values()).filter(shelf -> shelf.word().equals(word)).findFirst();
  }

  /** What comes is read from now on, what was from now back. */
  public int direction() {
    return this == UPCOMING || this == PENDING ? 1 : -1;
  }
}
