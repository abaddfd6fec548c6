package coop.maillon.booking;

import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a cancellation or a move gave up, and until when it can be taken back.
 *
 * @param status the one to return to
 * @param tie how it went with the other dates of its series; empty where it has none
 */
public record Undo(
    BookingStatus status,
    TimeSlot slot,
    List<Booked> booked,
    Optional<Course.Tie> tie,
    Instant until) {

  /** For how long an act can be undone (product.md, Undo). */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  public Undo {
    booked = List.copyOf(booked);
  }

  public static Undo of(Booking before, Instant now) {
    return new Undo(
        before.status(),
        before.slot(),
        before.booked(),
        before.course().part().map(Course.Part::tie),
        now.plus(WINDOW));
  }
}
