package coop.maillon.booking.planning;

import coop.maillon.web.Words;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hours along the edge, and where now is among them.
 *
 * @param hours a label at each full hour, but none under the label of now
 * @param now where the line of now stands, on the day that is today
 * @param past how far the past reaches, on today and the days before
 */
record Scale(List<Mark> hours, Optional<Mark> now, Optional<Integer> past) {

  private static final int UNDER_NOW = 2;
  private static final int MOST = 100;

  /** A label at a quarter. */
  record Mark(int at, String label) {}

  static Scale of(Columns columns, Day day, Instant now, Words words) {
    Optional<Mark> mark =
        columns.of(now).map(at -> new Mark(at, time(now.atZone(day.site().zone()), words)));
    return new Scale(hours(columns, day, mark, words), mark, past(columns, now));
  }

  private static Optional<Integer> past(Columns columns, Instant now) {
    if (!now.isBefore(columns.slot().end())) {
      return Optional.of(Math.min(MOST, columns.many() + 1));
    }
    return columns.of(now);
  }

  private static List<Mark> hours(Columns columns, Day day, Optional<Mark> now, Words words) {
    var hours = new ArrayList<Mark>();
    for (int at = 5; at <= columns.many(); at += 4) {
      int here = at;
      if (now.filter(mark -> Math.abs(mark.at() - here) <= UNDER_NOW).isEmpty()) {
        ZonedDateTime time =
            columns.from().plusSeconds((at - 1) * 900L).atZone(day.site().zone());
        hours.add(new Mark(at, words.say("planning.hour", "hour", time.getHour())));
      }
    }
    return hours;
  }

  private static String time(ZonedDateTime at, Words words) {
    return words.time(at.toLocalTime());
  }
}
