package coop.maillon.vehicle.carbon;

import coop.maillon.db.Database;
import coop.maillon.event.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;

/** What administrators say of the numbers by which trips are reckoned. What was reckoned before stays. */
public final class CarbonFactors {

  private final CarbonStore store = new CarbonStore();
  private final Database database;
  private final Events events;
  private final Clock clock;

  public CarbonFactors(Database database, Events events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  Future<List<Factors>> all() {
    return store.all(database);
  }

  Future<Void> set(Factors factors, long actor) {
    return database.transaction(tx -> {
      store.set(tx, factors, actor, clock.instant());
      return events.publish(
          tx,
          "carbon.set",
          new JsonObject().put("actor", actor).put("from", factors.from().toString()));
    });
  }
}
