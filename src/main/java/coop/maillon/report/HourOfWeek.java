package coop.maillon.report;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An hour of the week as the clock on the wall shows it.
 *
 * @param hour 0 to 23, the hour that begins then
 */
record HourOfWeek(DayOfWeek day, int hour) {

  static final int HOURS = 24;
  static final int COUNT = 7 * HOURS;

  static final List<HourOfWeek> ALL =
      IntStream.range(0, COUNT).mapToObj(HourOfWeek::of).toList();

  /** The one of that number, counted from Monday midnight. */
  static HourOfWeek of(int index) {
    return new HourOfWeek(DayOfWeek.of(1 + index / HOURS), index % HOURS);
  }

  static HourOfWeek of(ZonedDateTime moment) {
    return new HourOfWeek(moment.getDayOfWeek(), moment.getHour());
  }

  int index() {
    return (day.getValue() - 1) * HOURS + hour;
  }

  LocalTime starts() {
    return LocalTime.of(hour, 0);
  }
}
