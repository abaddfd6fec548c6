package coop.maillon.booking.seat;

import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.util.Optional;

/**
 * What is to find a place in a pool.
 *
 * @param during the time asked for, its buffers included
 * @param unit the unit it must lie on: the one a member chose, or keeps; empty where any will do
 */
public record Wanted(TimeSlot during, Optional<UnitId> unit) {

  public static Wanted anywhere(TimeSlot during) {
    return new Wanted(during, Optional.empty());
  }

  public static Wanted on(UnitId unit, TimeSlot during) {
    return new Wanted(during, Optional.of(unit));
  }
}
