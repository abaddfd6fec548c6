package coop.maillon.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The trips of a vehicle, one after the other, from a reading on. */
public record Chain(Vehicle vehicle, Reading reading, List<Trip> trips) {

  private static final double HOUR_MS = 3_600_000;

  /**
   * A trip as it is expected, going forward from the reading.
   *
   * @param startKwh what the battery holds at its start
   * @param endKwh and at its end; may be less than nothing
   */
  public record Step(Trip trip, double startKwh, double endKwh) {}

  /**
   * What a trip asks for so that it and all later ones keep their reserve, going backward from the last.
   *
   * @param startKwh what the battery must hold at its start, infinity where it cannot: the target of charging
   * @param endKwh and what it must bring back
   */
  public record Requirement(Trip trip, double startKwh, double endKwh) {}

  public Chain {
    trips = trips.stream().sorted(Comparator.comparing(Trip::start)).toList();
    for (int i = 1; i < trips.size(); i++) {
      if (trips.get(i - 1).overlaps(trips.get(i))) {
        throw new IllegalArgumentException("one vehicle, two trips at once: " + trips);
      }
    }
  }

  public Chain with(Trip trip) {
    var more = new ArrayList<>(trips);
    more.add(trip);
    return new Chain(vehicle, reading, more);
  }

  public Chain without(long id) {
    return new Chain(
        vehicle, reading, trips.stream().filter(trip -> trip.id() != id).toList());
  }

  public Chain from(Reading other) {
    return new Chain(vehicle, other, trips);
  }

  public boolean isFree(Trip trip) {
    return trips.stream().noneMatch(trip::overlaps);
  }

  /** Every trip as it is expected. */
  public List<Step> forward() {
    var steps = new ArrayList<Step>();
    double kwh = reading.kwh();
    for (int i = 0; i < trips.size(); i++) {
      Trip trip = trips.get(i);
      double start = vehicle.battery().charged(kwh, hours(i));
      kwh = start - vehicle.need(trip);
      steps.add(new Step(trip, start, kwh));
    }
    return steps;
  }

  /** What every trip asks for. */
  public List<Requirement> backward() {
    var needs = new ArrayList<Requirement>();
    double end = vehicle.reserveKwh();
    for (int i = trips.size() - 1; i >= 0; i--) {
      double start = end + vehicle.need(trips.get(i));
      needs.add(0, new Requirement(trips.get(i), start, end));
      end = Math.max(vehicle.reserveKwh(), vehicle.battery().needed(start, hours(i)));
    }
    return needs;
  }

  /** Hours that count for charging before the i-th trip. */
  double hours(int i) {
    return i == 0 ? hoursUntil(trips.get(0)) : hours(trips.get(i - 1), trips.get(i));
  }

  /** The same from the reading on, before the first trip. */
  double hoursUntil(Trip first) {
    return reading.plug() == Trip.Plug.OUT ? 0 : charging(reading.at(), first);
  }

  /** The same between two trips of which nothing else lies between. */
  double hours(Trip one, Trip next) {
    return charging(one.end().plus(vehicle.connectionDelay()), next);
  }

  private static double charging(Instant from, Trip until) {
    return until.before() == Trip.Plug.OUT
        ? 0
        : Math.max(0, Duration.between(from, until.start()).toMillis() / HOUR_MS);
  }

  int indexOf(Trip trip) {
    return trips.indexOf(trip);
  }
}
