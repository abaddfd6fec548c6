package coop.maillon.vehicle.pool;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which car a ride gets, and that a pool never refuses what fits: against every way there is, in small cases. */
class CarPoolTest {

  private static final Instant MONDAY = Instant.parse("2026-12-07T06:00:00Z");
  private static final Budget ENDLESS = new Budget(() -> 0, 1);
  private static final Budget SPENT = new Budget(() -> 0, 0);
  private final SplittableRandom chance = new SplittableRandom(20261129);

  @Test
  void theSmallestBatteryThatWillDoIsTakenAndTheLargeOneKept() {
    var pool = new CarPool(List.of(lane(1, 50, 50), lane(2, 30, 30)));

    assertThat(pool.bestFit(ride(1, "0-2", 60, 1, 2))).hasValue(Placing.on(2));
    assertThat(pool.bestFit(ride(1, "0-2", 130, 1, 2))).hasValue(Placing.on(1));
  }

  @Test
  void ofEqualCarsTheOneThatWouldHaveTheLeastLeftIsTaken() {
    var pool = new CarPool(List.of(lane(1, 50, 50), lane(2, 50, 30)));

    assertThat(pool.bestFit(ride(1, "0-2", 60, 1, 2))).hasValue(Placing.on(2));
  }

  @Test
  void aRideThatWouldDoWithTheOtherCarMakesRoom() {
    var both = ride(1, "0-2", 40, 1, 2);
    var pool = new CarPool(List.of(lane(1, 50, 50, both), lane(2, 50, 50)));

    assertThat(pool.bestFit(ride(2, "0-2", 40, 1))).isEmpty();
    assertThat(pool.place(ride(2, "0-2", 40, 1), SPENT)).hasValue(new Placing(1, Map.of(1L, 2L)));
  }

  @Test
  void oneMakesRoomForTheOneThatMakesRoom() {
    var first = ride(1, "0-2", 40, 1, 2);
    var second = ride(2, "0-2", 40, 2, 3);
    var pool =
        new CarPool(List.of(lane(1, 50, 50, first), lane(2, 50, 50, second), lane(3, 50, 50)));

    assertThat(pool.place(ride(3, "0-2", 40, 1), ENDLESS))
        .hasValue(new Placing(1, Map.of(1L, 2L, 2L, 3L)));
  }

  @Test
  void aLongWayMovesAShortOneOffTheFullCar() {
    var near = ride(1, "0-2", 30, 1, 2);
    var pool = new CarPool(List.of(lane(1, 50, 50, near), lane(2, 50, 20)));

    assertThat(pool.place(ride(2, "3-8", 180, 1, 2), ENDLESS))
        .hasValue(new Placing(1, Map.of(1L, 2L)));
  }

  @Test
  void whatIsBoundOrClosedStays() {
    var trip = Trip.of(1, at(0), at(2), 40);
    var bound = new Lane(
        1,
        chain(50, 50, trip),
        List.of(new coop.maillon.resource.TimeSlot(at(0), at(2))),
        Buffers.NONE,
        0,
        List.of());
    var pool = new CarPool(List.of(bound, lane(2, 50, 50)));

    assertThat(pool.place(ride(2, "1-3", 40, 1), ENDLESS)).isEmpty();
    assertThat(pool.place(ride(2, "2-4", 40, 1), ENDLESS)).hasValue(Placing.on(1));
  }

  @Test
  void aCarThatBurnsFuelGoesAnywhereAndIsTakenLast() {
    var fuel = new Lane(9, Optional.empty(), List.of(), Buffers.NONE, 0, List.of());
    var pool = new CarPool(List.of(fuel, lane(1, 50, 50)));

    assertThat(pool.bestFit(ride(1, "0-4", 100, 1, 9))).hasValue(Placing.on(1));
    assertThat(pool.bestFit(ride(1, "0-4", 600, 1, 9))).hasValue(Placing.on(9));
  }

  @Test
  void itFindsAPlaceExactlyWhereThereIsOne() {
    int placed = 0;
    int moved = 0;
    int refused = 0;
    for (int i = 0; i < 1500; i++) {
      List<Lane> lanes = lanes();
      Ride wanted = random(99);
      var found = new CarPool(lanes).place(wanted, ENDLESS);
      assertThat(found.isPresent())
          .as("%s on %s", wanted, lanes)
          .isEqualTo(isPossible(lanes, wanted));
      found.ifPresent(placing -> assertStands(lanes, wanted, placing));
      placed += found.isPresent() ? 1 : 0;
      moved += found.filter(one -> !one.moves().isEmpty()).isPresent() ? 1 : 0;
      refused += found.isEmpty() ? 1 : 0;
    }
    System.out.printf(
        "1,500 small pools: %d placed, %d of them by moves, %d refused; each as every way there is says%n",
        placed, moved, refused);
    assertThat(moved).isGreaterThan(30);
    assertThat(refused).isGreaterThan(100);
  }

