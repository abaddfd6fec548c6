package coop.maillon.vehicle.pool;

import coop.maillon.booking.seat.Budget;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shares the cars out anew, ride by ride in the order in which they start, and goes back where one finds none. What was found
 * with the fewest moves when the budget ends is the answer.
 *
 * <p>A later ride takes charge from nothing before it and adds none to what follows, so that a start that breaks a trip is not
 * gone on with.
 */
final class Search {

  private final Lineup before;
  private final Ride wanted;
  private final Budget budget;
  private final List<Ride> rides;
  private final Map<Long, Long> homes;
  private Optional<Lineup> best = Optional.empty();
  private int fewest = Integer.MAX_VALUE;

  Search(Lineup before, Ride wanted, Budget budget) {
    this.before = before;
    this.wanted = wanted;
    this.budget = budget;
    homes = before.places();
    rides = Stream.concat(before.rides().stream(), Stream.of(wanted))
        .sorted(Comparator.comparing(ride -> ride.trip().start()))
        .toList();
  }

  /** Empty where there is no way, or none was found within the budget. */
  Optional<Placing> best() {
    place(0, before.emptied(), 0);
    return best.map(after -> Placing.between(before, after, wanted));
  }

  private void place(int at, Lineup sofar, int moves) {
    if (moves >= fewest || budget.isSpent()) {
      return;
    }
    if (at == rides.size()) {
      best = Optional.of(sofar);
      fewest = moves;
      return;
    }
    Ride ride = rides.get(at);
    for (long car : choices(sofar, ride)) {
      int more = isMove(ride, car) ? 1 : 0;
      sofar.with(ride, car).ifPresent(with -> place(at + 1, with, moves + more));
    }
  }

  /** Its own car first, then the best fit. */
  private List<Long> choices(Lineup sofar, Ride ride) {
    var fitting = sofar.fitting(ride).toList();
    Long home = homes.get(ride.id());
    return home == null || !fitting.contains(home)
        ? fitting
        : Stream.concat(Stream.of(home), fitting.stream().filter(car -> !car.equals(home)))
            .toList();
  }

  private boolean isMove(Ride ride, long car) {
    Long home = homes.get(ride.id());
    return home != null && home != car;
  }
}
