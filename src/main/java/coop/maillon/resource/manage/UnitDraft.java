package coop.maillon.resource.manage;

import coop.maillon.resource.UnitId;
import java.util.Optional;

/**
 * One unit as it is to be.
 *
 * @param id the unit that keeps its place and bookings; empty for a new one
 */
public record UnitDraft(Optional<UnitId> id, String label) {

  public static UnitDraft named(String label) {
    return new UnitDraft(Optional.empty(), label);
  }
}
