package coop.maillon.booking;

import coop.maillon.resource.ResourceId;
import coop.maillon.resource.UnitId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a claim lies, and what makes room for it.
 *
 * @param seats the rows to write: one a resource, or one a unit of a whole
 * @param moved the rows that go to another unit, as they will be
 * @param endedHolds the holds that end with it: expired ones, and those of whoever books
 */
public record Seated(List<Seat> seats, List<Occupied> moved, Set<Long> endedHolds) {

  public Seated {
    seats = List.copyOf(seats);
    moved = List.copyOf(moved);
    endedHolds = Set.copyOf(endedHolds);
  }

  /** The unit on which a resource lies; empty where it lies on several. */
  public Optional<UnitId> unitOf(ResourceId resource) {
    List<Seat> own =
        seats.stream().filter(seat -> seat.resource().equals(resource)).toList();
    return own.size() == 1 ? Optional.of(own.get(0).unit()) : Optional.empty();
  }
}
