package coop.maillon.booking.clearing;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.seat.Budget;
import coop.maillon.booking.seat.Piece;
import coop.maillon.booking.seat.Pool;
import coop.maillon.booking.seat.UnitChoice;
import coop.maillon.booking.seat.Wanted;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Works out how units can be cleared for a closure: buffers give way, what has begun ends when the closure begins, what
 * still fits elsewhere in its pool goes there, the rest is cancelled. Nothing is written.
 */
public final class Clearing {

  private final ClosedSpace space;
  private final Catalogue catalogue;
  private final UnitChoice choice;
  private final Instant now;
  private final TimeSlot known;
  private final Map<BookingId, Booking> bookings = new HashMap<>();
  private final Map<Long, Occupied> rows = new LinkedHashMap<>();
  private final List<Occupied> displaced = new ArrayList<>();
  private final Map<Long, Occupied> moved = new LinkedHashMap<>();
  private final List<Occupied> trimmed = new ArrayList<>();
  private final Set<BookingId> cancelled = new LinkedHashSet<>();
  private final Map<BookingId, Booking> shortened = new LinkedHashMap<>();
  private final Set<Long> holds = new HashSet<>();

  /**
   * @param chain every row of the groups that the closure touches
   * @param bookings those that have a row on a unit that closes
   */
  public Clearing(
      ClosedSpace space,
      Chain chain,
      List<Booking> bookings,
      Catalogue catalogue,
      UnitChoice choice,
      Instant now) {
    this.space = space;
    this.catalogue = catalogue;
    this.choice = choice;
    this.now = now;
    this.known = chain.known();
    bookings.forEach(booking -> this.bookings.put(booking.id(), booking));
    chain.rows().forEach(row -> rows.put(row.id(), row));
  }

  /** The plan; the search for other places ends with the budget, what has none by then is cancelled. */
  public ClearingPlan plan(Budget budget) {
    List.copyOf(rows.values()).stream().filter(space::reaches).forEach(this::clear);
    rows.values().removeIf(row -> row.booking().filter(cancelled::contains).isPresent());
    displaced.removeIf(row -> row.booking().filter(cancelled::contains).isPresent());
    displaced.forEach(row -> rows.remove(row.id()));
    displaced.stream()
        .sorted(Comparator.comparing(Occupied::during))
        .forEach(row -> rehouse(row, budget));
    moved.values().removeIf(row -> row.booking().filter(cancelled::contains).isPresent());
    return new ClearingPlan(
        List.copyOf(moved.values()),
        trimmed,
        cancelled.stream().map(this::booking).toList(),
        List.copyOf(shortened.values()),
        holds);
  }

  private void clear(Occupied row) {
    if (row.cause() == Occupied.Cause.HOLD) {
      row.hold().ifPresent(hold -> holds.add(hold.id()));
      rows.remove(row.id());
    } else if (row.cause() == Occupied.Cause.BOOKING) {
      clear(row, booking(row.booking().orElseThrow()));
    }
  }

  private void clear(Occupied row, Booking booking) {
    if (!booking.slot().overlaps(space.slot())) {
      trim(row);
    } else if (booking.slot().start().isBefore(space.slot().start())
        && !booking.slot().start().isAfter(now)) {
      shorten(booking);
    } else if (mayMove(row)) {
      displaced.add(row);
    } else {
      cancelled.add(booking.id());
    }
  }

  /** Only its buffer lies in the closed time: the buffer gives way. */
  private void trim(Occupied row) {
    TimeSlot during = row.during();
    boolean isBefore = booking(row.booking().orElseThrow())
        .slot()
        .start()
        .isBefore(space.slot().start());
    Optional<TimeSlot> rest = isBefore
        ? TimeSlot.between(during.start(), space.slot().start())
        : TimeSlot.between(space.slot().end(), during.end());
    rest.map(row::lasting).ifPresent(shorter -> {
      trimmed.add(shorter);
      rows.put(row.id(), shorter);
    });
  }

  private void shorten(Booking booking) {
    TimeSlot rest = new TimeSlot(booking.slot().start(), space.slot().start());
    shortened.put(booking.id(), booking.lasting(rest));
  }

  private boolean mayMove(Occupied row) {
    return !row.isFixedAt(now) && catalogue.known(row.resource()).isPool();
  }

  private void rehouse(Occupied row, Budget budget) {
    Resource resource = catalogue.known(row.resource());
    List<UnitId> units = resource.units().stream().map(Unit::id).toList();
    var pool = new Pool(units, pieces(resource), known);
    var seating = choice.seat(pool, Wanted.anywhere(row.during()), budget);
    if (seating.isEmpty()) {
      cancelled.add(row.booking().orElseThrow());
      return;
    }
    seating
        .get()
        .moved()
        .forEach((key, unit) -> put(Objects.requireNonNull(rows.get(key)).on(unit)));
    put(row.on(seating.get().forWanted()));
  }

  private void put(Occupied row) {
    rows.put(row.id(), row);
    moved.put(row.id(), row);
  }

  private List<Piece> pieces(Resource resource) {
    var pieces = new ArrayList<Piece>();
    long closed = -1;
    for (UnitId unit : space.units()) {
      pieces.add(Piece.fixed(closed--, space.slot(), unit));
    }
    rows.values().stream()
        .filter(row -> !isCovered(row))
        .forEach(row -> pieces.add(piece(row, resource)));
    return pieces;
  }

  /** Another closure, or a booking that ends: the new closure stands there anyway. */
  private boolean isCovered(Occupied row) {
    return space.reaches(row)
        && (row.cause() == Occupied.Cause.CLOSURE
            || row.booking().filter(shortened::containsKey).isPresent());
  }

  private Piece piece(Occupied row, Resource resource) {
    boolean stays = row.isFixedAt(now) || !row.resource().equals(resource.id());
    return stays
        ? Piece.fixed(row.id(), row.during(), row.unit())
        : Piece.free(row.id(), row.during(), row.unit());
  }

  private Booking booking(BookingId id) {
    return Objects.requireNonNull(bookings.get(id), "a row of a booking that was not read");
  }
}
