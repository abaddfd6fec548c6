package coop.maillon.vehicle.fleet;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What can be known of a vehicle's charge, and what coordinators say of it. */
public final class Vehicles {

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

  /** How many kilometres it can go within a slot; empty where nobody can say, or another has it then. */
  public Future<OptionalInt> farthest(Resource resource, TimeSlot slot) {
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
    return database.transaction(tx -> {
      store.equip(tx, resource.id(), parameters);
      return events.publish(tx, "vehicle.equipped", about(resource, actor));
    });
  }

  /** Notes what was read off it. What was noted before stays. */
  public Future<Void> note(Resource resource, Noted noted, long actor) {
    return database.transaction(tx -> {
      return note(tx, resource, noted, about(resource, actor));
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

  private static JsonObject about(Resource resource, long actor) {
    return new JsonObject()
        .put("actor", actor)
        .put("resources", new JsonArray().add(resource.id().value()))
        .put("sites", new JsonArray().add(resource.site().id().value()));
  }
}
