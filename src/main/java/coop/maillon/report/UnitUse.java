package coop.maillon.report;

import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.util.List;

/**
 * When one unit was booked, buffers left out, and when it was closed.
 *
 * @param booked sorted and apart
 * @param closed the same
 */
record UnitUse(UnitId unit, List<TimeSlot> booked, List<TimeSlot> closed) {

  UnitUse {
    booked = List.copyOf(booked);
    closed = List.copyOf(closed);
  }

  static UnitUse none(UnitId unit) {
    return new UnitUse(unit, List.of(), List.of());
  }

  /** What was known of it in two places. */
  UnitUse and(UnitUse other) {
    return new UnitUse(
        unit, booked.isEmpty() ? other.booked : booked, closed.isEmpty() ? other.closed : closed);
  }
}
