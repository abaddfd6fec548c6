package coop.maillon.booking.closure;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.clearing.ClosedSpace;
import coop.maillon.booking.evacuation.Clearances;
import coop.maillon.booking.evacuation.Left;
import coop.maillon.booking.evacuation.Returns;
import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Opening again what is closed: from now on, or as if it had never been closed. */
final class Opening {

  private final ClosureStore store = new ClosureStore();
  private final Fences fences = new Fences(store);
  private final Database database;
  private final Events events;
  private final Returns returns;
  private final Clock clock;

  Opening(Closures.Ground ground, Returns returns) {
    this.database = ground.database();
    this.events = ground.events();
    this.clock = ground.clock();
    this.returns = returns;
  }

  /** Who opens which closure, on which catalogue. */
  record Case(Who actor, Closure closure, Catalogue catalogue) {

    ClosedSpace space() {
      return new ClosedSpace(closure.target().units(catalogue), closure.slot());
    }

    Set<Lock> locks() {
      return catalogue.resources().stream()
          .filter(resource -> catalogue.leafUnits(resource).stream()
              .anyMatch(unit -> space().units().contains(unit.id())))
          .map(resource -> Lock.ofSpaceGroup(resource.spaceGroup()))
          .collect(Collectors.toSet());
    }

    Returns.Order returns() {
      return new Returns.Order(actor, closure.id().value(), closure.touched(), catalogue);
    }

    JsonObject told() {
      return Clearances.place(space(), catalogue)
          .put("closure", closure.id().value())
          .put("actor", actor.id())
          .put("reason", closure.reason());
    }
  }

  /** Open from now on. Bookings stay where they are; everybody whom it had touched learns that it works again. */
  Future<ClosureOutcome> lift(Case one) {
    return database.transaction(tx -> {
      tx.lock(one.locks());
      return open(tx, one, clock.instant())
          .compose(opened -> opened ? again(tx, one) : Future.<Void>succeededFuture())
          .map(done -> new ClosureOutcome.Open(one.closure(), List.of()));
    });
  }

  /** Closed until then only. */
  Future<ClosureOutcome> shorten(Case one, Instant end) {
    var now = clock.instant();
    return database.transaction(tx -> {
      tx.lock(one.locks());
      return store
          .shorten(tx, one.closure().id(), end, now)
          .compose(shortened -> shortened
              ? fences
                  .lay(tx, new Fences.Ground(one.catalogue(), one.space().units(), now))
                  .compose(laid -> tellEarlier(tx, one, end))
                  .map(done -> new ClosureOutcome.Open(one.closure(), List.of()))
              : tx.rollback().map(new ClosureOutcome.NotNow("past")));
    });
  }

  /** Those who would have lost nothing by it. */
  private Future<Void> tellEarlier(Tx tx, Case one, Instant end) {
    var ids = one.closure().touched().stream()
        .filter(left -> !left.undo().slot().start().isBefore(end))
        .map(Left::booking)
        .toList();
    return store
        .readersOf(tx, ids)
        .compose(members -> events.publish(
            tx,
            "closure.shortened",
            one.told().put("until", end.toString()).put("members", new JsonArray(members))));
  }

  /** As if it had never been: everybody has their place back who still can, all in one go. */
  Future<ClosureOutcome> undo(Case one) {
    return returns.locks(database, one.returns()).compose(more -> {
      var locks = new HashSet<>(one.locks());
      locks.addAll(more);
      return database.transaction(tx -> {
        tx.lock(locks);
        return open(tx, one, one.closure().slot().start())
            .compose(opened ->
                opened ? giveBack(tx, one) : tx.rollback().map(new ClosureOutcome.NotNow("over")));
      });
    });
  }

  /** False where somebody else opened it a moment ago. */
  private Future<Boolean> open(Tx tx, Case one, Instant since) {
    var ground = new Fences.Ground(one.catalogue(), one.space().units(), since);
    return store
        .lift(tx, one.closure().id(), clock.instant())
        .compose(lifted -> lifted
            ? fences
                .lay(tx, ground)
                .compose(laid -> events.publish(tx, "closure.lifted", one.told()))
                .map(true)
            : Future.succeededFuture(false));
  }

  private Future<ClosureOutcome> giveBack(Tx tx, Case one) {
    return store
        .waitNoMore(tx, one.closure().id())
        .compose(done -> returns.giveBack(tx, one.returns()))
        .compose(outcome -> tellUndone(tx, one, outcome)
            .map(told -> new ClosureOutcome.Open(one.closure(), outcome.lost())));
  }

  private Future<Void> tellUndone(Tx tx, Case one, Returns.Outcome outcome) {
    var back = outcome.back().stream()
        .flatMap(booking -> ClosureLetters.readers(booking).stream())
        .map(member -> member.value())
        .collect(Collectors.toSet());
    return back.isEmpty()
        ? Future.succeededFuture()
        : events.publish(
            tx,
            "closure.undone",
            Closing.unplaced(one.told()).put("members", new JsonArray(List.copyOf(back))));
  }

  private Future<Void> again(Tx tx, Case one) {
    List<BookingId> ids = one.closure().touched().stream().map(Left::booking).toList();
    return store
        .readersOf(tx, ids)
        .compose(members -> members.isEmpty()
            ? Future.succeededFuture()
            : events.publish(
                tx,
                "closure.reopened",
                Closing.unplaced(one.told()).put("members", new JsonArray(members))));
  }
}
