package coop.maillon.vehicle.damage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.closure.ClosureId;
import coop.maillon.booking.closure.ClosureOutcome;
import coop.maillon.booking.closure.ClosureWish;
import coop.maillon.booking.closure.Closures;
import coop.maillon.booking.closure.Target;
import coop.maillon.booking.rehouse.Evacuation;
import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a car that is not safe, once however many say so, and opens it when nothing keeps it closed any more. Bookings go where
 * they would if a coordinator had closed it.
 */
public final class Outages {

  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

  /** Two weeks of days, the first of which has begun: coordinators shorten it, or it is closed anew. */
  private static final int DAYS = 15;

  /** Long enough for whoever closes it to have done so. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final OutageStore store = new OutageStore();
  private final Ground ground;
  private final Closures closures;
  private final String reason;

  /** What it stands on. */
  public record Ground(Database database, Catalogues catalogues, Events events, Clock clock) {}

  /** @param reason that everybody reads */
  public Outages(Ground ground, Closures closures, String reason) {
    this.ground = ground;
    this.closures = closures;
    this.reason = reason;
  }

  /** Which car, because of what, by whom. */
  record Cause(Resource car, long damage, long actor, Why why) {

    Cause(Resource car, long damage, long actor) {
      this(car, damage, actor, Why.REPORTED);
    }

    /** Nobody is left out of what is told where it stays closed: whoever said so first may be on duty. */
    JsonObject told() {
      var data = Damages.about(car, damage);
      return why == Why.REPORTED ? data.put("actor", actor).put("member", actor) : data;
    }
  }

  /** Why a car is closed: somebody said that it is not safe, or nobody mended it since. */
  enum Why {
    REPORTED("damage.closed"),
    NOT_MENDED("damage.renewed");

    private final String kind;

    Why(String kind) {
      this.kind = kind;
    }
  }

  /** Closes it from now on. What goes wrong is told to whoever is on duty, and no failure. */
  Future<Effect> open(Cause cause) {
    return ground
        .database()
        .transaction(tx -> {
          tx.lock(List.of(Lock.ofSpaceGroup(cause.car().spaceGroup())));
          return store
              .begin(tx, cause.car().id(), cause.damage(), now())
              .compose(begun -> begun.isPresent()
                  ? succeededFuture(begun)
                  : store.again(tx, cause.car().id()).map(begun));
        })
        .compose(begun -> begun
            .map(outage -> close(outage, cause))
            .orElseGet(() -> succeededFuture(Effect.ALREADY)));
  }

  private Future<Effect> close(long outage, Cause cause) {
    return closures
        .applyDate(Who.inTheNameOf(cause.actor()), wish(cause.car()))
        .compose(outcome -> outcome instanceof ClosureOutcome.Closed closed
            ? closed(outage, cause, closed)
            : Future.failedFuture("not closed: " + outcome))
        .recover(fault -> unclosed(outage, cause, fault));
  }

  private ClosureWish wish(Resource car) {
    var zone = car.site().zone();
    var end = now().atZone(zone).toLocalDate().plusDays(DAYS).atStartOfDay(zone);
    return new ClosureWish(Target.of(car), new TimeSlot(now(), end.toInstant()), reason);
  }

  private Future<Effect> closed(long outage, Cause cause, ClosureOutcome.Closed closed) {
    var effect = effect(closed.plan());
    return ground
        .database()
        .transaction(tx -> store
            .closed(tx, outage, closed.id())
            .compose(done -> publish(
                tx, cause.why().kind, cause.told().put("count", effect.moved() + effect.ended()))))
        .map(effect);
  }

  private static Effect effect(Evacuation plan) {
    int moved = plan.housed().size();
    return new Effect(Effect.Kind.CLOSED, moved, plan.touched().size() - moved);
  }

