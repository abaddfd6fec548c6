package coop.maillon.booking.free;

import coop.maillon.resource.Buffers;
import coop.maillon.resource.Policy;
import coop.maillon.resource.TimeSlot;
import java.time.ZoneId;
import java.util.List;

/**
 * What a booking of a resource needs of time, whoever else is there.
 *
 * @param open when it may lie: opening hours within a window, from now on; sorted and apart
 * @param buffers what it keeps free around itself, be that outside opening hours
 */
public record Demand(List<TimeSlot> open, Buffers buffers) {

  public Demand {
    open = List.copyOf(open);
  }

  /** What the policy asks for within the window. */
  public static Demand of(Policy policy, ZoneId zone, TimeSlot window) {
    return new Demand(policy.openingHours().openIn(zone, window), policy.buffers());
  }
}
