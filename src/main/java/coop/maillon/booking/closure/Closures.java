package coop.maillon.booking.closure;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Clearances;
import coop.maillon.booking.act.Left;
import coop.maillon.booking.clearing.ClearingPlan;
import coop.maillon.booking.clearing.ClosedSpace;
import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** What a coordinator can do with a closure. */
public final class Closures {

  private static final int TRIES = 5;

  private final ClosureStore store = new ClosureStore();
  private final Fences fences = new Fences(store);
  private final Database database;
  private final Catalogues catalogues;
  private final Clearances clearances;
  private final Bookings bookings;
  private final Events events;
  private final Clock clock;

  /** What closures stand on. */
  public record Ground(Database database, Catalogues catalogues, Events events, Clock clock) {}

  public Closures(Ground ground, Clearances clearances, Bookings bookings) {
    this.database = ground.database();
    this.catalogues = ground.catalogues();
    this.events = ground.events();
    this.clock = ground.clock();
    this.clearances = clearances;
    this.bookings = bookings;
  }

  /** What closing would touch, as things stand. */
  public Future<ClosureOutcome> plan(Who actor, ClosureWish wish) {
    return wished(
        actor,
        wish,
        (catalogue, space) -> clearances
            .plan(database, space, catalogue)
            .map(plan -> new ClosureOutcome.Planned(plan, catalogue)));
  }

  /** Closes: worked out anew under the locks, done in one go, everybody told once. */
  public Future<ClosureOutcome> apply(Who actor, ClosureWish wish) {
    return wished(
        actor,
        wish,
        (catalogue, space) -> clearances
            .plan(database, space, catalogue)
            .map(plan -> clearances.locks(space, plan, catalogue))
            .compose(locks -> close(actor, wish, locks, TRIES)));
  }

  /** Opens again; bookings that it cancelled stay so. */
  public Future<ClosureOutcome> lift(Who actor, ClosureId id) {
    return found(actor, id, (catalogue, closure) -> {
      Instant now = clock.instant();
      return closure.isOverAt(now)
          ? succeededFuture(new ClosureOutcome.NotNow("over"))
          : open(actor, closure, now, catalogue)
              .map(done -> new ClosureOutcome.Open(closure, List.of()));
    });
  }

  /** As if it had never been: opens, and gives every booking back that still can be. */
  public Future<ClosureOutcome> undo(Who actor, ClosureId id) {
    return found(
        actor,
        id,
        (catalogue, closure) -> closure.canBeUndoneAt(clock.instant())
            ? open(actor, closure, closure.slot().start(), catalogue)
                .compose(done -> giveBack(actor, closure.touched()))
                .map(lost -> new ClosureOutcome.Open(closure, lost))
            : succeededFuture(new ClosureOutcome.NotNow("undo-over")));
  }

  /** The closures of the sites that they coordinate: those to come and those of the last three months. */
  public Future<List<Closure>> of(Who actor) {
    var since = clock.instant().minus(Duration.ofDays(90));
    return catalogues
        .fresh()
        .compose(catalogue -> store
            .since(database, since)
            .map(closures -> closures.stream()
                .filter(closure -> mayClose(actor, closure.target(), catalogue))
                .toList()));
  }

  private Future<ClosureOutcome> wished(
      Who actor, ClosureWish wish, BiFunction<Catalogue, ClosedSpace, Future<ClosureOutcome>> act) {
    return catalogues.fresh().compose(catalogue -> {
      if (wish.target().site(catalogue).isEmpty()) {
        return succeededFuture(new ClosureOutcome.Missing());
      }
      if (!mayClose(actor, wish.target(), catalogue)) {
        return succeededFuture(new ClosureOutcome.Forbidden());
      }
      return wish.space(catalogue, clock.instant())
          .map(space -> act.apply(catalogue, space))
          .orElseGet(() -> succeededFuture(new ClosureOutcome.NotNow("past")));
    });
  }

  private Future<ClosureOutcome> found(
      Who actor, ClosureId id, BiFunction<Catalogue, Closure, Future<ClosureOutcome>> act) {
    return catalogues
        .fresh()
        .compose(catalogue -> store
            .find(database, id)
            .compose(found -> found
                .map(closure -> mayClose(actor, closure.target(), catalogue)
                    ? act.apply(catalogue, closure)
                    : succeededFuture((ClosureOutcome) new ClosureOutcome.Forbidden()))
                .orElseGet(() -> succeededFuture(new ClosureOutcome.Missing()))));
  }

  private static boolean mayClose(Who actor, Target target, Catalogue catalogue) {
    return target
        .site(catalogue)
        .filter(site -> actor.mayCoordinate(site.id().value()))
        .isPresent();
  }

