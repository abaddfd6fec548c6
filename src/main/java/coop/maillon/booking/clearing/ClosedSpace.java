package coop.maillon.booking.clearing;

import coop.maillon.booking.Occupied;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.util.Set;

/** Units that are to be closed, and when. */
public record ClosedSpace(Set<UnitId> units, TimeSlot slot) {

  public ClosedSpace {
    units = Set.copyOf(units);
  }

  public boolean reaches(Occupied row) {
    return units.contains(row.unit()) && row.during().overlaps(slot);
  }
}
