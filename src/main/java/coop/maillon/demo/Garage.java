package coop.maillon.demo;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.vehicle.fleet.Noted;
import coop.maillon.vehicle.fleet.Parameters;
import coop.maillon.vehicle.fleet.Vehicles;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.OptionalInt;

/** What the demo's electric cars can do: the Zoé is vehicle A of the model (contract.md). Both are full, on their chargers. */
record Garage(Vehicles vehicles, Who coordinator, Catalogue catalogue) {

  private static final int KM_AN_HOUR = 10;
  private static final int MOST_KM = 60;

  Future<Void> fill(Instant now) {
    return car("zoe-bleue", Parameters.of(50, 16, 7.4), now)
        .compose(done -> car("e208-verte", Parameters.of(46, 15.5, 7.4), now));
  }

  private Future<Void> car(String slug, Parameters parameters, Instant now) {
    var car = catalogue.resource(slug).orElseThrow();
    var full = new Noted(now, 100, true, OptionalInt.empty());
    return vehicles
        .equip(car, parameters, coordinator.id())
        .compose(done -> vehicles.note(car, full, coordinator.id()));
  }

  /** What is announced: a round trip of the length of the slot. */
  static OptionalInt km(Resource resource, TimeSlot slot) {
    return resource.kind() == Kind.VEHICLE
        ? OptionalInt.of((int) Math.min(MOST_KM, KM_AN_HOUR * slot.minutes() / 60))
        : OptionalInt.empty();
  }
}
