package coop.maillon.booking;

import coop.maillon.booking.seat.Pool;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rows of the ledger around a claim, read under the lock.
 *
 * @param known the time for which every row of the locked groups is told
 */
public record Chain(List<Occupied> rows, TimeSlot known) {

  public Chain {
    rows = List.copyOf(rows);
  }

  /** The same but for some rows. */
  public Chain without(Predicate<Occupied> left) {
    return new Chain(rows.stream().filter(left.negate()).toList(), known);
  }

  /** What of it lies on these units, as the choice of one of them for the resource sees it. */
  public Pool pool(Resource resource, List<UnitId> units, Instant now) {
    return new Pool(units, rows.stream().map(row -> row.asPiece(resource, now)).toList(), known);
  }
}
