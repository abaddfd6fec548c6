package coop.maillon.booking.free;

import coop.maillon.resource.Grid;
import coop.maillon.resource.Policy;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.time.ZoneId;

/** What a policy says of any one slot, whatever else is there: its grid and its lengths. */
public record Rhythm(Policy policy, ZoneId zone) {

  // A proposal every minute, where there is no grid, would be noise.
  private static final int STRIDE_MINUTES = 15;

  public boolean allows(TimeSlot slot) {
    return grid().has(slot) && policy.allowsLength(slot);
  }

  Grid grid() {
    return policy.grid(zone);
  }

  /**
   * The shortest slot from that start, which is on the grid, that lasts as long as is asked and that
   * the policy's shortest booking and grid allow.
   *
   * @param minutes elapsed, 1 or more
   */
  TimeSlot from(Instant start, long minutes) {
    var length = Math.max(minutes, policy.minMinutes().orElse(1));
    return new TimeSlot(start, grid().next(start.plusSeconds(60 * length)));
  }

  /** The next start worth proposing after that one: on the grid, and a quarter of an hour away or more. */
  Instant startAfter(Instant start) {
    var step = Math.min(strideMinutes(), 24 * 60);
    return new Grid(zone, step).after(start);
  }

  /** The last end worth proposing before that one. */
  Instant endBefore(Instant end) {
    return new Grid(zone, Math.min(strideMinutes(), 24 * 60)).before(end);
  }

  // The fewest whole steps of the grid that make a stride.
  private int strideMinutes() {
    var granularity = policy.granularityMinutes();
    return (STRIDE_MINUTES + granularity - 1) / granularity * granularity;
  }
}
