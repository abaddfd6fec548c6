package coop.maillon.booking.rehouse;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import java.util.Comparator;
import java.util.List;

/**
 * A booking that loses its place.
 *
 * @param homes where it could go, if nobody else did; the cheapest first
 */
public record Displaced(Booking booking, List<Home> homes) {

  public Displaced {
    homes = homes.stream().sorted(Comparator.comparing(Home::cost)).toList();
  }

  BookingId id() {
    return booking.id();
  }

  Displaced to(List<Home> others) {
    return new Displaced(booking, others);
  }
}