  /** What was not closed anew is closed as if somebody had just said so, within minutes: whoever is on duty is told by that. */
  private Future<Effect> unclosed(long outage, Cause cause, Throwable fault) {
    LOG.error("{} could not be closed", cause.car().slug(), fault);
    if (cause.why() == Why.NOT_MENDED) {
      return succeededFuture(Effect.UNCLOSED);
    }
    return ground
        .database()
        .transaction(tx -> store
            .end(tx, outage, now())
            .compose(ended -> ended
                ? publish(tx, "damage.unclosed", cause.told())
                : Future.<Void>succeededFuture()))
        .map(Effect.UNCLOSED);
  }

  /** How it is closed; empty where it is not, or not by damage. */
  Future<Optional<OutageStore.Standing>> standing(ResourceId car) {
    return store.standing(ground.database(), car, now());
  }

  /** Opens it again where nothing keeps it closed; whoever was told of it is told that it is over. True if it did. */
  Future<Boolean> openAgain(Who who, Resource car) {
    return ground
        .database()
        .transaction(tx -> {
          tx.lock(List.of(Lock.ofSpaceGroup(car.spaceGroup())));
          return store
              .standing(tx, car.id(), now())
              .compose(standing -> standing
                  .filter(one -> one.keeping() == 0)
                  .map(one -> store.end(tx, one.outage(), now()).map(done -> one.closure()))
                  .orElseGet(() -> succeededFuture(Optional.empty())));
        })
        .compose(closure -> closure
            .map(id -> closures.lift(who, id).map(ClosureOutcome.Open.class::isInstance))
            .orElseGet(() -> succeededFuture(false)));
  }

  /** Opens it that morning, at the latest; empty where it is not closed by damage. */
  Future<Optional<ClosureOutcome>> shorten(Who who, Resource car, LocalDate day) {
    var end = day.atStartOfDay(car.site().zone()).toInstant();
    return standing(car.id())
        .compose(standing -> standing
            .flatMap(OutageStore.Standing::closure)
            .map(id -> closures.shorten(who, id, end).map(Optional::of))
            .orElseGet(() -> succeededFuture(Optional.empty())));
  }

  /** What a node left undone that went away: what it had closed is noted, the rest is closed now. */
  public Future<Void> finish() {
    return store
        .leftUndone(ground.database(), now().minus(PATIENCE))
        .compose(all -> oneByOne(all, this::finish));
  }

  /** No car opens by itself that is not safe: where its closure has run out, it is closed anew. */
  public Future<Void> renew() {
    return store
        .runOut(ground.database(), now())
        .compose(all -> oneByOne(all, one -> because(one, this::renew)));
  }

  /** Somebody may mend it in the same moment. */
  private Future<Effect> renew(Cause reported) {
    var cause = new Cause(reported.car(), reported.damage(), reported.actor(), Why.NOT_MENDED);
    return open(cause)
        .compose(
            effect -> openAgain(Who.inTheNameOf(cause.actor()), cause.car()).map(effect));
  }

  private static Future<Void> oneByOne(
      List<OutageStore.Outage> all, Function<OutageStore.Outage, Future<Void>> act) {
    Future<Void> last = succeededFuture();
    for (OutageStore.Outage one : all) {
      last = last.compose(done -> act.apply(one));
    }
    return last;
  }

  private Future<Void> finish(OutageStore.Outage one) {
    return one.closure()
        .map(closure -> note(one, closure))
        .orElseGet(() -> because(one, cause -> close(one.id(), cause)));
  }

  private Future<Void> because(OutageStore.Outage one, Function<Cause, Future<Effect>> act) {
    return ground
        .catalogues()
        .fresh()
        .compose(catalogue -> catalogue
            .resource(one.car())
            .map(car -> act.apply(new Cause(car, one.damage(), one.actor())))
            .orElseGet(() -> succeededFuture(Effect.NOTED)))
        .mapEmpty();
  }

  private Future<Void> note(OutageStore.Outage one, ClosureId closure) {
    return ground.database().transaction(tx -> store.closed(tx, one.id(), closure));
  }

  private Future<Void> publish(Tx tx, String kind, JsonObject data) {
    return ground.events().publish(tx, kind, data);
  }

  private Instant now() {
    return ground.clock().instant();
  }
}
