package coop.maillon.vehicle.pool;

import java.util.HashMap;
import java.util.Map;

/**
 * Which car a ride gets, and which rides go elsewhere for it.
 *
 * @param moves from the ride to its new car
 */
public record Placing(long car, Map<Long, Long> moves) {

  public Placing {
    moves = Map.copyOf(moves);
  }

  static Placing on(long car) {
    return new Placing(car, Map.of());
  }

  /** What has to happen to come from one line-up to another that has the ride in it. */
  static Placing between(Lineup before, Lineup after, Ride wanted) {
    var moves = new HashMap<>(after.places());
    long car = java.util.Objects.requireNonNull(moves.remove(wanted.id()));
    before.places().forEach((ride, home) -> moves.remove(ride, home));
    return new Placing(car, moves);
  }
}
