package coop.maillon.booking;

import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.util.List;

/**
 * The units of one resource and what is known to lie on them.
 *
 * @param units the units in service, in the order in which the cooperative counts them
 * @param pieces every row on those units that overlaps {@code known}; rows of other units are left out
 * @param known the time for which the rows are told; it covers the wanted slot
 */
public record Pool(List<UnitId> units, List<Piece> pieces, TimeSlot known) {

  public Pool {
    var inService = List.copyOf(units);
    units = inService;
    pieces = pieces.stream().filter(piece -> inService.contains(piece.unit())).toList();
  }

  /** Whether the row may go elsewhere: it is free, and nothing that is not told can be in its way. */
  public boolean mayMove(Piece piece) {
    return !piece.isFixed() && known.covers(piece.during());
  }

  /** Whether a wider {@code known} could make room that this one cannot: a free row sticks out of it. */
  public boolean hasLooseEnds() {
    return pieces.stream().anyMatch(piece -> !piece.isFixed() && !known.covers(piece.during()));
  }
}
