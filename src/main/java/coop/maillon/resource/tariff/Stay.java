package coop.maillon.resource.tariff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How long something was booked and used, by the clock of its site.
 *
 * @param booked until when it was, and {@code used} until when it really was; not before the start
 */
public record Stay(Instant start, Instant booked, Instant used, ZoneId zone) {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  static final int QUARTERS_AN_HOUR = 4;

  /** One that is used as long as booked. */
  public static Stay whole(Instant start, Instant end, ZoneId zone) {
    return new Stay(start, end, end, zone);
  }

  /** Quarters of an hour begun. */
  int bookedQuarters() {
    return quarters(booked);
  }

  int usedQuarters() {
    return quarters(used);
  }

  /** What a clock at the site shows when that quarter begins. */
  LocalTime clock(int quarter) {
    return start.plus(QUARTER.multipliedBy(quarter)).atZone(zone).toLocalTime();
  }

  /** By how much it came back later than it was booked. */
  long lateMinutes() {
    return Math.max(0, Duration.between(booked, used).toMinutes());
  }

  private int quarters(Instant end) {
    double seconds = Duration.between(start, end).toSeconds();
    return (int) Math.ceil(Math.max(0, seconds) / QUARTER.toSeconds());
  }
}
