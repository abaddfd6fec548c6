package coop.maillon.booking.waiting;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Claim;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Judge;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.booking.series.Ahead;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Offers what has become free to those who wait for it, first come first served, under the lock of the space. */
public final class WaitingLine {

  private final WaitingStore store = new WaitingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Engine engine;

  public WaitingLine(Engine engine) {
    this.engine = engine;
  }

  /** Until nobody more can be offered anything of these or of what shares their space. */
  public Future<Void> serve(Set<ResourceId> freed) {
    return engine.catalogues().fresh().compose(catalogue -> {
      Map<Long, List<ResourceId>> groups = freed.stream()
          .flatMap(id -> catalogue.resource(id).stream())
          .flatMap(catalogue::sharing)
          .distinct()
          .collect(Collectors.groupingBy(
              Resource::spaceGroup,
              TreeMap::new,
              Collectors.mapping(Resource::id, Collectors.toList())));
      Future<Void> last = succeededFuture();
      for (List<ResourceId> group : groups.values()) {
        last = last.compose(done -> serve(group));
      }
      return last;
    });
  }

  /** What time does: those whose time has begun wait no longer; whatever is free is offered. */
  public Future<Void> serveAll() {
    Instant now = engine.clock().instant();
    return store
        .over(engine.database(), now)
        .compose(done -> store.waitedFor(engine.database(), now))
        .compose(this::serve);
  }

  private Future<Void> serve(Collection<ResourceId> group) {
    return serve(group, 0);
  }

  /** The next of the line where these get nothing; from the first again where somebody did. */
  private Future<Void> serve(Collection<ResourceId> group, int skipped) {
    return store
        .line(engine.database(), group, skipped, engine.clock().instant())
        .compose(line -> line.isEmpty()
            ? succeededFuture()
            : engine
                .acts()
                .withCatalogue(catalogue -> offer(line, catalogue))
                .compose(offered -> serve(group, offered == 0 ? skipped + WaitingStore.LOT : 0)));
  }

  /** Somebody in the line with what they would hold. */
  private record Candidate(Waiter waiter, Claim claim) {}

  private Future<Integer> offer(List<Waiter> line, Catalogue catalogue) {
    Instant asked = engine.clock().instant();
    var candidates = line.stream()
        .flatMap(waiter -> catalogue
            .resource(waiter.resource())
            .filter(resource -> !resource.isRetired())
            .map(resource -> new Candidate(waiter, waiter.claim(resource, asked)))
            .stream())
        .toList();
    return candidates.isEmpty()
        ? succeededFuture(0)
        : engine.database().transaction(tx -> offer(tx, candidates, catalogue));
  }

  private Future<Integer> offer(Tx tx, List<Candidate> candidates, Catalogue catalogue) {
    var claims = candidates.stream().map(Candidate::claim).toList();
    var ground = engine.groundwork().lay(tx, claims, catalogue, Optional.empty());
    var still = store.still(tx, candidates.stream().map(Candidate::waiter).toList());
    return Future.all(ground, still)
        .compose(done -> engine.vertx().executeBlocking(() -> {
          var ahead = new Ahead(engine.judge(), ground.result(), catalogue);
          return new Served(decided(candidates, still.result(), ahead), ahead);
        }))
        .compose(served -> write(tx, served, catalogue));
  }

  /** Who is offered something, where they would sit, and what makes room. */
  private record Served(List<Offered> offered, Ahead ahead) {}

  private record Offered(Waiter waiter, Judge.Decision decision) {}

  private static List<Offered> decided(List<Candidate> line, Set<Long> still, Ahead ahead) {
    var offered = new ArrayList<Offered>();
    for (Candidate one : line) {
      boolean hasOffer =
          offered.stream().anyMatch(other -> one.waiter().isInTheWayOf(other.waiter()));
      if (still.contains(one.waiter().id()) && !hasOffer) {
        var decision = ahead.decide(List.of(one.claim()));
        if (decision.seated().isPresent()) {
          offered.add(new Offered(one.waiter(), decision));
        }
      }
    }
    return offered;
  }

  private Future<Integer> write(Tx tx, Served served, Catalogue catalogue) {
    if (served.offered().isEmpty()) {
      return tx.rollback().map(0);
    }
    var room = served.ahead().room();
    ledger.endHolds(tx, room.endedHolds(), engine.clock().instant());
    Future<Void> last = ledger.move(tx, room.moved());
    for (Offered one : served.offered()) {
      last = last.compose(done -> write(tx, one, catalogue));
    }
    return last.compose(done -> tx.commit()).map(served.offered().size());
  }

  private Future<Void> write(Tx tx, Offered one, Catalogue catalogue) {
    Resource resource = catalogue.known(one.waiter().resource());
    Instant now = engine.clock().instant();
    Instant until =
        OfferTime.until(now, one.waiter().slot().start(), resource.site().zone());
    return store.offer(tx, one.waiter(), until).compose(hold -> {
      long member = one.waiter().who().id();
      ledger.seat(
          tx,
          new Occupied.Hold(hold, member, until, Occupied.Sort.OFFER),
          one.decision().seated().orElseThrow().seats());
      engine.events().tell(tx, "hold.placed", data(one, catalogue).put("hold", hold));
      return engine
          .events()
          .tell(
              tx,
              "waiting.offered",
              data(one, catalogue)
                  .put("waiting", one.waiter().id())
                  .put("until", until.toString()));
    });
  }

  private static JsonObject data(Offered one, Catalogue catalogue) {
    return BookingEvents.place(List.of(one.waiter().resource()), one.waiter().slot(), catalogue)
        .put("member", one.waiter().who().id())
        .put("holds", new io.vertx.core.json.JsonArray())
        .put("lanes", new io.vertx.core.json.JsonArray());
  }
}
