package coop.maillon.booking;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

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

  /** What a booking says, nothing else, as long as nobody changed it since it was read. */
  public static BookingChange of(Who actor, Booking seen, Details details) {
    return new BookingChange(
        actor,
        seen.id(),
        OptionalInt.of(seen.version()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(details));
  }

  /** The time wanted; empty where its end would not lie after its start. */
  public Optional<TimeSlot> slot(TimeSlot present) {
    return TimeSlot.between(start.orElse(present.start()), end.orElse(present.end()));
  }

  /** What it shall hold: another resource in place of the first, where one is wanted, and all the others. */
  public List<Wish> wishes(Booking before, Catalogue catalogue) {
    Resource first = resource.orElseGet(() -> catalogue.known(before.first().resource()));
    boolean stays = first.id().equals(before.first().resource());
    var others = before.booked().stream()
        .skip(1)
        .map(one -> new Wish(catalogue.known(one.resource()), unit(one, before)));
    var wanted = unit.or(() -> stays ? unit(before.first(), before) : Optional.empty());
    return Stream.concat(Stream.of(new Wish(first, wanted)), others).toList();
  }

  /** What somebody has in hands stays that one. */
  private static Optional<UnitId> unit(Booked one, Booking before) {
    return before.course().arrived().isPresent() ? one.chosen().or(one::present) : one.chosen();
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
