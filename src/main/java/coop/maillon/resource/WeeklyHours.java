package coop.maillon.resource;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When something is open, week after week, in the local time of its site.
 *
 * <p>A local time that a clock change skips takes the offset before it. An hour that a clock change
 * repeats is open as a whole: opening takes the earlier offset, closing the later one.
 *
 * @param days the stretches of each weekday, sorted and apart; a day that is not named is closed
 */
public record WeeklyHours(Map<DayOfWeek, List<DayStretch>> days) {

  public static final WeeklyHours ALWAYS =
      on(Arrays.asList(DayOfWeek.values()), DayStretch.WHOLE_DAY);

  /** Where neither a resource nor its site says otherwise: Monday to Saturday, 08:00 to 20:00. */
  public static final WeeklyHours USUAL =
      on(Arrays.asList(DayOfWeek.values()).subList(0, 6), DayStretch.of("08:00", "20:00"));

  /** Sorts the stretches of each day and joins those that touch or overlap. */
  public WeeklyHours {
    var tidy = new EnumMap<DayOfWeek, List<DayStretch>>(DayOfWeek.class);
    days.forEach((day, stretches) -> tidy.put(day, DayStretch.joined(stretches)));
    tidy.values().removeIf(List::isEmpty);
    days = Map.copyOf(tidy);
  }

  /** The same stretches on each of those days, closed on the others. */
  public static WeeklyHours on(Collection<DayOfWeek> days, DayStretch... stretches) {
    var week = new EnumMap<DayOfWeek, List<DayStretch>>(DayOfWeek.class);
    days.forEach(day -> week.put(day, List.of(stretches)));
    return new WeeklyHours(week);
  }

  /** The stretches of that weekday, sorted and apart; empty where it is closed. */
  public List<DayStretch> of(DayOfWeek day) {
    return days.getOrDefault(day, List.of());
  }

  /** Whether it never closes. */
  public boolean isAlways() {
    return equals(ALWAYS);
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
    return of(date.getDayOfWeek()).stream()
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
