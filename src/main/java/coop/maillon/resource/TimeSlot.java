package coop.maillon.resource;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A half-open stretch of time: the start is in it, the end is not. Ordered by start, then by end. */
public record TimeSlot(Instant start, Instant end) implements Comparable<TimeSlot> {

  /** Refuses, with an IllegalArgumentException, a slot that does not start before it ends. */
  public TimeSlot {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "a slot must start before it ends: " + start + " – " + end);
    }
  }

  /** The slot from {@code start} that lasts {@code minutes} (more than 0) of elapsed time. */
  public static TimeSlot ofMinutes(Instant start, long minutes) {
    return new TimeSlot(start, start.plus(minutes, MINUTES));
  }

  /** The slot from {@code start} to {@code end}; empty where nothing lies between them. */
  public static Optional<TimeSlot> between(Instant start, Instant end) {
    return start.isBefore(end) ? Optional.of(new TimeSlot(start, end)) : Optional.empty();
  }

  /** Whether it lasts more than so many days of 24 hours. */
  public boolean isLongerThan(int days) {
    return Duration.between(start, end).compareTo(Duration.ofDays(days)) > 0;
  }

  /** Whether some instant lies in both: back-to-back slots do not overlap. */
  public boolean overlaps(TimeSlot other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /** Whether the instant lies in it: the start does, the end does not. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** Whether the whole of the other lies in it. */
  public boolean covers(TimeSlot other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  /** The shortest slot that covers both. */
  public TimeSlot span(TimeSlot other) {
    return new TimeSlot(
        start.isBefore(other.start) ? start : other.start,
        end.isAfter(other.end) ? end : other.end);
  }

  /** Elapsed time from start to end; on the day of a clock change, not what the clocks on the wall show. */
  public Duration length() {
    return Duration.between(start, end);
  }

  /** Elapsed whole minutes from start to end. */
  public long minutes() {
    return length().toMinutes();
  }

  /** What both have in common; empty where they do not overlap. */
  public Optional<TimeSlot> intersection(TimeSlot other) {
    return between(
        start.isAfter(other.start) ? start : other.start,
        end.isBefore(other.end) ? end : other.end);
  }

  /**
   * The slot with its buffers: so many minutes more before and after it. Negative minutes narrow it.
   *
   * @throws IllegalArgumentException where nothing would be left
   */
  public TimeSlot spread(int beforeMinutes, int afterMinutes) {
    return new TimeSlot(start.minus(beforeMinutes, MINUTES), end.plus(afterMinutes, MINUTES));
  }

  @Override
  public int compareTo(TimeSlot other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : end.compareTo(other.end);
  }
}
