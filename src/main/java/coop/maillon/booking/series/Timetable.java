package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When each date of a series takes place. A date keeps the name that the rule gives it, wherever the series is moved: so any
 * rule can be moved by any time, and no booking of it gets lost.
 *
 * @param shift by how much later than the rule says, in local time; earlier where it is negative
 * @param length of each, in elapsed time
 */
public record Timetable(Recurrence recurrence, Duration shift, Duration length) {

  /** The dates as the rule gives them. */
  public static Timetable of(Recurrence recurrence, Duration length) {
    return new Timetable(recurrence, Duration.ZERO, length);
  }

  /** The local time at which that date begins. */
  public LocalDateTime start(LocalDateTime date) {
    return date.plus(shift);
  }

  /** A local time that a clock change skips takes the offset before it. */
  public TimeSlot slot(LocalDateTime date) {
    Instant start = start(date).atZone(zone()).toInstant();
    return new TimeSlot(start, start.plus(length));
  }

  /** When each of its dates begins. */
  public List<LocalDateTime> starts() {
    return recurrence.dates().stream().map(this::start).toList();
  }

  public Timetable moved(Duration by, Duration lasting) {
    return new Timetable(recurrence, by, lasting);
  }

  public Timetable on(Recurrence other) {
    return new Timetable(other, shift, length);
  }

  /** The same with a date that had been left out. */
  public Timetable with(LocalDateTime date) {
    return on(recurrence.with(date));
  }

  /** Whether a booking is where the series has it, and not elsewhere by itself. */
  public boolean has(Booking booking) {
    return booking
        .course()
        .part()
        .filter(part -> part.tie() == coop.maillon.booking.Course.Tie.ATTACHED)
        .filter(part -> slot(part.date()).equals(booking.slot()))
        .isPresent();
  }

  public ZoneId zone() {
    return recurrence.zone();
  }
}
