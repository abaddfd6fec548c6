package coop.maillon.booking.arriving;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.seat.Budget;
import coop.maillon.booking.seat.Pool;
import coop.maillon.booking.seat.Seating;
import coop.maillon.booking.seat.UnitChoice;
import coop.maillon.booking.seat.Wanted;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a thing that is not back does to the ledger: its row goes to the next quarter of an hour, the time kept free behind it
 * giving way first; who is not bound to a unit makes room; nothing goes past whoever comes next. Pure.
 */
final class Overrun {

  private static final long QUARTER_S = 15 * 60;

  private final Booking late;
  private final Catalogue catalogue;
  private final UnitChoice choice;
  private final Instant now;
  private final TimeSlot known;
  private final Map<Long, Occupied> rows = new LinkedHashMap<>();
  private final Map<Long, Occupied> changed = new LinkedHashMap<>();
  private final Set<Long> endedHolds = new HashSet<>();

  Overrun(Booking late, Chain chain, Catalogue catalogue, UnitChoice choice, Instant now) {
    this.late = late;
    this.catalogue = catalogue;
    this.choice = choice;
    this.now = now;
    known = chain.known();
    chain.rows().forEach(this::lay);
  }

  /**
   * What is to be written.
   *
   * @param changed rows as they will be: its own, and those that go to another unit
   * @param endedHolds those that have run out
   * @param next whoever comes next on its units within the quarter
   */
  record Plan(List<Occupied> changed, Set<Long> endedHolds, Set<BookingId> next) {}

  Plan plan(Budget budget) {
    own().forEach(row -> lengthen(row, budget));
    var next = new HashSet<BookingId>();
    own()
        .forEach(row -> behind(row)
            .filter(other -> !other.during().start().isAfter(goal()))
            .forEach(other -> other.booking().ifPresent(next::add)));
    return new Plan(List.copyOf(changed.values()), endedHolds, next);
  }

  /** The next full quarter of an hour, which all zones have at the same moment. */
  private Instant goal() {
    return Instant.ofEpochSecond((now.getEpochSecond() / QUARTER_S + 1) * QUARTER_S);
  }

  private void lay(Occupied row) {
    if (row.isExpiredHold(now)) {
      row.hold().ifPresent(hold -> endedHolds.add(hold.id()));
    } else {
      rows.put(row.id(), row);
    }
  }

  /** Its rows of what has to be brought back; a room that was booked along with it is free by time. */
  private List<Occupied> own() {
    return rows.values().stream()
        .filter(row -> row.isOf(late.id()))
        .filter(row -> catalogue.known(row.resource()).mustBeReturned())
        .toList();
  }

  private Stream<Occupied> behind(Occupied row) {
    return rows.values().stream()
        .filter(other -> other.unit().equals(row.unit()) && other.id() != row.id())
        .filter(other -> !other.during().start().isBefore(row.during().end()));
  }

  /** As far as possible: to the quarter, else up to the latest that comes before it and does not make room. */
  private void lengthen(Occupied row, Budget budget) {
    if (!row.during().end().isBefore(goal())) {
      return;
    }
    var ends = Stream.concat(
            Stream.of(goal()),
            behind(row)
                .map(other -> other.during().start())
                .filter(start ->
                    start.isBefore(goal()) && start.isAfter(row.during().end()))
                .sorted(Comparator.reverseOrder()))
        .toList();
    for (Instant end : ends) {
      var longer = row.lasting(new TimeSlot(row.during().start(), end));
      var seating = seat(longer, budget);
      if (seating.isPresent()) {
        seating
            .get()
            .moved()
            .forEach((key, unit) -> put(Objects.requireNonNull(rows.get(key)).on(unit)));
        put(longer);
        return;
      }
    }
  }

  /** On its own unit; of a whole each unit is looked at by itself. */
  private Optional<Seating> seat(Occupied longer, Budget budget) {
    Resource own = catalogue.known(longer.resource());
    var others = new ArrayList<>(rows.values());
    others.removeIf(row -> row.id() == longer.id());
    var units = own.isWhole()
        ? List.of(longer.unit())
        : own.units().stream().map(Unit::id).toList();
    var pool = new Pool(units, others.stream().map(row -> row.asPiece(own, now)).toList(), known);
    return choice.seat(pool, new Wanted(longer.during(), Optional.of(longer.unit())), budget);
  }

  private void put(Occupied row) {
    rows.put(row.id(), row);
    changed.put(row.id(), row);
  }
}