  /** Every ride on every car. */
  private static boolean isPossible(List<Lane> lanes, Ride wanted) {
    var before = Lineup.of(lanes);
    var rides = new ArrayList<>(before.rides());
    rides.add(wanted);
    return isPossible(before.emptied(), rides);
  }

  private static boolean isPossible(Lineup lineup, List<Ride> left) {
    return left.isEmpty()
        || left.get(0).cars().stream()
            .anyMatch(car -> lineup
                .with(left.get(0), car)
                .filter(with -> isPossible(with, left.subList(1, left.size())))
                .isPresent());
  }

  /** By the passes of the model: on each car no two at once, and every reserve kept. */
  private static void assertStands(List<Lane> lanes, Ride wanted, Placing placing) {
    var on = new HashMap<Long, List<Trip>>();
    for (Lane lane : lanes) {
      for (Ride ride : lane.rides()) {
        long car = placing.moves().getOrDefault(ride.id(), lane.car());
        assertThat(ride.cars()).contains(car);
        on.computeIfAbsent(car, any -> new ArrayList<>()).add(ride.trip());
      }
    }
    on.computeIfAbsent(placing.car(), any -> new ArrayList<>()).add(wanted.trip());
    for (Lane lane : lanes) {
      var bare = lane.bound().orElseThrow();
      var chain = new Chain(bare.vehicle(), bare.reading(), on.getOrDefault(lane.car(), List.of()));
      assertThat(chain.forward())
          .allMatch(step -> step.endKwh() >= bare.vehicle().reserveKwh() - 1e-6);
    }
  }

  /** Three cars with up to six rides, as they came one after the other. */
  private List<Lane> lanes() {
    var lanes = new ArrayList<Lane>();
    for (long car = 1; car <= 3; car++) {
      lanes.add(lane(car, 30 + chance.nextInt(3) * 10, 15 + chance.nextInt(35)));
    }
    for (int n = 1; n <= 6; n++) {
      Ride ride = random(n);
      var lineup = Lineup.of(lanes);
      var cars = lineup.fitting(ride).toList();
      if (!cars.isEmpty()) {
        long car = cars.get(chance.nextInt(cars.size()));
        lanes.replaceAll(
            lane -> lane.car() == car ? lineup.with(ride, car).orElseThrow().lane(car) : lane);
      }
    }
    return lanes;
  }

  private Ride random(long id) {
    var cars = new TreeSet<Long>();
    cars.add(1L + chance.nextInt(3));
    cars.add(1L + chance.nextInt(3));
    int from = chance.nextInt(14);
    return new Ride(
        Trip.of(id, at(from), at(from + 1 + chance.nextInt(5)), 20 + chance.nextInt(90)), cars);
  }

  private static Lane lane(long car, double usableKwh, double kwh, Ride... rides) {
    return new Lane(
        car,
        chain(usableKwh, Math.min(usableKwh, kwh)),
        List.of(),
        Buffers.NONE,
        0,
        List.of(rides));
  }

  private static Optional<Chain> chain(double usableKwh, double kwh, Trip... trips) {
    var vehicle = Vehicle.of(Battery.of(usableKwh, 7.4, 0.9), 16, ZoneOffset.UTC);
    return Optional.of(new Chain(vehicle, new Reading(MONDAY, kwh, Trip.Plug.IN), List.of(trips)));
  }

  /** @param hours from and to, counted from the morning, such as 2-4 */
  private static Ride ride(long id, String hours, int km, long... cars) {
    String[] fromTo = hours.split("-", -1);
    int from = Integer.parseInt(fromTo[0]);
    int to = Integer.parseInt(fromTo[1]);
    var ids = new TreeSet<Long>();
    for (long car : cars) {
      ids.add(car);
    }
    return new Ride(Trip.of(id, at(from), at(to), km), Set.copyOf(ids));
  }

  private static Instant at(int hour) {
    return MONDAY.plus(Duration.ofHours(hour));
  }
}
