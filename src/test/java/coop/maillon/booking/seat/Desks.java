package coop.maillon.booking.seat;

import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** A pool in a test: desks 1 to N on one day that starts at hour 0. */
public final class Desks {

  public static final Instant MIDNIGHT = Instant.parse("2026-12-08T00:00:00Z");

  private final List<UnitId> units;
  private List<Piece> pieces = new ArrayList<>();
  private long keys;

  public Desks(int size) {
    units = LongStream.rangeClosed(1, size).mapToObj(UnitId::new).toList();
  }

  public static TimeSlot hours(double from, double to) {
    return new TimeSlot(hour(from), hour(to));
  }

  public static Instant hour(double hour) {
    return MIDNIGHT.plusSeconds(Math.round(hour * 3600));
  }

  public static UnitId desk(int number) {
    return new UnitId(number);
  }

  public Desks free(int desk, double from, double to) {
    pieces.add(Piece.free(++keys, hours(from, to), desk(desk)));
    return this;
  }

  public Desks fixed(int desk, double from, double to) {
    pieces.add(Piece.fixed(++keys, hours(from, to), desk(desk)));
    return this;
  }

  public Pool pool() {
    return new Pool(units, pieces, hours(-1000, 1000));
  }

  public List<Piece> pieces() {
    return pieces;
  }

  /** Asks for a seat, checks that the answer holds, and sits down there. */
  public Optional<Seating> seat(Wanted wanted, Budget budget) {
    var seating = new IntervalColouring().seat(pool(), wanted, budget);
    seating.ifPresent(found -> {
      pieces = BruteForce.after(pool(), wanted, found, ++keys);
      BruteForce.requireApart(pieces);
    });
    return seating;
  }

  public Optional<Seating> seat(double from, double to) {
    return seat(Wanted.anywhere(hours(from, to)), endless());
  }

  /** Whoever sits at that place in the list leaves. */
  public void leave(int place) {
    pieces.remove(place);
  }

  /** A budget that no search uses up. */
  public static Budget endless() {
    return new Budget(() -> 0L, 1);
  }

  /** Fills the desks at random, some of the rows fixed; whatever overlaps is left out. */
  public Desks fill(Random random, int tries, double shareFixed) {
    for (var i = 0; i < tries; i++) {
      var from = random.nextInt(20);
      var slot = hours(from, from + 1 + random.nextInt(5));
      var unit = units.get(random.nextInt(units.size()));
      if (pool().on(unit).noneMatch(piece -> piece.during().overlaps(slot))) {
        var bond = random.nextDouble() < shareFixed ? Piece.Bond.FIXED : Piece.Bond.FREE;
        pieces.add(new Piece(++keys, slot, unit, bond));
      }
    }
    return this;
  }
}
