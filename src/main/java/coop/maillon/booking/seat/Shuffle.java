package coop.maillon.booking.seat;

import static java.util.Comparator.comparing;

import coop.maillon.resource.Stretches;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is to be shared out anew so that a wanted slot finds a place.
 *
 * @param units the units of the pool; a unit is called by its place in this list
 * @param rows those that take part, the wanted one (unless it is pinned) among them, in the order in
 *     which they start
 * @param fixed for each unit the slots that stay on it, sorted, a pinned wanted slot among them
 * @param wanted what it is all for
 */
record Shuffle(List<UnitId> units, List<Row> rows, List<List<TimeSlot>> fixed, Wanted wanted) {

  private static final int NOWHERE = -1;

  /**
   * One that takes part.
   *
   * @param home its present unit's place in the list, -1 for the wanted one
   */
  record Row(long key, TimeSlot during, int home) {

    boolean isWanted() {
      return home == NOWHERE;
    }
  }

  /** Takes all free rows that hang together with the wanted slot, as far as they may take part. */
  static Shuffle of(Pool pool, Wanted wanted, Predicate<Piece> mayTakePart) {
    var moving =
        pool.pieces().stream().filter(pool::mayMove).filter(mayTakePart).toList();
    var reach = reach(moving, wanted.during());
    var taking = moving.stream().filter(piece -> piece.during().overlaps(reach)).toList();
    var fixed = pool.units().stream()
        .map(unit -> fixedOn(unit, pool, wanted, Set.copyOf(taking)))
        .toList();
    return new Shuffle(pool.units(), rows(pool.units(), taking, wanted), fixed, wanted);
  }

  /** The unit that the wanted slot must have, if any. */
  Optional<UnitId> pinned() {
    return wanted.unit();
  }

  /** Whether no fixed slot of the unit is in the way. */
  boolean leaves(int unit, TimeSlot slot) {
    return fixed.get(unit).stream().noneMatch(slot::overlaps);
  }

  /** When the unit's next fixed slot from that time on starts; the end of time where there is none. */
  Instant nextFixed(int unit, Instant from) {
    return fixed.get(unit).stream()
        .map(TimeSlot::start)
        .filter(start -> !start.isBefore(from))
        .findFirst()
        .orElse(Instant.MAX);
  }

  /** For each unit a number; those with the same fixed slots left once that row starts share it. */
  int[] kinds(int row) {
    var now = rows.get(row).during().start();
    var known = new HashMap<List<TimeSlot>, Integer>();
    return fixed.stream()
        .map(slots -> slots.stream().filter(slot -> slot.end().isAfter(now)).toList())
        .mapToInt(left -> known.computeIfAbsent(left, any -> known.size()))
        .toArray();
  }

  private static TimeSlot reach(List<Piece> moving, TimeSlot wanted) {
    return Stretches.joined(Stream.concat(moving.stream().map(Piece::during), Stream.of(wanted)))
        .stream()
        .filter(stretch -> stretch.covers(wanted))
        .findFirst()
        .orElse(wanted);
  }

  private static List<TimeSlot> fixedOn(UnitId unit, Pool pool, Wanted wanted, Set<Piece> taking) {
    var slots = new ArrayList<>(pool.on(unit)
        .filter(piece -> !taking.contains(piece))
        .map(Piece::during)
        .toList());
    wanted.unit().filter(unit::equals).ifPresent(pinned -> slots.add(wanted.during()));
    return slots.stream().sorted().toList();
  }

  private static List<Row> rows(List<UnitId> units, List<Piece> taking, Wanted wanted) {
    var places = new HashMap<UnitId, Integer>();
    units.forEach(unit -> places.put(unit, places.size()));
    var there = taking.stream().map(piece -> row(piece, places));
    // last of those that start together: the others stay where they are if they can
    var asked = wanted.unit().isPresent()
        ? Stream.<Row>empty()
        : Stream.of(new Row(0, wanted.during(), NOWHERE));
    return Stream.concat(there, asked)
        .sorted(comparing(row -> row.during().start()))
        .toList();
  }

  private static Row row(Piece piece, Map<UnitId, Integer> places) {
    return new Row(piece.key(), piece.during(), places.getOrDefault(piece.unit(), NOWHERE));
  }
}
