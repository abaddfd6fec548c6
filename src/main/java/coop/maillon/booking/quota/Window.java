package coop.maillon.booking.quota;

import static java.time.temporal.ChronoUnit.DAYS;

import coop.maillon.resource.Quota;
import coop.maillon.resource.TimeSlot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of a quota's stretches of time: a local day, a week from Monday, a month, or all that has not begun.
 *
 * @param from its first day; today for the future
 */
record Window(Quota quota, LocalDate from, TimeSlot during) {

  /** How far the future goes. */
  private static final long FAR_DAYS = 36_525;

  /** Those that the slot lies in, in order; a slot that has begun is in no future. */
  static List<Window> touchedBy(TimeSlot slot, Quota quota, Instant now) {
    if (quota.period() == Quota.Period.FUTURE) {
      return slot.start().isAfter(now) ? List.of(future(quota, now)) : List.of();
    }
    return Stream.iterate(
            first(quota, LocalDate.ofInstant(slot.start(), quota.zone())),
            day -> start(quota, day).isBefore(slot.end()),
            day -> next(quota, day))
        .map(day ->
            new Window(quota, day, new TimeSlot(start(quota, day), start(quota, next(quota, day)))))
        .toList();
  }

  private static Window future(Quota quota, Instant now) {
    // one may book what began within the last minutes: that is not to come
    return new Window(
        quota,
        LocalDate.ofInstant(now, quota.zone()),
        new TimeSlot(now.plusNanos(1000), now.plus(FAR_DAYS, DAYS)));
  }

  private static LocalDate first(Quota quota, LocalDate day) {
    return switch (quota.period()) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      default -> day;
    };
  }

  private static LocalDate next(Quota quota, LocalDate first) {
    return switch (quota.period()) {
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
      default -> first.plusDays(1);
    };
  }

  private static Instant start(Quota quota, LocalDate day) {
    return day.atStartOfDay(quota.zone()).toInstant();
  }

  /** How much the slots take of it: elapsed minutes that lie in it, rounded up, or bookings that start in it. */
  long taken(Collection<TimeSlot> slots) {
    boolean isFuture = quota.period() == Quota.Period.FUTURE;
    if (quota.measure() == Quota.Measure.BOOKINGS) {
      return slots.stream().filter(slot -> during.contains(slot.start())).count();
    }
    long seconds = slots.stream()
        .filter(slot -> !isFuture || during.contains(slot.start()))
        .flatMap(slot -> during.intersection(slot).stream())
        .mapToLong(slot -> slot.length().toSeconds())
        .sum();
    return (seconds + 59) / 60;
  }
}
