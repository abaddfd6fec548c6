package coop.maillon.booking.seat;

import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;

/**
 * One row of the ledger of time, as the choice of a unit sees it.
 *
 * @param key what the caller knows the row by; rows of one pool have different keys
 * @param during what it occupies, its buffers included
 * @param unit where it lies at present
 * @param bond whether it may be moved to another unit
 */
public record Piece(long key, TimeSlot during, UnitId unit, Bond bond) {

  /** Whether a row may move to another unit of its pool. */
  public enum Bond {
    /** Stays on its unit: chosen by the member, bound, or a closure. */
    FIXED,
    /** Moves where that makes room. */
    FREE
  }

  public static Piece fixed(long key, TimeSlot during, UnitId unit) {
    return new Piece(key, during, unit, Bond.FIXED);
  }

  public static Piece free(long key, TimeSlot during, UnitId unit) {
    return new Piece(key, during, unit, Bond.FREE);
  }

  public boolean isFixed() {
    return bond == Bond.FIXED;
  }

  /** The same row on another unit. */
  Piece on(UnitId other) {
    return new Piece(key, during, other, bond);
  }
}
