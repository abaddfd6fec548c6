package coop.maillon.report;

import static java.time.temporal.ChronoUnit.HOURS;

import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hours of a stretch of time, one after the other, as the clock on the wall shows them: when clocks change, one of them is
 * missing, or comes twice and counts twice.
 */
final class HourGrid {

  private final List<TimeSlot> hours;
  private final long[] starts;
  private final int[] places;

  private HourGrid(List<TimeSlot> hours, ZoneId zone) {
    this.hours = hours;
    this.starts =
        hours.stream().mapToLong(hour -> hour.start().getEpochSecond()).toArray();
    this.places = hours.stream()
        .mapToInt(hour -> HourOfWeek.of(hour.start().atZone(zone)).index())
        .toArray();
  }

  static HourGrid of(ZoneId zone, TimeSlot window) {
    var hours = new ArrayList<TimeSlot>();
    Instant start = window.start();
    while (start.isBefore(window.end())) {
      Instant next = start.atZone(zone).truncatedTo(HOURS).plusHours(1).toInstant();
      hours.add(new TimeSlot(start, next.isBefore(window.end()) ? next : window.end()));
      start = next;
    }
    return new HourGrid(List.copyOf(hours), zone);
  }

  /** Adds to each hour of the week ({@link HourOfWeek#index}) the seconds of the stretch that lie in it. */
  void add(TimeSlot stretch, long[] seconds) {
    int found = Arrays.binarySearch(starts, stretch.start().getEpochSecond());
    int first = Math.max(0, found < 0 ? -found - 2 : found);
    for (int i = first; i < places.length && hours.get(i).start().isBefore(stretch.end()); i++) {
      int place = places[i];
      hours
          .get(i)
          .intersection(stretch)
          .ifPresent(both -> seconds[place] += both.length().toSeconds());
    }
  }
}
