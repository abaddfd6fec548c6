package coop.maillon.booking.rehouse;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Seat;
import coop.maillon.resource.TimeSlot;
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

  /** From the start of its first home to the end of its last, buffers included. */
  TimeSlot span() {
    return homes.stream()
        .flatMap(home -> home.seats().stream())
        .map(Seat::during)
        .reduce(booking.slot(), Displaced::both);
  }

  private static TimeSlot both(TimeSlot one, TimeSlot other) {
    return new TimeSlot(
        one.start().isBefore(other.start()) ? one.start() : other.start(),
        one.end().isAfter(other.end()) ? one.end() : other.end());
  }

  /** The same, but for one home. */
  public Displaced without(Home gone) {
    return new Displaced(
        booking, homes.stream().filter(home -> !home.equals(gone)).toList());
  }

  Displaced to(List<Home> others) {
    return new Displaced(booking, others);
  }
}
