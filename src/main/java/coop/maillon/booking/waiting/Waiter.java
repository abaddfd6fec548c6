package coop.maillon.booking.waiting;

import coop.maillon.booking.Claim;
import coop.maillon.booking.Wish;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import java.time.Instant;
import java.util.List;

/** Somebody in the line, with the rights they have now. */
record Waiter(long id, Who who, ResourceId resource, TimeSlot slot) {

  /** What they would hold. */
  Claim claim(Resource wanted, Instant asked) {
    return Claim.of(Claim.Purpose.HOLD, who, new MemberId(who.id()), asked)
        .wishing(List.of(Wish.any(wanted)), slot);
  }

  boolean isInTheWayOf(Waiter other) {
    return who.id() == other.who.id() && slot.overlaps(other.slot);
  }
}
