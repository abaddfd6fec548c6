package coop.maillon.booking.seat;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The units of one resource and what is known to lie on them.
 *
 * @param units the units in service, in the order in which the cooperative counts them
 * @param pieces every row on those units that overlaps {@code known}; rows of other units are left
 *     out
 * @param known the time for which the rows are told; it covers the wanted slot
 */
public record Pool(List<UnitId> units, List<Piece> pieces, TimeSlot known) {

  public Pool {
    units = List.copyOf(units);
    var inService = Set.copyOf(units);
    pieces = pieces.stream().filter(piece -> inService.contains(piece.unit())).toList();
  }

  /**
   * The unit on which the wanted slot lies free as things are: the one with the tightest gap around
   * it, so that long gaps are kept for long bookings; of equal ones the first.
   */
  public Optional<UnitId> freeUnit(Wanted wanted) {
    return eligible(wanted)
        .filter(unit -> on(unit).noneMatch(piece -> piece.during().overlaps(wanted.during())))
        .min(comparing(unit -> gap(unit, wanted.during())));
  }

  /** Whether somewhere in the slot as many rows lie over each other as there are units. */
  public boolean isFull(TimeSlot slot) {
    var within =
        pieces.stream().map(Piece::during).map(slot::intersection).flatMap(Optional::stream);
    return units.isEmpty()
        || Layer.of(within).stream().anyMatch(layer -> layer.count() >= units.size());
  }

  /** Whether the row may go elsewhere: it is free, and nothing untold can be in its way. */
  public boolean mayMove(Piece piece) {
    return !piece.isFixed() && known.covers(piece.during());
  }

  /** Whether a wider {@code known} could make room that this one cannot: a free row sticks out. */
  public boolean hasLooseEnds() {
    return pieces.stream().anyMatch(piece -> !piece.isFixed() && !known.covers(piece.during()));
  }

  /** The units on which the wanted slot may lie, in their order. */
  Stream<UnitId> eligible(Wanted wanted) {
    return units.stream().filter(unit -> wanted.unit().map(unit::equals).orElse(true));
  }

  /** What lies on the unit. */
  Stream<Piece> on(UnitId unit) {
    return pieces.stream().filter(piece -> piece.unit().equals(unit));
  }

  private Duration gap(UnitId unit, TimeSlot slot) {
    var from = on(unit)
        .map(piece -> piece.during().end())
        .filter(end -> !end.isAfter(slot.start()))
        .max(naturalOrder());
    var to = on(unit)
        .map(piece -> piece.during().start())
        .filter(start -> !start.isBefore(slot.end()))
        .min(naturalOrder());
    return Duration.between(from.orElse(known.start()), to.orElse(known.end()));
  }
}
