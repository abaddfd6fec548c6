package coop.maillon.booking;

import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Who;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody wants different about a booking; what is absent stays.
 *
 * @param ifMatch the version that was seen; another one now means that somebody was quicker
 * @param resource in place of the resource that was asked for first
 * @param details the whole of the details, as they shall be
 */
public record BookingChange(
    Who actor,
    BookingId booking,
    OptionalInt ifMatch,
    Optional<Instant> start,
    Optional<Instant> end,
    Optional<Resource> resource,
    Optional<UnitId> unit,
    Optional<Details> details) {

  /** Where and when a booking shall be, nothing else. */
  public static BookingChange move(
      Who actor, BookingId booking, TimeSlot slot, Optional<Resource> resource) {
    return new BookingChange(
        actor,
        booking,
        OptionalInt.empty(),
        Optional.of(slot.start()),
        Optional.of(slot.end()),
        resource,
        Optional.empty(),
        Optional.empty());
  }

  /** The time wanted; empty where its end would not lie after its start. */
  public Optional<TimeSlot> slot(TimeSlot present) {
    return TimeSlot.between(start.orElse(present.start()), end.orElse(present.end()));
  }

  public boolean isElsewhere(Booking before) {
    return !slot(before.slot()).equals(Optional.of(before.slot()))
        || resource
            .filter(wanted -> !wanted.id().equals(before.first().resource()))
            .isPresent()
        || unit.filter(wanted -> !before.first().chosen().equals(Optional.of(wanted)))
            .isPresent();
  }
}
