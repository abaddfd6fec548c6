package coop.maillon.board.page;

import coop.maillon.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as people say them: aujourd’hui 08:40, hier 18:05, lundi, 3 déc. */
record Moments(Words words, ZoneId zone, Instant now) {

  private static final int WEEK = 7;

  String when(Instant at) {
    ZonedDateTime then = at.atZone(zone);
    long ago = ChronoUnit.DAYS.between(then.toLocalDate(), today());
    if (ago == 0 || ago == 1) {
      var key = ago == 0 ? "board.when.today" : "board.when.yesterday";
      return words.say(key, "time", words.time(then.toLocalTime()));
    }
    return ago > 1 && ago < WEEK
        ? DateTimeFormatter.ofPattern("EEEE", words.locale()).format(then)
        : words.shortDay(then.toLocalDate());
  }

  /** The last day of what ends then: midnight belongs to the day before. */
  String lastDay(Instant end) {
    return words.day(lastDate(end));
  }

  /** The same, by the name of the day alone while that is enough. */
  String shortLastDay(Instant end) {
    LocalDate day = lastDate(end);
    boolean isNear = day.isBefore(today().plusDays(WEEK)) && !day.isBefore(today());
    return isNear
        ? DateTimeFormatter.ofPattern("EEEE", words.locale()).format(day)
        : words.shortDay(day);
  }

  LocalDate lastDate(Instant end) {
    return end.minusNanos(1).atZone(zone).toLocalDate();
  }

  private LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }
}
