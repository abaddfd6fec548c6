package coop.maillon.booking.maintenance;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.closure.ClosureId;
import coop.maillon.booking.closure.ClosureOutcome;
import coop.maillon.booking.closure.Closures;
import coop.maillon.booking.rehouse.Evacuation;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Site;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a coordinator can do with closures that come back. */
public final class Maintenances {

  private static final Logger LOG = LoggerFactory.getLogger(Maintenances.class);

  /** How far ahead dates are closed: who books sees them in time. */
  static final Duration AHEAD = Duration.ofDays(42);

  private final MaintenanceStore store = new MaintenanceStore();
  private final Database database;
  private final Catalogues catalogues;
  private final Events events;
  private final Clock clock;
  private final Closures closures;
  private final Making making;

  public Maintenances(Closures.Ground ground, Closures closures) {
    this.database = ground.database();
    this.catalogues = ground.catalogues();
    this.events = ground.events();
    this.clock = ground.clock();
    this.closures = closures;
    this.making = new Making(ground, closures);
  }

  /** One date, and what closing would do to its bookings as things stand. */
  public record Foreseen(TimeSlot slot, Evacuation plan) {}

  /** What the dates of the next weeks would touch; empty where it is not theirs to plan. */
  public Future<Optional<List<Foreseen>>> plan(Who actor, Maintenance.Wish wish) {
    return theirs(actor, wish)
        .compose(may -> may
            ? each(actor, wish, wish.dates(Making.ahead(clock.instant()))).map(Optional::of)
            : succeededFuture(Optional.empty()));
  }

  private Future<List<Foreseen>> each(Who actor, Maintenance.Wish wish, List<TimeSlot> dates) {
    Future<List<Foreseen>> all = succeededFuture(new ArrayList<>());
    for (TimeSlot date : dates) {
      all = all.compose(before -> closures.plan(actor, wish.on(date)).map(outcome -> {
        if (outcome instanceof ClosureOutcome.Planned planned) {
          before.add(new Foreseen(date, planned.plan()));
        }
        return before;
      }));
    }
    return all;
  }

  /** Plans it and closes the dates of the next weeks; empty where it is not theirs to plan. */
  public Future<Optional<Maintenance.Id>> start(Who actor, Maintenance.Wish wish) {
    return theirs(actor, wish)
        .compose(may -> may
            ? started(actor, wish).compose(id -> make(id).map(Optional.of(id)))
            : succeededFuture(Optional.empty()));
  }

  private Future<Maintenance.Id> started(Who actor, Maintenance.Wish wish) {
    return catalogues
        .fresh()
        .compose(catalogue -> database.transaction(tx -> store
            .insert(tx, wish, actor.id(), clock.instant())
            .compose(id -> events
                .publish(tx, "maintenance.planned", told(actor, id, wish, catalogue))
                .map(id))));
  }

  private Future<Void> make(Maintenance.Id id) {
    return store
        .live(database)
        .compose(all -> all.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .map(making::make)
            .orElseGet(() -> succeededFuture()));
  }

  /** Nothing comes back any more: no date is closed anew, and those to come open again. False where there is none of theirs. */
  public Future<Boolean> end(Who actor, Maintenance.Id id) {
    return of(actor)
        .compose(all -> all.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .map(one -> end(actor, one))
            .orElseGet(() -> succeededFuture(false)));
  }

  private Future<Boolean> end(Who actor, Maintenance one) {
    return catalogues
        .fresh()
        .compose(catalogue -> database.transaction(tx -> store
            .end(tx, one.id(), clock.instant())
            .compose(ended -> ended
                ? events
                    .publish(tx, "maintenance.ended", told(actor, one.id(), one.wish(), catalogue))
                    .map(true)
                : succeededFuture(false))))
        .compose(ended -> store
            .toCome(database, one.id(), clock.instant())
            .compose(ids -> lift(actor, ids))
            .map(ended));
  }

  private Future<Void> lift(Who actor, List<ClosureId> ids) {
    Future<Void> last = succeededFuture();
    for (ClosureId id : ids) {
      last = last.compose(done -> closures.lift(actor, id)).mapEmpty();
    }
    return last;
  }

  /** What comes back at the sites that they coordinate. */
  public Future<List<Maintenance>> of(Who actor) {
    return catalogues
        .fresh()
        .compose(catalogue -> store
            .live(database)
            .map(all -> all.stream()
                .filter(one -> Closures.mayClose(actor, one.target(), catalogue))
                .toList()));
  }

  /**
   * Closes the dates of the next weeks, each once whoever else does it at the same time; opens those of what was ended, where
   * something stopped that midway.
   */
  public Future<Void> makeAll() {
    return liftLeftOver().compose(done -> store.live(database)).compose(all -> {
      Future<Void> last = succeededFuture();
      for (Maintenance one : all) {
        last = last.compose(done -> making.make(one).otherwise(fault -> {
          LOG.warn("maintenance {} waits an hour: {}", one.id(), fault.toString());
          return null;
        }));
      }
      return last;
    });
  }

  private Future<Void> liftLeftOver() {
    return store.leftOver(database, clock.instant()).compose(all -> {
      Future<Void> last = succeededFuture();
      for (MaintenanceStore.LeftOver one : all) {
        last = last.compose(done -> lift(Who.inTheNameOf(one.planner()), List.of(one.closure())));
      }
      return last;
    });
  }

  private Future<Boolean> theirs(Who actor, Maintenance.Wish wish) {
    return catalogues.fresh().map(catalogue -> Closures.mayClose(actor, wish.target(), catalogue));
  }

  private static JsonObject told(
      Who actor, Maintenance.Id id, Maintenance.Wish wish, Catalogue catalogue) {
    var sites = new JsonArray();
    wish.target().site(catalogue).map(Site::id).ifPresent(site -> sites.add(site.value()));
    return new JsonObject()
        .put("actor", actor.id())
        .put("maintenance", id.value())
        .put("sites", sites)
        .put("reason", wish.reason())
        .put("after", new JsonObject().put("rrule", wish.recurrence().rule()));
  }
}
