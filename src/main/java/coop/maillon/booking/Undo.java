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

  /** Back to how it is; where it waits for a yes to a move, to what it had before that. */
  public static Undo of(Booking before, Instant now) {
    return before
        .undo()
        .filter(had -> before.status() == BookingStatus.PENDING)
        .filter(had -> had.status() == BookingStatus.CONFIRMED)
        .map(had -> new Undo(had.status(), had.slot(), had.booked(), had.tie(), now.plus(WINDOW)))
        .orElseGet(() -> present(before, now));
  }

  private static Undo present(Booking before, Instant now) {
    return new Undo(
        before.status(),
        before.slot(),
        before.booked(),
        before.course().part().map(Course.Part::tie),
        now.plus(WINDOW));
  }
}
