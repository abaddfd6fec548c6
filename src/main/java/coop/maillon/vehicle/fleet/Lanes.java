package coop.maillon.vehicle.fleet;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.anyof.Assignment.Scene;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.vehicle.Trip;
import coop.maillon.vehicle.pool.Lane;
import coop.maillon.vehicle.pool.Ride;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The cars of a scene as the pool sees them: what is bound to each, and what may still go elsewhere. */
final class Lanes {

  /** No booking's name. */
  private static final long WANTED = -1;

  private final Scene scene;
  private final Map<Long, Resource> cars = new HashMap<>();
  private final Map<Long, Occupied> movable = new HashMap<>();
  private final List<Lane> lanes = new ArrayList<>();

  Lanes(Scene scene) {
    this.scene = scene;
    scene.among().forEach(car -> cars.put(car.id().value(), car));
    scene.among().forEach(car -> lane(car).ifPresent(lanes::add));
  }

  List<Lane> all() {
    return lanes;
  }

  Ride wanted() {
    Claim claim = scene.claim();
    var trip = Trip.of(
        WANTED,
        claim.slot().start(),
        claim.slot().end(),
        Standing.km(claim.distanceKm(), claim.slot()));
    return new Ride(
        trip, scene.wanted().stream().map(car -> car.id().value()).collect(Collectors.toSet()));
  }

  Resource car(long id) {
    return Objects.requireNonNull(cars.get(id));
  }

  /** The row of a booking, on another car. */
  Occupied moved(long booking, long to) {
    Resource car = car(to);
    return Objects.requireNonNull(movable.get(booking))
        .on(car, car.units().get(0).id());
  }

  /** Empty where nobody knows how full it is: then it is lent to nobody. */
  private Optional<Lane> lane(Resource car) {
    var standing =
        Standing.of(scene.facts().of(FleetStore.charge(car.id())), car.site().zone());
    if (standing.filter(known -> known.noted().isEmpty()).isPresent()) {
      return Optional.empty();
    }
    var rows = rows(car);
    var rides = rides(car, rows);
    var free = rides.stream().map(Lanes::booking).collect(Collectors.toSet());
    return Optional.of(new Lane(
        car.id().value(),
        standing.flatMap(Standing::chain).map(chain -> Standing.without(chain, free)),
        rows.stream()
            .filter(row -> row.booking().filter(free::contains).isEmpty())
            .map(Occupied::during)
            .toList(),
        car.policy().buffers(),
        standing.map(Lanes::drivenKm).orElse(0.0),
        rides));
  }

  private List<Occupied> rows(Resource car) {
    Set<UnitId> units = car.units().stream().map(unit -> unit.id()).collect(Collectors.toSet());
    return scene.chain().rows().stream()
        .filter(row -> units.contains(row.unit()))
        .toList();
  }

  /** Those that are not bound yet, and lie as they would be laid today. */
  private List<Ride> rides(Resource car, List<Occupied> rows) {
    var open = new HashMap<BookingId, JsonObject>();
    scene
        .facts()
        .of(AnyCarStore.open(car.id(), scene.claim().asked()))
        .forEach(row -> open.put(new BookingId(row.getLong("booking_id")), row));
    var rides = new ArrayList<Ride>();
    for (Occupied row : rows) {
      var found = row.booking().map(open::get);
      if (found.isPresent() && lies(row, car)) {
        rides.add(ride(found.get()));
        movable.put(found.get().getLong("booking_id"), row);
      }
    }
    return rides;
  }

  private boolean lies(Occupied row, Resource car) {
    return scene.chain().known().covers(row.during())
        && row.resource().equals(car.id())
        && row.during().equals(car.policy().buffers().around(row.own()))
        && row.booking().filter(scene.claim().givenUp()::contains).isEmpty();
  }

  private static Ride ride(JsonObject row) {
    var slot = new TimeSlot(
        Instant.ofEpochMilli(row.getLong("starts")), Instant.ofEpochMilli(row.getLong("ends")));
    Integer announced = row.getInteger("distance_km");
    var km = announced == null ? OptionalInt.empty() : OptionalInt.of(announced);
    var cars = new HashSet<Long>();
    row.getJsonArray("any_of").forEach(id -> cars.add(((Number) id).longValue()));
    return new Ride(
        Trip.of(row.getLong("booking_id"), slot.start(), slot.end(), Standing.km(km, slot)), cars);
  }

  private static BookingId booking(Ride ride) {
    return new BookingId(ride.trip().id());
  }

  /** As far as is known: since its last reading. */
  private static double drivenKm(Standing standing) {
    return standing.trips().stream().mapToDouble(Trip::km).sum();
  }
}
