package coop.maillon.vehicle.pool;

import coop.maillon.booking.seat.Budget;
import coop.maillon.resource.Buffers;
import coop.maillon.vehicle.Battery;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.Reading;
import coop.maillon.vehicle.Trip;
import coop.maillon.vehicle.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A week of requests by chance, from a seed; booked by a rule, then driven. */
final class Week {

  private static final Instant MONDAY = Instant.parse("2026-12-07T00:00:00Z");
  private static final Set<Long> CARS = Set.of(1L, 2L, 3L, 4L);
  private static final int REQUESTS = 56;
  private static final int LOOKS = 1500;
  private static final Vehicle VEHICLE = Vehicle.of(Battery.of(50, 7.4, 0.9), 16, ZoneOffset.UTC);
  private static final Reading FULL = new Reading(MONDAY, 50, Trip.Plug.IN);

  private final List<Ride> requests = new ArrayList<>();
  private final Map<Long, Double> actual = new HashMap<>();
  private final Map<Long, List<Ride>> booked = new TreeMap<>();
  private int overlap;
  private int range;
  private int moves;

  Week(long seed) {
    var chance = new SplittableRandom(seed);
    CARS.forEach(car -> booked.put(car, new ArrayList<>()));
    for (long id = 1; id <= REQUESTS; id++) {
      requests.add(request(id, chance));
      actual.put(id, 0.85 + chance.nextDouble(0.30));
    }
  }

  /** By day, from seven on, one to nine hours; the longer, the further, 170 km at most. */
  private static Ride request(long id, SplittableRandom chance) {
    int quarter = 96 * chance.nextInt(7) + 28 + chance.nextInt(44);
    int length = 4 + chance.nextInt(32);
    int km = 10 + (int) Math.min(160, chance.nextDouble(0.4, 1.6) * 18 * length / 4);
    Instant start = MONDAY.plus(Duration.ofMinutes(15L * quarter));
    return new Ride(Trip.of(id, start, start.plus(Duration.ofMinutes(15L * length)), km), CARS);
  }

  void book(Rule rule) {
    requests.forEach(ride -> book(ride, rule));
  }

  private void book(Ride ride, Rule rule) {
    var pool = new CarPool(lanes());
    Optional<Placing> found = switch (rule) {
      case OVERLAP_ONLY -> free(ride).map(Placing::on);
      case BEST_FIT -> pool.bestFit(ride);
      case WITH_MOVES -> pool.place(ride, steps());
    };
    found.ifPresentOrElse(placing -> take(ride, placing), () -> refuse(ride));
  }

  /** A search ends after so many looks at the clock, so that the same week is the same on any machine. */
  private static Budget steps() {
    long[] looks = {0};
    return new Budget(() -> looks[0]++, LOOKS);
  }

  private void take(Ride ride, Placing placing) {
    var all = new HashMap<Long, Ride>();
    requests.forEach(one -> all.put(one.id(), one));
    placing.moves().forEach((id, car) -> {
      booked.values().forEach(rides -> rides.removeIf(other -> other.id() == id));
      on(car).add(Objects.requireNonNull(all.get(id)));
      moves++;
    });
    on(placing.car()).add(ride);
  }

  private List<Ride> on(long car) {
    return Objects.requireNonNull(booked.get(car));
  }

  private void refuse(Ride ride) {
    if (free(ride).isPresent()) {
      range++;
    } else {
      overlap++;
    }
  }

  private Optional<Long> free(Ride ride) {
    return booked.entrySet().stream()
        .filter(
            one -> one.getValue().stream().noneMatch(other -> other.trip().overlaps(ride.trip())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private List<Lane> lanes() {
    return booked.entrySet().stream()
        .map(one -> new Lane(
            one.getKey(),
            Optional.of(new Chain(VEHICLE, FULL, List.of())),
            List.of(),
            Buffers.NONE,
            0,
            one.getValue()))
        .toList();
  }

  int doubleBooked() {
    return (int) booked.values().stream()
        .flatMap(rides -> rides.stream()
            .filter(one -> rides.stream()
                .anyMatch(other -> other != one && other.trip().overlaps(one.trip()))))
        .count();
  }

  Tally drive() {
    int underByPlan = 0;
    int under = 0;
    int flat = 0;
    for (List<Ride> rides : booked.values()) {
      var chain = new Chain(VEHICLE, FULL, rides.stream().map(Ride::trip).toList());
      underByPlan += (int) chain.forward().stream()
          .filter(step -> step.endKwh() < VEHICLE.reserveKwh() - 1e-9)
          .count();
      for (double end : driven(chain)) {
        under += end < VEHICLE.reserveKwh() - 1e-9 ? 1 : 0;
        flat += end <= 0 ? 1 : 0;
      }
    }
    int accepted = booked.values().stream().mapToInt(List::size).sum();
    return new Tally(accepted, overlap, range, moves, underByPlan, under, flat);
  }

  /** With what each really ends; one that runs flat is towed home empty. */
  private List<Double> driven(Chain chain) {
    var ends = new ArrayList<Double>();
    double kwh = FULL.kwh();
    Instant since = FULL.at();
    for (Trip trip : chain.trips()) {
      double hours = Math.max(0, Duration.between(since, trip.start()).toMinutes() / 60.0);
      double used =
          VEHICLE.need(trip) / VEHICLE.margin() * Objects.requireNonNull(actual.get(trip.id()));
      kwh = Math.max(0, VEHICLE.battery().charged(kwh, hours) - used);
      ends.add(kwh);
      since = trip.end().plus(VEHICLE.connectionDelay());
    }
    return ends;
  }
}
