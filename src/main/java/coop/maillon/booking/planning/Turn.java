package coop.maillon.booking.planning;

import java.time.Duration;
import java.util.Optional;

/**
 * Where on a day the clocks are turned, so that scripts say what the clock on the wall shows.
 *
 * @param at quarters of an hour from midnight
 * @param by minutes: more than none forward, fewer back
 */
record Turn(long at, long by) {

  static Optional<Turn> of(Day day) {
    return Optional.ofNullable(day.site().zone().getRules().nextTransition(day.start()))
        .filter(turn -> turn.getInstant().isBefore(day.slot().end()))
        .map(turn -> new Turn(
            Duration.between(day.start(), turn.getInstant()).toMinutes() / 15,
            turn.getDuration().toMinutes()));
  }
}
