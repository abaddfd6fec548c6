package coop.maillon.booking.closure;

import coop.maillon.booking.clearing.ClosedSpace;
import coop.maillon.booking.rehouse.Choice;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a coordinator wants closed, when, and the reason that everybody reads.
 *
 * @param homes where they want some of the bookings to go
 * @param rule what makes it come back, where something does
 */
public record ClosureWish(
    Target target, TimeSlot slot, String reason, List<Choice> homes, OptionalLong rule) {

  /** Five years: what is closed for longer is retired. */
  static final int LONGEST_DAYS = 5 * 366;

  public ClosureWish {
    homes = List.copyOf(homes);
  }

  public ClosureWish(Target target, TimeSlot slot, String reason) {
    this(target, slot, reason, List.of(), OptionalLong.empty());
  }

  ClosureWish with(List<Choice> others) {
    return new ClosureWish(target, slot, reason, others, rule);
  }

  /** The same as one date of what comes back. */
  public ClosureWish of(long id) {
    return new ClosureWish(target, slot, reason, homes, OptionalLong.of(id));
  }

  /** What would close now: the past stays as it was. Empty where all of it is past. */
  Optional<ClosedSpace> space(Catalogue catalogue, Instant now) {
    Instant soonest = now.truncatedTo(ChronoUnit.MINUTES);
    Instant start = slot.start().isBefore(soonest) ? soonest : slot.start();
    return TimeSlot.between(start, slot.end())
        .map(ahead -> new ClosedSpace(target.units(catalogue), ahead));
  }
}
