package coop.maillon.booking.seat;

import coop.maillon.resource.UnitId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes room by letting rows push each other on: the wanted slot takes a unit, who lies there takes
 * another, and so on. One move is tried before two, so nobody moves without need.
 */
final class FewMoves {

  /** Beyond so many moves another search is better. */
  static final int MOST = 3;

  private static final int PROBES = 20_000;

  private final Pool pool;
  private final Wanted wanted;
  private final Budget budget;
  private final Map<UnitId, List<Piece>> lanes;
  private final Map<Long, UnitId> moved = new HashMap<>();
  private int probes;
  private boolean over;

  FewMoves(Pool pool, Wanted wanted, Budget budget) {
    this.pool = pool;
    this.wanted = wanted;
    this.budget = budget;
    this.lanes = pool.units().stream()
        .collect(
            Collectors.toMap(unit -> unit, unit -> new ArrayList<>(pool.on(unit).toList())));
  }

  /** A seat for which one, else two, else three rows move; empty where that is not enough. */
  Optional<Seating> seat() {
    return IntStream.rangeClosed(1, MOST)
        .boxed()
        .flatMap(moves -> seat(moves).stream())
        .findFirst();
  }

  private Optional<Seating> seat(int moves) {
    return pool.eligible(wanted)
        .filter(unit -> takes(Piece.fixed(0, wanted.during(), unit), new ArrayDeque<>(), moves))
        .findFirst()
        .map(unit -> new Seating(unit, moved));
  }

  /** Whether the settler can lie on its unit: whoever is in the way finds another in so many moves. */
  private boolean takes(Piece settler, Deque<Piece> homeless, int moves) {
    var lane = lanes.getOrDefault(settler.unit(), List.of());
    var pushed = inTheWayOf(settler, lane);
    if (isOver() || pushed.size() > moves || !pushed.stream().allMatch(pool::mayMove)) {
      return false;
    }
    lane.removeAll(pushed);
    lane.add(settler);
    pushed.forEach(homeless::push);
    if (allSettle(homeless, moves - pushed.size())) {
      return true;
    }
    pushed.forEach(piece -> homeless.pop());
    lane.remove(settler);
    lane.addAll(pushed);
    return false;
  }

  private boolean allSettle(Deque<Piece> homeless, int moves) {
    if (homeless.isEmpty()) {
      return true;
    }
    var piece = homeless.pop();
    for (var unit : pool.units()) {
      // a settler is fixed: nobody pushes it on again
      var settler = Piece.fixed(piece.key(), piece.during(), unit);
      if (!unit.equals(piece.unit()) && takes(settler, homeless, moves)) {
        moved.put(piece.key(), unit);
        return true;
      }
    }
    homeless.push(piece);
    return false;
  }

  private static List<Piece> inTheWayOf(Piece settler, List<Piece> lane) {
    var pushed = new ArrayList<Piece>();
    for (var piece : lane) {
      if (piece.during().overlaps(settler.during())) {
        pushed.add(piece);
      }
    }
    return pushed;
  }

  private boolean isOver() {
    probes++;
    over |= probes > PROBES || probes % 64 == 0 && budget.isSpent();
    return over;
  }
}
