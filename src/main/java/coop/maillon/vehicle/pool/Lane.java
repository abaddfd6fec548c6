package coop.maillon.vehicle.pool;

import coop.maillon.resource.Buffers;
import coop.maillon.resource.TimeSlot;
import coop.maillon.vehicle.Admission;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.Trip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A car with what lies on it.
 *
 * @param car its id
 * @param bound the trips that stay on it, from its last reading on; empty where it is not judged by its charge, and goes anywhere
 * @param taken the time that nothing else can have, buffers included: bound trips, closures, holds
 * @param buffers kept free around a ride
 * @param drivenKm this month, so that of equal cars the one that stood more is taken
 * @param rides those that lie on it and may go elsewhere
 */
public record Lane(
    long car,
    Optional<Chain> bound,
    List<TimeSlot> taken,
    Buffers buffers,
    double drivenKm,
    List<Ride> rides) {

  private static final double DUST = 1e-9;

  public Lane {
    taken = List.copyOf(taken);
    rides = List.copyOf(rides);
  }

  /** With one more, if it is one of its cars, its time is free, and nothing ends lower than it may. */
  Optional<Lane> with(Ride ride, Map<Long, Double> least) {
    return ride.cars().contains(car) && hasTimeFor(ride.trip())
        ? Optional.of(holding(ride)).filter(lane -> lane.keeps(least))
        : Optional.empty();
  }

  Lane without(Ride ride) {
    return new Lane(
        car,
        bound,
        taken,
        buffers,
        drivenKm,
        rides.stream().filter(other -> other.id() != ride.id()).toList());
  }

  Lane emptied() {
    return new Lane(car, bound, taken, buffers, drivenKm, List.of());
  }

  private Lane holding(Ride ride) {
    var more = new ArrayList<>(rides);
    more.add(ride);
    return new Lane(car, bound, taken, buffers, drivenKm, more);
  }

  private boolean hasTimeFor(Trip trip) {
    TimeSlot wanted = around(trip);
    return Stream.concat(taken.stream(), rides.stream().map(ride -> around(ride.trip())))
            .noneMatch(wanted::overlaps)
        && bound.filter(chain -> !chain.isFree(trip)).isEmpty();
  }

  private TimeSlot around(Trip trip) {
    return buffers.around(new TimeSlot(trip.start(), trip.end()));
  }

  /** Everything on it, one after the other; empty where it is not judged by its charge. */
  Optional<Chain> chain() {
    return bound.map(chain -> {
      var trips = new ArrayList<>(chain.trips());
      rides.forEach(ride -> trips.add(ride.trip()));
      return new Chain(chain.vehicle(), chain.reading(), trips);
    });
  }

  private boolean keeps(Map<Long, Double> least) {
    return chain()
        .map(chain -> chain.forward().stream()
            .allMatch(step -> step.endKwh()
                >= least.getOrDefault(step.trip().id(), chain.vehicle().reserveKwh()) - DUST))
        .orElse(true);
  }

  /** The smaller, the sooner it is taken: what it could hold. */
  double batteryKwh() {
    return bound.map(chain -> chain.vehicle().battery().usableKwh()).orElse(Double.MAX_VALUE);
  }

  /** What would be left over of its charge if the ride, which fits, lay on it. */
  double slackKwh(Ride ride) {
    return chain()
        .map(chain -> {
          var admission = new Admission(chain, ride.trip());
          return admission.endKwh() - admission.mustBringBackKwh();
        })
        .orElse(Double.MAX_VALUE);
  }
}
