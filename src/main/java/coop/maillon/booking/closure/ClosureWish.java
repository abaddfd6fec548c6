package coop.maillon.booking.closure;

import coop.maillon.booking.clearing.ClosedSpace;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a coordinator wants closed, when, and the reason that everybody reads. */
public record ClosureWish(Target target, TimeSlot slot, String reason) {

  /** What would close now: the past stays as it was. Empty where all of it is past. */
  Optional<ClosedSpace> space(Catalogue catalogue, Instant now) {
    Instant soonest = now.truncatedTo(ChronoUnit.MINUTES);
    Instant start = slot.start().isBefore(soonest) ? soonest : slot.start();
    return TimeSlot.between(start, slot.end())
        .map(ahead -> new ClosedSpace(target.units(catalogue), ahead));
  }
}
