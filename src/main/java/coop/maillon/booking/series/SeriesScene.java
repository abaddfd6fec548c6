package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Visibility;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Who;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A series as an act finds it.
 *
 * @param actor who asks
 * @param anchor the date that the act was asked of
 * @param bookings all of its dates that ever were booked, by date, the anchor among them
 */
record SeriesScene(
    Who actor,
    Booking anchor,
    Kept series,
    List<Booking> bookings,
    Catalogue catalogue,
    Instant now) {

  SeriesScene {
    bookings = List.copyOf(bookings);
  }

  /** The local start that the rule gives it. */
  static LocalDateTime date(Booking booking) {
    return booking.course().date().orElseThrow();
  }

  /** Whether the anchor is still a date of the series; from one that is over, those to come can be reached. */
  boolean stands() {
    return anchor.status() != BookingStatus.CANCELLED && anchor.status() != BookingStatus.REJECTED;
  }

  /** The dates that an act reaches: never one that has begun, never one that the asker may not change. */
  List<Booking> reached(Scope scope) {
    return bookings.stream()
        .filter(one -> isWithin(scope, one))
        .filter(this::isToCome)
        .filter(one -> one.member().equals(anchor.member()))
        .filter(one -> Visibility.of(one, actor, catalogue).mayChange())
        .toList();
  }

  private boolean isWithin(Scope scope, Booking booking) {
    return switch (scope) {
      case ONE -> booking.id().equals(anchor.id());
      case FOLLOWING -> !date(booking).isBefore(date(anchor));
      case ALL -> true;
    };
  }

  private boolean isToCome(Booking booking) {
    return booking.statusAt(now).occupies()
        && now.isBefore(booking.slot().start())
        && booking.course().arrived().isEmpty();
  }

  /** The booking that stands for that date, if one does. */
  Optional<Booking> standing(LocalDateTime date) {
    return bookings.stream()
        .filter(one -> date(one).equals(date))
        .filter(one -> one.status().occupies() || one.status() == BookingStatus.COMPLETED)
        .findFirst();
  }
}
