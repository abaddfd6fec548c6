package coop.maillon.booking.closure;

import coop.maillon.booking.clearing.ClosedSpace;
import coop.maillon.booking.evacuation.Clearances;
import coop.maillon.booking.evacuation.Evacuations;
import coop.maillon.booking.evacuation.Left;
import coop.maillon.booking.rehouse.Evacuation;
import coop.maillon.booking.rehouse.Order;
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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Closing itself: worked out anew under the locks, and done in one go. */
final class Closing {

  private static final int TRIES = 5;

  private final ClosureStore store = new ClosureStore();
  private final Fences fences = new Fences(store);
  private final Database database;
  private final Catalogues catalogues;
  private final Evacuations evacuations;
  private final Clearances clearances;
  private final Events events;
  private final Clock clock;

  Closing(Closures.Ground ground, Evacuations evacuations, Clearances clearances) {
    this.database = ground.database();
    this.catalogues = ground.catalogues();
    this.events = ground.events();
    this.clock = ground.clock();
    this.evacuations = evacuations;
    this.clearances = clearances;
  }

  /** What closing would touch, as things stand. */
  Future<ClosureOutcome> plan(Who actor, ClosureWish wish, Catalogue catalogue) {
    return wish.space(catalogue, clock.instant())
        .map(space -> evacuations
            .plan(database, order(actor, wish, space, catalogue))
            .<ClosureOutcome>map(plan -> new ClosureOutcome.Planned(plan, catalogue)))
        .orElseGet(Closing::past);
  }

  /** Closes; whoever it touches has their new home by then. */
  Future<ClosureOutcome> apply(Who actor, ClosureWish wish, Catalogue catalogue) {
    return wish.space(catalogue, clock.instant())
        .map(space -> order(actor, wish, space, catalogue))
        .map(order -> evacuations
            .plan(database, order)
            .map(plan -> evacuations.allLocks(order, plan))
            .compose(locks -> close(new Attempt(actor, wish, locks), TRIES)))
        .orElseGet(Closing::past);
  }

  private static Future<ClosureOutcome> past() {
    return Future.succeededFuture(new ClosureOutcome.NotNow("past"));
  }

  private static Order order(Who actor, ClosureWish wish, ClosedSpace space, Catalogue catalogue) {
    return new Order(actor, space, wish.homes(), place -> true, catalogue);
  }

  /** Somebody's wish under the locks that they hold for it. */
  private record Attempt(Who actor, ClosureWish wish, Set<Lock> held) {

    Attempt holding(Set<Lock> more) {
      var all = new HashSet<>(held);
      all.addAll(more);
      return new Attempt(actor, wish, all);
    }

    /** Only what is locked can become a home now. */
    Order order(ClosedSpace space, Catalogue catalogue) {
      return new Order(
          actor,
          space,
          wish.homes(),
          place -> held.contains(Lock.ofSpaceGroup(place.spaceGroup())),
          catalogue);
    }
  }

  /** What must be locked is known only under the locks: where it is more than is held, it starts again with more. */
  private Future<ClosureOutcome> close(Attempt attempt, int tries) {
    return database
        .transaction(tx -> {
          tx.lock(attempt.held());
          return catalogues.within(tx).compose(catalogue -> closeOn(tx, attempt, catalogue));
        })
        .recover(fault -> fault instanceof NeedsMore more && tries > 1
            ? close(attempt.holding(more.needed), tries - 1)
            : Future.failedFuture(fault));
  }

  private Future<ClosureOutcome> closeOn(Tx tx, Attempt attempt, Catalogue catalogue) {
    Optional<ClosedSpace> space = attempt.wish().space(catalogue, clock.instant());
    if (space.isEmpty()) {
      return tx.rollback().compose(done -> past());
    }
    Order order = attempt.order(space.get(), catalogue);
    return evacuations.plan(tx, order).compose(plan -> {
      Set<Lock> needed = evacuations.locks(order, plan);
      return attempt.held().containsAll(needed)
          ? write(tx, new Work(attempt, order, plan))
          : Future.failedFuture(new NeedsMore(needed));
    });
  }

  /** A closure about to be written. */
  private record Work(Attempt attempt, Order order, Evacuation plan) {

    long actor() {
      return attempt.actor().id();
    }

    String reason() {
      return attempt.wish().reason();
    }
  }

  private Future<ClosureOutcome> write(Tx tx, Work work) {
    Instant now = clock.instant();
    var space = work.order().space();
    var fresh = new ClosureStore.Fresh(work.attempt().wish(), space.slot(), work.actor(), now);
    return store
        .insert(tx, fresh)
        .compose(made -> made.map(id -> write(tx, id, work))
            .orElseGet(() -> tx.rollback().map(new ClosureOutcome.NotNow("made"))));
  }

  private Future<ClosureOutcome> write(Tx tx, ClosureId id, Work work) {
    Instant now = clock.instant();
    var cause = new Clearances.Cause(id.value(), work.reason(), work.actor());
    var catalogue = work.order().catalogue();
    return clearances
        .carryOut(tx, work.plan(), cause, catalogue)
        .compose(left -> store
            .keepTouched(tx, id, left)
            .compose(kept -> store.wait(tx, id, work.plan().cancelled(), now))
            .compose(waiting -> fences.lay(tx, ground(work.order().space(), now, catalogue)))
            .compose(laid -> tell(tx, id, work, left)))
        .map(told -> new ClosureOutcome.Closed(id, work.plan()));
  }

  private static Fences.Ground ground(ClosedSpace space, Instant now, Catalogue catalogue) {
    Instant since = space.slot().start().isBefore(now) ? space.slot().start() : now;
    return new Fences.Ground(catalogue, space.units(), since);
  }

  /** Of what comes back, whoever makes several dates tells each member once. */
  private Future<Void> tell(Tx tx, ClosureId id, Work work, List<Left> left) {
    var catalogue = work.order().catalogue();
    JsonObject data = Clearances.place(work.order().space(), catalogue)
        .put("closure", id.value())
        .put("actor", work.actor())
        .put("reason", work.reason());
    if (work.attempt().wish().rule().isEmpty()) {
      ClosureLetters.of(work.plan(), left)
          .forEach((member, letter) -> events.publish(
              tx, "closure.told", unplaced(data).mergeIn(letter).put("member", member.value())));
    }
    return events.publish(
        tx, "closure.placed", data.mergeIn(Clearances.told(work.plan().clearing())));
  }

  /** No page of the planning changes by it. */
  static JsonObject unplaced(JsonObject data) {
    var copy = data.copy();
    copy.remove("days");
    return copy;
  }

  /** More must be locked than was. */
  private static final class NeedsMore extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Set<Lock> needed;

    NeedsMore(Set<Lock> needed) {
      super("more must be locked", null, false, false);
      this.needed = needed;
    }
  }
}
