package coop.maillon.resource.quota;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Quota;
import coop.maillon.resource.Resource;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;

/** What coordinators do with the quotas of their sites. */
public final class Quotas {

  private final QuotaStore store = new QuotaStore();
  private final Database database;
  private final Events events;
  private final Clock clock;

  public Quotas(Database database, Events events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Makes one, or has the one that was be like this. Bookings that are already there stay. */
  public Future<Void> save(Who actor, Optional<Quota> before, QuotaDraft draft) {
    return database.transaction(tx -> written(tx, before, draft)
        .compose(id -> store
            .writeSet(tx, id, draft)
            .compose(done -> tell(tx, actor, before, Optional.of(draft)))));
  }

  private Future<Quota.Id> written(Tx tx, Optional<Quota> before, QuotaDraft draft) {
    return before
        .map(quota -> store.update(tx, quota.id(), draft).map(quota.id()))
        .orElseGet(() -> store.insert(tx, draft));
  }

  /** From now on it binds nobody. */
  public Future<Void> end(Who actor, Quota quota) {
    return database.transaction(tx -> store
        .end(tx, quota.id(), clock.instant())
        .compose(done -> tell(tx, actor, Optional.of(quota), Optional.empty())));
  }

  private Future<Void> tell(Tx tx, Who actor, Optional<Quota> before, Optional<QuotaDraft> after) {
    var data = new JsonObject().put("actor", actor.id());
    before.ifPresent(quota -> data.put("what", "quota:" + quota.id())
        .put("before", said(quota.name(), quota.amount(), quota.period())));
    after.ifPresent(draft -> data.put("sites", new JsonArray().add(draft.site().value()))
        .put(
            "after",
            said(draft.name(), draft.amount(), draft.period()).put("resources", slugs(draft))));
    return events.publish(tx, "quota.changed", data);
  }

  private static JsonObject said(String name, int amount, Quota.Period period) {
    return new JsonObject().put("name", name).put("amount", amount).put("period", period.word());
  }

  private static JsonArray slugs(QuotaDraft draft) {
    return new JsonArray(draft.set().stream().map(Resource::slug).toList());
  }
}
