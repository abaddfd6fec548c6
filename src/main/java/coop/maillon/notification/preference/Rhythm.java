package coop.maillon.notification.preference;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * When digests come.
 *
 * @param day on which a weekly one comes
 * @param at the local time
 */
public record Rhythm(Every every, DayOfWeek day, LocalTime at) {

  static final Rhythm USUAL = new Rhythm(Every.DAY, DayOfWeek.MONDAY, LocalTime.of(8, 0));

  /** How often. */
  public enum Every {
    DAY,
    WEEK;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The next digest after that moment. */
  Instant nextAfter(Instant now, ZoneId zone) {
    var first = from(LocalDate.ofInstant(now, zone), zone);
    return first.isAfter(now) ? first : from(LocalDate.ofInstant(now, zone).plusDays(1), zone);
  }

  /** The first digest of that day or a later one. */
  Instant from(LocalDate date, ZoneId zone) {
    var on = every == Every.DAY ? date : date.with(TemporalAdjusters.nextOrSame(day));
    return on.atTime(at).atZone(zone).toInstant();
  }
}
