package coop.maillon.vehicle.fleet;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Tells whoever would have taken any of several cars which one it is, as soon as it is theirs: once for each start that the
 * booking has. Whoever booked later than that, or kept the car, has seen it.
 */
public final class WhichCar {

  private final Database database;
  private final Events events;
  private final Clock clock;

  public WhichCar(Database database, Events events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Under the locks of the cars: who moved a booking a moment before is done by then. */
  public Future<Void> tell() {
    var now = clock.instant();
    return database.transaction(tx -> AnyCarStore.untold(tx, now)
        .compose(cars -> cars.isEmpty() ? succeededFuture() : tell(tx, cars)));
  }

  private Future<Void> tell(Tx tx, List<Long> spaceGroups) {
    tx.lock(spaceGroups.stream().map(Lock::ofSpaceGroup).toList());
    return AnyCarStore.tell(tx, clock.instant()).map(given -> {
      given.forEach(one -> events.publish(tx, "vehicle.given", told(one)));
      return null;
    });
  }

  private static JsonObject told(Given given) {
    return new JsonObject()
        .put("booking", given.booking())
        .put("member", given.member())
        .put("start", given.start().toString())
        .put("end", given.end().toString())
        .put("place", given.place());
  }

  /** A booking, and where its car stands. */
  record Given(long booking, long member, Instant start, Instant end, String place) {}
}
