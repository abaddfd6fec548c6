package coop.maillon.resource;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When something is open, week after week, in the local time of its site.
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
}
