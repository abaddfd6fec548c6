package coop.maillon.vehicle.pool;

import coop.maillon.vehicle.Trip;
import java.util.Set;

/**
 * A trip that is not bound to a car.
 *
 * @param cars those that would do, by id
 */
public record Ride(Trip trip, Set<Long> cars) {

  public Ride {
    cars = Set.copyOf(cars);
    if (cars.isEmpty()) {
      throw new IllegalArgumentException("a ride needs a car: " + trip);
    }
  }

  long id() {
    return trip.id();
  }
}
