package coop.maillon.booking.arriving;

import java.time.Instant;
import java.util.Optional;

/**
 * What lies around a booking on its units.
 *
 * @param next when somebody comes behind it who cannot go elsewhere; empty where nobody does for half a day
 * @param before whether what it is to have was brought back
 */
public record Neighbours(Optional<Instant> next, Before before) {

  /** What became of whoever had it before. */
  public enum Before {
    GONE,
    LATE
  }

  public static final Neighbours NONE = new Neighbours(Optional.empty(), Before.GONE);
}
