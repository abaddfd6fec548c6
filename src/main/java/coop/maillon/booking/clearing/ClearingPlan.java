package coop.maillon.booking.clearing;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Occupied;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to happen so that units can close.
 *
 * @param moved rows of the ledger that go to another unit of their pool
 * @param trimmed rows whose buffer gives way
 * @param cancelled bookings that fit nowhere
 * @param shortened bookings that have started, with the end they get
 * @param holds that end
 */
public record ClearingPlan(
    List<Occupied> moved,
    List<Occupied> trimmed,
    List<Booking> cancelled,
    List<Booking> shortened,
    Set<Long> holds) {

  public ClearingPlan {
    moved = List.copyOf(moved);
    trimmed = List.copyOf(trimmed);
    cancelled = List.copyOf(cancelled);
    shortened = List.copyOf(shortened);
    holds = Set.copyOf(holds);
  }

  /** The bookings that somebody has to be told about, in order of time. */
  public List<Booking> touched() {
    return Stream.concat(cancelled.stream(), shortened.stream())
        .sorted(java.util.Comparator.comparing(booking -> booking.slot().start()))
        .toList();
  }
}
