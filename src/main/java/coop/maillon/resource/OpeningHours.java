package coop.maillon.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When something is open, day by day, in the local time of its site: by its weekday, unless the calendar says otherwise.
 *
 * <p>A local time that a clock change skips takes the offset before it. An hour that a clock change
 * repeats is open as a whole: opening takes the earlier offset, closing the later one.
 */
public record OpeningHours(WeeklyHours week, Calendar calendar) {

  /** The same each week. */
  public static OpeningHours weekly(WeeklyHours week) {
    return new OpeningHours(week, Calendar.SILENT);
  }

  /** The stretches of that day, sorted and apart; empty where it is closed. */
  public List<DayStretch> on(LocalDate date) {
    return calendar.on(date).orElseGet(() -> week.of(date.getDayOfWeek()));
  }

  /** Whether it never closes. */
  public boolean isAlways() {
    return week.isAlways() && calendar.isPlain();
  }

  /**
   * The open time within the window, sorted and apart; days that touch are one stretch.
   *
   * @param window at most some years: each of its days is looked at
   */
  public List<TimeSlot> openIn(ZoneId zone, TimeSlot window) {
    if (isAlways()) {
      return List.of(window);
    }
    var first = dayBefore(zone, window.start());
    var last = LocalDate.ofInstant(window.end(), zone);
    var open = first.datesUntil(last.plusDays(1)).flatMap(date -> openOn(zone, date));
    return Stretches.joined(open.map(window::intersection).flatMap(Optional::stream));
  }

  /** Whether the whole slot is open time. */
  public boolean covers(ZoneId zone, TimeSlot slot) {
    if (isAlways()) {
      return true;
    }
    var reached = slot.start();
    var date = dayBefore(zone, slot.start());
    while (reached.isBefore(slot.end())) {
      if (reached.isBefore(date.atStartOfDay(zone).toInstant())) {
        return false;
      }
      for (var open : Stretches.joined(openOn(zone, date))) {
        reached = open.contains(reached) ? open.end() : reached;
      }
      date = date.plusDays(1);
    }
    return true;
  }

  // What a clock change skips lands later than the clock says: yesterday may still be open today.
  private static LocalDate dayBefore(ZoneId zone, Instant instant) {
    return LocalDate.ofInstant(instant, zone).minusDays(1);
  }

  private Stream<TimeSlot> openOn(ZoneId zone, LocalDate date) {
    return on(date).stream()
        .flatMap(stretch ->
            TimeSlot.between(opening(zone, date, stretch), closing(zone, date, stretch)).stream());
  }

  private static Instant opening(ZoneId zone, LocalDate date, DayStretch stretch) {
    return at(zone, date, stretch.from()).withEarlierOffsetAtOverlap().toInstant();
  }

  private static Instant closing(ZoneId zone, LocalDate date, DayStretch stretch) {
    return stretch.to() == DayStretch.DAY
        ? date.plusDays(1).atStartOfDay(zone).toInstant()
        : at(zone, date, stretch.to()).withLaterOffsetAtOverlap().toInstant();
  }

  private static ZonedDateTime at(ZoneId zone, LocalDate date, int minute) {
    // java.time gives a skipped local time the offset before the change, as the rule wants
    return date.atTime(LocalTime.MIN.plusMinutes(minute)).atZone(zone);
  }
}
