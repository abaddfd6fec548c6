package coop.maillon.booking.series;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which dates of a series an act is to reach. */
public enum Scope {
  ONE,
  FOLLOWING,
  ALL;

  /** The word of the API and of forms: `one`, `following`, `all`. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Scope> ofWord(String word) {
    return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
