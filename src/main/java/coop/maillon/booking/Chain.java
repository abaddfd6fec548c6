package coop.maillon.booking;

import coop.maillon.resource.TimeSlot;
import java.util.List;

/**
 * The rows of the ledger around a claim, read under the lock.
 *
 * @param known the time for which every row of the locked groups is told
 */
public record Chain(List<Occupied> rows, TimeSlot known) {

  public Chain {
    rows = List.copyOf(rows);
  }
}
