package coop.maillon.vehicle.fleet;

import coop.maillon.booking.beforehand.Reach;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be known of a vehicle's charge, and what coordinators say of it. */
public final class Vehicles implements Reach {

  private final FleetStore store = new FleetStore();
  private final Database database;
  private final Events events;
  private final Clock clock;

  public Vehicles(Database database, Events events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** By one statement; empty where it is not judged by its charge. */
  Future<Optional<Standing>> standing(Resource resource) {
    return store
        .charge(database, resource.id())
        .map(rows -> Standing.of(rows, resource.site().zone()));
  }

  /** Of all of these that are judged by their charge, by one statement. */
  public Future<Map<ResourceId, Standing>> standings(Collection<Resource> resources) {
    return standings(resources, Instant.MIN);
  }

  /** The same as of now: what should be back and is not comes back now. */
  public Future<Map<ResourceId, Standing>> present(Collection<Resource> resources) {
    return standings(resources, clock.instant());
  }

  private Future<Map<ResourceId, Standing>> standings(
      Collection<Resource> resources, Instant late) {
    var cars = resources.stream()
        .filter(Resource::isOneCar)
        .collect(Collectors.toMap(Resource::id, Function.identity()));
    return cars.isEmpty()
        ? Future.succeededFuture(Map.of())
        : store.charges(database, cars.keySet()).map(rows -> {
          var standings = new HashMap<ResourceId, Standing>();
          rows.forEach((id, own) -> Standing.of(own, zone(id, cars), late)
              .ifPresent(standing -> standings.put(id, standing)));
          return standings;
        });
  }

  private static ZoneId zone(ResourceId id, Map<ResourceId, Resource> cars) {
    return Objects.requireNonNull(cars.get(id)).site().zone();
  }

  @Override
  public Future<Far> ofAll(Collection<Resource> resources) {
    return standings(resources)
        .map(standings -> (resource, slot) -> Optional.ofNullable(standings.get(resource.id()))
            .map(standing -> standing.farthest(List.of(slot)).get(0))
            .orElse(OptionalInt.empty()));
  }

  @Override
  public Future<OptionalInt> of(Resource resource, TimeSlot slot) {
    return resource.isOneCar()
        ? standing(resource)
            .map(standing -> standing
                .flatMap(one -> Farthest.of(one, slot, Set.of()))
                .map(farthest -> OptionalInt.of(farthest.km()))
                .orElse(OptionalInt.empty()))
        : Future.succeededFuture(OptionalInt.empty());
  }

  /** Says what it can do; from then on it is judged by its charge. */
  public Future<Void> equip(Resource resource, Parameters parameters, long actor) {
    return equip(resource, parameters, VehicleForm.Memory.KEEP, actor);
  }

  /** The same, and forgets what its trips have told. */
  public Future<Void> equipAnew(Resource resource, Parameters parameters, long actor) {
    return equip(resource, parameters, VehicleForm.Memory.FORGET, actor);
  }

  /** The same, where what its trips told can be forgotten. */
  Future<Void> equip(
      Resource resource, Parameters parameters, VehicleForm.Memory learned, long actor) {
    return database.transaction(tx -> {
      store.equip(tx, resource.id(), parameters, learned);
      return events.publish(tx, "vehicle.equipped", about(resource, actor));
    });
  }

  /** Notes what was read off it. What was noted before stays. */
  public Future<Void> note(Resource resource, Noted noted, long actor) {
    return database.transaction(tx -> {
      return note(tx, resource, noted, about(resource, actor));
    });
  }

  /** The same, whatever is said of its counter. */
  Future<Void> note(Resource resource, Noted noted, NotedForm.Counter counter, long actor) {
    return counter == NotedForm.Counter.WENT_ON
        ? note(resource, noted, actor)
        : correct(resource, noted, actor);
  }

  /** A counter was noted too high before: the reading says what it corrects, and that one stays. */
  private Future<Void> correct(Resource resource, Noted noted, long actor) {
    var by = new FleetStore.By(actor, clock.instant());
    return database.transaction(tx -> {
      return store
          .correct(tx, resource.id(), noted, by)
          .compose(done -> events.publish(
              tx,
              "vehicle.read",
              about(resource, actor).put("odometer", noted.odometerKm().orElseThrow())));
    });
  }

  /**
   * The same within an act that says more of it.
   *
   * @param told the data of the event, whose actor noted it
   */
  public Future<Void> note(Tx tx, Resource resource, Noted noted, JsonObject told) {
    var by = new FleetStore.By(told.getLong("actor"), clock.instant());
    return store
        .note(tx, resource.id(), noted, by)
        .compose(done -> events.publish(tx, "vehicle.read", told));
  }

  /**
   * What a trip has told of its consumption, with which it is reckoned from then on.
   *
   * @param beside what was written of it when that was learned
   */
  public Future<Void> learn(Tx tx, Resource resource, Learned seen, Parameters beside) {
    return store.learn(tx, resource.id(), seen, beside);
  }

  private static JsonObject about(Resource resource, long actor) {
    return resource.told().put("actor", actor);
  }
}
