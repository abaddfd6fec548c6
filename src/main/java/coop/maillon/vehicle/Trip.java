package coop.maillon.vehicle;

import java.time.Instant;

/**
 * A booking of a vehicle, as far as its charge goes.
 *
 * @param id which booking; anything for one that is only asked for
 * @param km announced
 * @param severity how hard the way is: 1 in town and country
 * @param before whether it charges, as far as one knows, from the return before it until its start
 */
public record Trip(long id, Instant start, Instant end, double km, double severity, Plug before) {

  /** Whether the vehicle is on a charger that works. */
  public enum Plug {
    IN,
    OUT
  }

  public Trip {
    if (!start.isBefore(end) || km < 0 || !(severity > 0)) {
      throw new IllegalArgumentException("a trip goes forward in time: " + start + " – " + end);
    }
  }

  public static Trip of(long id, Instant start, Instant end, double km) {
    return new Trip(id, start, end, km, 1, Plug.IN);
  }

  public Trip with(double otherKm) {
    return new Trip(id, start, end, otherKm, severity, before);
  }

  public Trip at(Instant otherStart, Instant otherEnd) {
    return new Trip(id, otherStart, otherEnd, km, severity, before);
  }

  public Trip plugged(Plug plug) {
    return new Trip(id, start, end, km, severity, plug);
  }

  public boolean overlaps(Trip other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
