package coop.maillon.vehicle.pool;

import static java.util.Comparator.comparingDouble;

import coop.maillon.vehicle.Chain;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cars and what lies on them.
 *
 * @param lanes by car
 * @param least with what each trip that lies there must end: its reserve, or what it ended with before where that was less.
 *     What was broken may stay so, but not become worse
 */
final class Lineup {

  private final Map<Long, Lane> lanes;
  private final Map<Long, Double> least;

  private Lineup(Map<Long, Lane> lanes, Map<Long, Double> least) {
    this.lanes = lanes;
    this.least = least;
  }

  static Lineup of(Collection<Lane> lanes) {
    var byCar = new TreeMap<Long, Lane>();
    lanes.forEach(lane -> byCar.put(lane.car(), lane));
    var least = new HashMap<Long, Double>();
    lanes.forEach(lane -> lane.chain().ifPresent(chain -> note(chain, least)));
    return new Lineup(byCar, least);
  }

  private static void note(Chain chain, Map<Long, Double> least) {
    double reserve = chain.vehicle().reserveKwh();
    chain.forward().stream()
        .filter(step -> step.endKwh() < reserve)
        .forEach(step -> least.merge(step.trip().id(), step.endKwh(), Math::min));
  }

  Collection<Lane> lanes() {
    return lanes.values();
  }

  Lane lane(long car) {
    return java.util.Objects.requireNonNull(lanes.get(car));
  }

  /** With one more on that car, if it fits. */
  Optional<Lineup> with(Ride ride, long car) {
    return Optional.ofNullable(lanes.get(car))
        .flatMap(lane -> lane.with(ride, least))
        .map(this::having);
  }

  Lineup without(Ride ride, long car) {
    return having(lane(car).without(ride));
  }

  /** Without any that could go elsewhere. */
  Lineup emptied() {
    var bare = new TreeMap<Long, Lane>();
    lanes.forEach((car, lane) -> bare.put(car, lane.emptied()));
    return new Lineup(bare, least);
  }

  /** The smallest battery that will do, then the least left over, then the car that was driven less. */
  Optional<Long> bestFit(Ride ride) {
    return fitting(ride).findFirst();
  }

  /** All cars that will do, the best first. */
  Stream<Long> fitting(Ride ride) {
    return lanes.values().stream()
        .filter(lane -> lane.with(ride, least).isPresent())
        .sorted(comparingDouble(Lane::batteryKwh)
            .thenComparing(comparingDouble(lane -> lane.slackKwh(ride)))
            .thenComparing(comparingDouble(Lane::drivenKm))
            .thenComparing(Lane::car))
        .map(Lane::car);
  }

  /** Its cars that are here, the smallest battery first, whether it fits or not. */
  List<Long> wishedBy(Ride ride) {
    return lanes.values().stream()
        .filter(lane -> ride.cars().contains(lane.car()))
        .sorted(comparingDouble(Lane::batteryKwh).thenComparing(Lane::car))
        .map(Lane::car)
        .toList();
  }

  /** Where each ride lies. */
  Map<Long, Long> places() {
    return lanes.values().stream()
        .flatMap(lane -> lane.rides().stream().map(ride -> Map.entry(ride.id(), lane.car())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Every ride, by start. */
  List<Ride> rides() {
    return lanes.values().stream()
        .flatMap(lane -> lane.rides().stream())
        .sorted(Comparator.comparing((Ride ride) -> ride.trip().start()).thenComparing(Ride::id))
        .toList();
  }

  private Lineup having(Lane lane) {
    var more = new TreeMap<>(lanes);
    more.put(lane.car(), lane);
    return new Lineup(more, least);
  }
}
