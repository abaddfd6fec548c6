package coop.maillon.vehicle.damage;

import coop.maillon.booking.BookingId;
import coop.maillon.resource.Resource;
import coop.maillon.web.Who;
import java.util.Optional;

/**
 * A report with who brings it about which car.
 *
 * @param moment when a booking goes or comes back; empty where it was seen in passing
 */
public record Sighting(Who who, Resource car, Report report, Word weight, Optional<Moment> moment) {

  /** What their word does where the car is not safe. */
  public enum Word {
    /** It closes the car. */
    CLOSES,
    /** It goes to whoever is on duty. */
    ASKS
  }

  /** @param way {@code take} or {@code return} */
  public record Moment(BookingId booking, String way) {}

  /** Whether the car has to close at once. */
  boolean closes() {
    return report.isUnsafe() && weight == Word.CLOSES;
  }

  /** Whether somebody has to look whether it has to close. */
  boolean asks() {
    return report.isUnsafe() && weight == Word.ASKS;
  }
}
