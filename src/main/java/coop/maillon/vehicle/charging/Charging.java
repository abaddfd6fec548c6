package coop.maillon.vehicle.charging;

import coop.maillon.resource.Resource;
import coop.maillon.vehicle.fleet.Vehicles;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What cars must hold at their next departure. */
public final class Charging {

  private final Vehicles vehicles;
  private final Clock clock;

  public Charging(Vehicles vehicles, Clock clock) {
    this.vehicles = vehicles;
    this.clock = clock;
  }

  /** Of those that are judged by their charge, the most urgent first; one statement. */
  Future<List<Target>> targets(Collection<Resource> cars) {
    return vehicles
        .present(cars)
        .map(standings -> cars.stream()
            .flatMap(car -> Stream.ofNullable(standings.get(car.id()))
                .map(standing -> Target.of(car, standing, clock.instant())))
            .sorted(Comparator.comparing(Target::due))
            .toList());
  }
}
