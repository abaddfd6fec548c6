package coop.maillon.resource;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The times of the day at which a booking may start and end: every so many minutes, counted from
 * local midnight as the clock on the wall shows them.
 *
 * @param zone where the clock hangs
 * @param minutes the distance between two times, 1 to 1440; the grid starts anew each midnight
 */
public record Grid(ZoneId zone, int minutes) {

  private static final long DAY_SECONDS = 24L * 60 * 60;

  /** Refuses, with an IllegalArgumentException, a distance of less than a minute or more than a day. */
  public Grid {
    if (minutes < 1 || minutes > DayStretch.DAY) {
      throw new IllegalArgumentException("a grid has 1 to 1440 minutes: " + minutes);
    }
  }

  /** Whether the instant is on the grid: whole minutes, and a multiple of the grid from midnight. */
  public boolean has(Instant instant) {
    var time = wallTime(instant);
    return time.getNano() == 0 && time.toSecondOfDay() % (minutes * 60) == 0;
  }

  /** Whether both ends of the slot are on the grid. */
  public boolean has(TimeSlot slot) {
    return has(slot.start()) && has(slot.end());
  }

  /** The first instant on the grid that is not before the given one. */
  public Instant next(Instant from) {
    var at = from;
    while (!has(at)) {
      at = stepAfter(at);
    }
    return at;
  }

  /** The last instant on the grid that is not after the given one. */
  public Instant last(Instant until) {
    var at = until;
    while (!has(at)) {
      at = stepBefore(at);
    }
    return at;
  }

  /** The first instant on the grid after the given one. */
  public Instant after(Instant instant) {
    return next(instant.plusNanos(1));
  }

  /** The last instant on the grid before the given one. */
  public Instant before(Instant instant) {
    return last(instant.minusNanos(1));
  }

  // Where the grid's next time would be if no clock changed before it, but no further than that
  // change or midnight.
  private Instant stepAfter(Instant at) {
    var time = wallTime(at);
    var multiple = (time.toSecondOfDay() / (minutes * 60L) + 1) * minutes * 60L;
    var step = at.plusNanos(Math.min(multiple, DAY_SECONDS) * 1_000_000_000L - time.toNanoOfDay());
    var change = zone.getRules().nextTransition(at);
    return change != null && change.getInstant().isBefore(step) ? change.getInstant() : step;
  }

  private Instant stepBefore(Instant at) {
    var time = wallTime(at);
    var multiple = time.toSecondOfDay() / (minutes * 60L) * minutes * 60L;
    var step = at.minusNanos(time.toNanoOfDay() - multiple * 1_000_000_000L);
    var change = zone.getRules().previousTransition(at.plusNanos(1));
    if (change == null || !change.getInstant().isAfter(step)) {
      return step;
    }
    return has(change.getInstant()) ? change.getInstant() : change.getInstant().minusNanos(1);
  }

  private LocalTime wallTime(Instant instant) {
    return LocalTime.ofInstant(instant, zone);
  }
}
