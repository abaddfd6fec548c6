package coop.maillon.booking.seat;

import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.util.ArrayList;
import java.util.List;

/** The slow and certain answer to what the colouring answers fast. */
public final class BruteForce {

  private BruteForce() {}

  /** Whether as many rows as desks lie over each other at some minute of the slot. */
  public static boolean isFull(Pool pool, TimeSlot slot) {
    for (var at = slot.start(); at.isBefore(slot.end()); at = at.plusSeconds(60)) {
      var now = at;
      if (pool.pieces().stream().filter(piece -> piece.during().contains(now)).count()
          >= pool.units().size()) {
        return true;
      }
    }
    return false;
  }

  /** Whether any way to share out the desks leaves one for the wanted slot: all are tried. */
  public static boolean fits(Pool pool, Wanted wanted) {
    var seated = new ArrayList<>(
        pool.pieces().stream().filter(piece -> !pool.mayMove(piece)).toList());
    var waiting = new ArrayList<>(pool.pieces().stream().filter(pool::mayMove).toList());
    return pool.eligible(wanted).anyMatch(unit -> {
      var asked = Piece.fixed(-1, wanted.during(), unit);
      return isFree(asked, seated) && allFit(pool.units(), waiting, with(seated, asked));
    });
  }

  /** The rows once a seating is done, the wanted one among them as a free row. */
  public static List<Piece> after(Pool pool, Wanted wanted, Seating seating, long key) {
    if (!pool.units().contains(seating.forWanted())
        || !wanted.unit().map(seating.forWanted()::equals).orElse(true)) {
      throw new AssertionError("not a unit that was asked for: " + seating);
    }
    var after = new ArrayList<Piece>();
    for (var piece : pool.pieces()) {
      var unit = seating.moved().getOrDefault(piece.key(), piece.unit());
      if (!pool.mayMove(piece) && seating.moved().containsKey(piece.key())) {
        throw new AssertionError("a fixed row moved: " + piece);
      }
      after.add(new Piece(piece.key(), piece.during(), unit, piece.bond()));
    }
    after.add(Piece.free(key, wanted.during(), seating.forWanted()));
    return after;
  }

  public static void requireApart(List<Piece> pieces) {
    for (var i = 0; i < pieces.size(); i++) {
      if (!isFree(pieces.get(i), pieces.subList(0, i))) {
        throw new AssertionError("two rows overlap on a unit: " + pieces.get(i));
      }
    }
  }

  private static boolean allFit(List<UnitId> units, List<Piece> waiting, List<Piece> seated) {
    if (waiting.isEmpty()) {
      return true;
    }
    var first = waiting.get(0);
    return units.stream()
        .map(unit -> Piece.fixed(first.key(), first.during(), unit))
        .filter(piece -> isFree(piece, seated))
        .anyMatch(piece -> allFit(units, waiting.subList(1, waiting.size()), with(seated, piece)));
  }

  private static boolean isFree(Piece piece, List<Piece> seated) {
    return seated.stream()
        .noneMatch(
            other -> other.unit().equals(piece.unit()) && other.during().overlaps(piece.during()));
  }

  private static List<Piece> with(List<Piece> pieces, Piece one) {
    var more = new ArrayList<>(pieces);
    more.add(one);
    return more;
  }
}
