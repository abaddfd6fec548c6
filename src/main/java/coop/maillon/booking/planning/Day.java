package coop.maillon.booking.planning;

import coop.maillon.resource.Site;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One date at one site: from its local midnight to the next, which makes 23 or 25 hours when the clocks change. */
record Day(Site site, LocalDate date, TimeSlot slot) {

  Day(Site site, LocalDate date) {
    this(site, date, new TimeSlot(midnight(site, date), midnight(site, date.plusDays(1))));
  }

  static Day of(Site site, Instant instant) {
    return new Day(site, LocalDate.ofInstant(instant, site.zone()));
  }

  Instant start() {
    return slot.start();
  }

  Day next() {
    return new Day(site, date.plusDays(1));
  }

  Instant at(int hour) {
    return date.atTime(hour, 0).atZone(site.zone()).toInstant();
  }

  /** The same day as a subject of the live socket: `planning:lyon:2026-12-08`. */
  String topic() {
    return "planning:" + site.slug() + ":" + date;
  }

  private static Instant midnight(Site site, LocalDate date) {
    return date.atStartOfDay(site.zone()).toInstant();
  }

  /** Where the clocks are turned on it, if they are. */
  Optional<Turn> turn() {
    return Optional.ofNullable(site.zone().getRules().nextTransition(start()))
        .filter(turn -> turn.getInstant().isBefore(slot().end()))
        .map(turn -> new Turn(
            Duration.between(start(), turn.getInstant()).toMinutes() / 15,
            turn.getDuration().toMinutes()));
  }

  /**
   * Where on a day the clocks are turned, so that scripts say what the clock on the wall shows.
   *
   * @param at quarters of an hour from midnight
   * @param by minutes: more than none forward, fewer back
   */
  record Turn(long at, long by) {}
}
