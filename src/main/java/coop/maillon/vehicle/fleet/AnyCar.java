package coop.maillon.vehicle.fleet;

import coop.maillon.booking.Violation;
import coop.maillon.booking.anyof.Assignment;
import coop.maillon.booking.seat.Budget;
import coop.maillon.db.Query;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.vehicle.pool.CarPool;
import coop.maillon.vehicle.pool.Placing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which of the cars of a site a booking gets, so that all keep their charge; and whose bookings go with another car for it. */
public final class AnyCar implements Assignment {

  private static final Set<String> OF_CHARGE = Set.of("range-self", "breaks-later");

  /** All one knows by itself of the sites concerned: no more than a site has. */
  @Override
  public List<Resource> among(Collection<Resource> wanted, Catalogue catalogue) {
    return wanted.stream().allMatch(Resource::isOneCar)
        ? wanted.stream()
            .map(resource -> resource.site().id())
            .distinct()
            .flatMap(site -> catalogue.inService(site).stream())
            .filter(Resource::isOneCar)
            .toList()
        : List.of();
  }

  @Override
  public List<Query> facts(Collection<Resource> among, Instant asked) {
    return among.stream()
        .flatMap(car -> Stream.of(FleetStore.charge(car.id()), AnyCarStore.open(car.id(), asked)))
        .toList();
  }

  @Override
  public boolean mayHelp(Violation violation) {
    return OF_CHARGE.contains(violation.rule());
  }

  @Override
  public Optional<Assigned> assign(Scene scene, Budget budget) {
    var lanes = new Lanes(scene);
    var pool = new CarPool(lanes.all());
    return (budget.isSpent() ? pool.bestFit(lanes.wanted()) : pool.place(lanes.wanted(), budget))
        .map(placing -> assigned(placing, lanes));
  }

  private static Assigned assigned(Placing placing, Lanes lanes) {
    return new Assigned(
        lanes.car(placing.car()),
        placing.moves().entrySet().stream()
            .map(move -> lanes.moved(move.getKey(), move.getValue()))
            .toList());
  }
}
