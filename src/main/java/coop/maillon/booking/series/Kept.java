package coop.maillon.booking.series;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.SeriesId;
import coop.maillon.member.MemberId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A series as it is kept. Which of its dates are booked, their bookings say.
 *
 * @param splitFrom the series that it was part of before
 * @param act the last one that reached several of its dates
 * @param former what that act found, where this is the series that it was asked of
 */
record Kept(
    SeriesId id,
    MemberId member,
    Timetable timetable,
    Optional<SeriesId> splitFrom,
    OptionalLong act,
    Optional<Former> former) {

  /**
   * What a series was before an act.
   *
   * @param reached the bookings that the act changed
   */
  record Former(Timetable timetable, List<BookingId> reached) {

    Former {
      reached = List.copyOf(reached);
    }
  }

  /** The same with another timetable. */
  Kept on(Timetable other) {
    return new Kept(id, member, other, splitFrom, act, former);
  }

  /** The same as that act leaves it, which changed these of its bookings. */
  Kept after(long number, Timetable left, List<BookingId> reached) {
    var found = new Former(timetable, reached);
    return new Kept(id, member, left, splitFrom, OptionalLong.of(number), Optional.of(found));
  }

  /** The same as the last act found it. */
  Kept restored() {
    var found = former.map(Former::timetable).orElse(timetable);
    return new Kept(id, member, found, splitFrom, OptionalLong.empty(), Optional.empty());
  }

  /** Whether that act is the last one that reached several of its dates. */
  boolean isOf(long number) {
    return act.equals(OptionalLong.of(number));
  }
}