  /** What must be locked is known only under the locks: where it is more than is held, it starts again with more. */
  private Future<ClosureOutcome> close(Who actor, ClosureWish wish, Set<Lock> locks, int tries) {
    return database
        .transaction(tx -> {
          tx.lock(locks);
          return catalogues
              .within(tx)
              .compose(catalogue -> closeOn(tx, new Attempt(actor, wish, locks), catalogue));
        })
        .recover(fault -> fault instanceof NeedsMore more && tries > 1
            ? close(actor, wish, more.locks(locks), tries - 1)
            : Future.failedFuture(fault));
  }

  /** Somebody's wish under the locks that they hold for it. */
  private record Attempt(Who actor, ClosureWish wish, Set<Lock> held) {}

  private Future<ClosureOutcome> closeOn(Tx tx, Attempt attempt, Catalogue catalogue) {
    Optional<ClosedSpace> space = attempt.wish().space(catalogue, clock.instant());
    if (space.isEmpty()) {
      return tx.rollback().map(new ClosureOutcome.NotNow("past"));
    }
    return clearances.plan(tx, space.get(), catalogue).compose(plan -> {
      Set<Lock> needed = clearances.locks(space.get(), plan, catalogue);
      return attempt.held().containsAll(needed)
          ? write(tx, new Closing(attempt.actor(), attempt.wish(), space.get(), plan, catalogue))
          : Future.failedFuture(new NeedsMore(needed));
    });
  }

  /** A closure about to be written. */
  private record Closing(
      Who actor, ClosureWish wish, ClosedSpace space, ClearingPlan plan, Catalogue catalogue) {}

  private Future<ClosureOutcome> write(Tx tx, Closing closing) {
    Instant now = clock.instant();
    long actor = closing.actor().id();
    return store
        .insert(tx, new ClosureStore.Fresh(closing.wish(), closing.space().slot(), actor, now))
        .compose(id -> {
          var cause = new Clearances.Cause(id.value(), closing.wish().reason(), actor);
          return clearances
              .carryOut(tx, closing.plan(), cause, closing.catalogue())
              .compose(left -> store.keepTouched(tx, id, left))
              .compose(kept -> fences.lay(tx, ground(closing.space(), now, closing.catalogue())))
              .compose(laid -> tellPlaced(tx, id, closing))
              .map(told -> new ClosureOutcome.Closed(id, closing.plan().touched()));
        });
  }

  private static Fences.Ground ground(ClosedSpace space, Instant now, Catalogue catalogue) {
    Instant since = space.slot().start().isBefore(now) ? space.slot().start() : now;
    return new Fences.Ground(catalogue, space.units(), since);
  }

  private Future<Void> tellPlaced(Tx tx, ClosureId id, Closing closing) {
    JsonObject data = Clearances.place(closing.space(), closing.catalogue())
        .mergeIn(Clearances.told(closing.plan()))
        .put("closure", id.value())
        .put("actor", closing.actor().id())
        .put("reason", closing.wish().reason());
    return events.publish(tx, "closure.placed", data);
  }

  private Future<Void> open(Who actor, Closure closure, Instant since, Catalogue catalogue) {
    var space = new ClosedSpace(closure.target().units(catalogue), closure.slot());
    var nothing = new ClearingPlan(List.of(), List.of(), List.of(), List.of(), Set.of());
    return database.transaction(tx -> {
      tx.lock(clearances.locks(space, nothing, catalogue));
      return store
          .lift(tx, closure.id(), clock.instant())
          .compose(lifted -> fences.lay(tx, new Fences.Ground(catalogue, space.units(), since)))
          .compose(laid -> events.publish(
              tx,
              "closure.lifted",
              Clearances.place(space, catalogue)
                  .put("closure", closure.id().value())
                  .put("actor", actor.id())
                  .put("reason", closure.reason())));
    });
  }

  /** One after the other; whose place is taken meanwhile, or who has decided otherwise, is named. */
  private Future<List<BookingId>> giveBack(Who actor, List<Left> touched) {
    Future<List<BookingId>> lost = succeededFuture(new ArrayList<>());
    for (Left left : touched) {
      lost = lost.compose(so -> bookings.giveBack(actor, left).map(outcome -> {
        if (!(outcome instanceof BookingOutcome.Done)) {
          so.add(left.booking());
        }
        return so;
      }));
    }
    return lost;
  }

  /** More must be locked than was. */
  private static final class NeedsMore extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Set<Lock> needed;

    NeedsMore(Set<Lock> needed) {
      super("more must be locked", null, false, false);
      this.needed = needed;
    }

    Set<Lock> locks(Set<Lock> held) {
      var all = new HashSet<>(held);
      all.addAll(needed);
      return all;
    }
  }
}
