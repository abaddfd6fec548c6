package coop.maillon.demo;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.tariff.Tariff;
import coop.maillon.vehicle.Vehicle;
import coop.maillon.vehicle.cost.tariff.Tariffs;
import coop.maillon.vehicle.fleet.Noted;
import coop.maillon.vehicle.fleet.Parameters;
import coop.maillon.vehicle.fleet.Vehicles;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the demo's cars cost and the electric ones can do: the Zoé is vehicle A of the model (contract.md). */
record Garage(Vehicles vehicles, Tariffs tariffs, Who coordinator, Catalogue catalogue) {

  private static final Map<String, Parameters> ELECTRIC = Map.of(
      "zoe-bleue", Parameters.of(50, 16, 7.4),
      "e208-verte", Parameters.of(46, 15.5, 7.4),
      "twingo-grise", Parameters.of(22, 16, 7.4));

  private static final int KM_AN_HOUR = 10;
  private static final int MOST_KM = 60;

  /** Before anything is booked. */
  Future<Void> price(LocalDate from) {
    return price("zoe-bleue", new Tariffs.Setting(from, tariff(100, 150, 20)))
        .compose(done -> price("e208-verte", new Tariffs.Setting(from, tariff(100, 150, 20))))
        .compose(done -> price("twingo-grise", new Tariffs.Setting(from, tariff(100, 120, 18))))
        .compose(done -> price("kangoo", new Tariffs.Setting(from, tariff(200, 250, 34))));
  }

  /** From the hundredth kilometre on a quarter less; time costs eight hours at most, and half of it where it is given back. */
  private static Tariff tariff(int base, int hour, double km) {
    return new Tariff(
        base,
        hour,
        List.of(new Tariff.Tier(0, km), new Tariff.Tier(100, km * 0.75)),
        0.5,
        OptionalLong.of(8L * hour));
  }

  private Future<Void> price(String slug, Tariffs.Setting setting) {
    return tariffs.set(car(slug), setting, coordinator.id());
  }

  /** What the electric ones can do. */
  Future<Void> equip() {
    return Demo.oneByOne(
        List.copyOf(ELECTRIC.entrySet()),
        one -> vehicles.equip(car(one.getKey()), one.getValue(), coordinator.id()));
  }

  /** Reckoned with what is written of it alone, whatever its trips were like (contract.md). */
  Future<Void> asWritten(String slug) {
    var written = Objects.requireNonNull(ELECTRIC.get(slug));
    return vehicles.equipAnew(car(slug), written, coordinator.id());
  }

  /** As it is reckoned with by now. */
  Future<Vehicle> vehicle(String slug) {
    var car = car(slug);
    return vehicles
        .standings(List.of(car))
        .map(all -> Objects.requireNonNull(all.get(car.id())).vehicle());
  }

  /** As one stands. */
  Future<Void> note(String slug, Noted noted) {
    return vehicles.note(car(slug), noted, coordinator.id());
  }

  Resource car(String slug) {
    return catalogue.resource(slug).orElseThrow();
  }

  /** What is announced: a round trip of the length of the slot. */
  static OptionalInt km(Resource resource, TimeSlot slot) {
    return resource.kind() == Kind.VEHICLE
        ? OptionalInt.of((int) Math.min(MOST_KM, KM_AN_HOUR * slot.minutes() / 60))
        : OptionalInt.empty();
  }
}
