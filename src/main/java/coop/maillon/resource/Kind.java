package coop.maillon.resource;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What sort of thing is shared. */
public enum Kind {
  SPACE,
  EQUIPMENT,
  VEHICLE;

  /** The word of the API, of addresses and of the database: `space`, `equipment`, `vehicle`. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Kind> ofWord(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
