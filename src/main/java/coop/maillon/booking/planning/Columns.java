package coop.maillon.booking.planning;

import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The quarters of an hour that are shown side by side.
 *
 * @param from the left edge
 * @param many how many there are: 56, or a whole day of 92, 96 or 100
 */
record Columns(Instant from, int many) {

  private static final long QUARTER = 15 * 60L;
  private static final int FIRST_HOUR = 7;
  private static final int LAST_HOUR = 21;

  /** Where something stands: from the at-th quarter (1 is the edge), lasting so many. */
  record Place(int at, int lasts) {}

  /** From 07:00 to 21:00, in which most of the life of a cooperative takes place. */
  static Columns usual(Day day) {
    return between(day.at(FIRST_HOUR), day.at(LAST_HOUR));
  }

  static Columns whole(Day day) {
    return between(day.start(), day.next().start());
  }

  private static Columns between(Instant from, Instant to) {
    return new Columns(from, (int) (Duration.between(from, to).toSeconds() / QUARTER));
  }

  TimeSlot slot() {
    return new TimeSlot(from, from.plusSeconds(many * QUARTER));
  }

  /** Clipped to the edges and rounded outwards to quarters; empty for what lies beyond. */
  Optional<Place> of(TimeSlot slot) {
    return slot.intersection(slot()).map(shown -> {
      long first = Math.floorDiv(seconds(shown.start()), QUARTER);
      long last = -Math.floorDiv(-seconds(shown.end()), QUARTER);
      return new Place((int) first + 1, (int) (last - first));
    });
  }

  /** The quarter in which the instant lies, 1 being the first; empty for what lies beyond. */
  Optional<Integer> of(Instant instant) {
    return slot().contains(instant)
        ? Optional.of((int) (seconds(instant) / QUARTER) + 1)
        : Optional.empty();
  }

  /** How many quarters of the day lie left of the edge. */
  int edge(Day day) {
    return (int) (Duration.between(day.start(), from).toSeconds() / QUARTER);
  }

  /** Whether nothing of it is cut off at this edge. */
  boolean has(Instant edge) {
    return !edge.isBefore(from) && !edge.isAfter(slot().end());
  }

  private long seconds(Instant instant) {
    return Duration.between(from, instant).toSeconds();
  }
}
