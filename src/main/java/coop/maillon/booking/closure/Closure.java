package coop.maillon.booking.closure;

import coop.maillon.booking.evacuation.Left;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that is closed for a while, with the reason that everybody reads.
 *
 * @param lifted when it was taken back before its end
 * @param touched what it took from bookings
 * @param rule what it is a date of, where it comes back
 */
public record Closure(
    ClosureId id,
    Target target,
    TimeSlot slot,
    String reason,
    Instant created,
    Optional<Instant> lifted,
    List<Left> touched,
    OptionalLong rule) {

  /** For how long all of it can be undone (product.md, Undo). */
  static final Duration UNDO = Duration.ofMinutes(5);

  public Closure {
    touched = List.copyOf(touched);
  }

  public boolean isLifted() {
    return lifted.isPresent();
  }

  public boolean isOverAt(Instant now) {
    return isLifted() || !slot.end().isAfter(now);
  }

  public boolean isNow(Instant now) {
    return !isOverAt(now) && slot.contains(now);
  }

  public boolean canBeUndoneAt(Instant now) {
    return !isLifted() && now.isBefore(created.plus(UNDO));
  }
}
