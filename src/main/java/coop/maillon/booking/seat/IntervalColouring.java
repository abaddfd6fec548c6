package coop.maillon.booking.seat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A pool never refuses what fits: rows that are free to move make room.
 *
 * <p>A unit that is free as things are is taken first. Then as few rows as possible move, up to
 * {@value FewMoves#MOST}. Then the rows that end after the wanted start are shared out anew in the
 * order in which they start: with nothing fixed that finds a place unless as many rows as units lie
 * over each other (an interval graph needs no more colours than its largest clique). Then all rows
 * that hang together with the wanted slot: exact whatever is fixed, which is a hard problem
 * (precolouring extension on interval graphs is NP-complete), hence the budget. A budget that is spent before it
 * starts leaves a free unit and the cheapest moves.
 */
public final class IntervalColouring implements UnitChoice {

  private static final Duration A_FEW = Duration.ofMillis(30);

  @Override
  public Optional<Seating> seat(Pool pool, Wanted wanted, Budget budget) {
    return pool.freeUnit(wanted).map(Seating::on).or(() -> makeRoom(pool, wanted, budget));
  }

  private static Optional<Seating> makeRoom(Pool pool, Wanted wanted, Budget budget) {
    if (isHopeless(pool, wanted)) {
      return Optional.empty();
    }
    var inHaste = budget.isSpent();
    var few = new FewMoves(pool, wanted, budget.atMost(A_FEW)).seat();
    return few.isPresent() || inHaste ? few : shuffle(pool, wanted, budget);
  }

  private static Optional<Seating> shuffle(Pool pool, Wanted wanted, Budget budget) {
    Predicate<Piece> endsLater =
        piece -> piece.during().end().isAfter(wanted.during().start());
    return new Sweep(Shuffle.of(pool, wanted, endsLater), budget)
        .seat()
        .or(() -> new Sweep(Shuffle.of(pool, wanted, piece -> true), budget).seat());
  }

  private static boolean isHopeless(Pool pool, Wanted wanted) {
    return pool.isFull(wanted.during())
        || pool.eligible(wanted)
            .allMatch(unit -> pool.on(unit)
                .anyMatch(
                    piece -> !pool.mayMove(piece) && piece.during().overlaps(wanted.during())));
  }
}
