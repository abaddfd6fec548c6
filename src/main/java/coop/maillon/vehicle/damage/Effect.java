package coop.maillon.vehicle.damage;

import coop.maillon.web.Words;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a report, as its reporter reads it.
 *
 * @param moved bookings that have another place now
 * @param ended bookings that have none, or end now
 */
public record Effect(Kind kind, int moved, int ended) {

  /** The sentence is `damage.effect.KIND`. */
  public enum Kind {
    /** It is on the list. */
    NOTED,
    /** The car is closed by it. */
    CLOSED,
    /** The car was closed before. */
    ALREADY,
    /** The car could not be closed; whoever is on duty knows. */
    UNCLOSED,
    /** Whoever is on duty decides. */
    ASKED
  }

  static final Effect NOTED = of(Kind.NOTED);
  static final Effect ALREADY = of(Kind.ALREADY);
  static final Effect UNCLOSED = of(Kind.UNCLOSED);
  static final Effect ASKED = of(Kind.ASKED);

  private static Effect of(Kind kind) {
    return new Effect(kind, 0, 0);
  }

  /** @param car its name */
  public String sentence(Words words, String car) {
    return words.say(
        "damage.effect." + kind.name().toLowerCase(Locale.ROOT),
        Map.of("name", car, "moved", moved, "ended", ended));
  }
}
