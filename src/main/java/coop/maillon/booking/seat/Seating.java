package coop.maillon.booking.seat;

import coop.maillon.resource.UnitId;
import java.util.Map;

/**
 * Where a wanted slot goes, and what makes room for it.
 *
 * @param forWanted the unit on which the wanted slot is free once {@code moved} is done
 * @param moved the rows (by their key) that go to another unit than their present one; often empty
 */
public record Seating(UnitId forWanted, Map<Long, UnitId> moved) {

  public Seating {
    moved = Map.copyOf(moved);
  }

  /** A seat that nobody has to move for. */
  public static Seating on(UnitId unit) {
    return new Seating(unit, Map.of());
  }
}
