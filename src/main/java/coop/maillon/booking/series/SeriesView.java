package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.SeriesId;
import coop.maillon.booking.Visibility;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A series as somebody who may change it reads it: every date that its rule gives, with what became of it.
 *
 * @param bookings all that ever were of it
 */
public record SeriesView(
    SeriesId id, List<Date> dates, List<Booking> bookings, Catalogue catalogue) {

  public SeriesView {
    dates = List.copyOf(dates);
    bookings = List.copyOf(bookings);
  }

  /**
   * One date.
   *
   * @param date the local start that the rule gives it
   * @param slot where its booking is; where none stands for it, where it would be
   * @param booking the one that stands for it, else the last one that did
   */
  public record Date(
      LocalDateTime date, TimeSlot slot, Optional<Booking> booking, Standing standing) {

    public boolean canBeAdded() {
      return standing == Standing.MISSING;
    }
  }

  /** Whether something is booked on a date. */
  public enum Standing {
    BOOKED,
    /** Left out or cancelled, and still to come: it can be booked again. */
    MISSING,
    /** Left out or cancelled, and over. */
    GONE
  }

  /** Empty where the reader may change none of it. */
  static Optional<SeriesView> of(
      Timetable timetable, List<Booking> bookings, Who reader, SeriesReads.Moment moment) {
    var mine = bookings.stream()
        .filter(one -> Visibility.of(one, reader, moment.catalogue()).mayChange())
        .toList();
    return mine.stream()
        .findFirst()
        .flatMap(one -> one.course().series())
        .map(id -> new SeriesView(
            id,
            timetable.recurrence().all().stream()
                .map(date -> date(timetable, date, mine, moment.now()))
                .toList(),
            mine,
            moment.catalogue()));
  }

  private static Date date(
      Timetable timetable, LocalDateTime date, List<Booking> bookings, Instant now) {
    Optional<Booking> booking = bookings.stream()
        .filter(one -> SeriesScene.date(one).equals(date))
        .max(Comparator.comparing(SeriesView::stands).thenComparing(Booking::id));
    TimeSlot planned = timetable.slot(date);
    if (booking.filter(SeriesView::stands).isPresent()) {
      return new Date(date, booking.get().slot(), booking, Standing.BOOKED);
    }
    boolean isToCome = planned.start().isAfter(now);
    return new Date(date, planned, booking, isToCome ? Standing.MISSING : Standing.GONE);
  }

  /** A booking that nobody took back, be it over. */
  static boolean stands(Booking booking) {
    return booking.status().occupies() || booking.status() == BookingStatus.COMPLETED;
  }
}
