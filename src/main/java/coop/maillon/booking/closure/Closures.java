package coop.maillon.booking.closure;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.evacuation.Clearances;
import coop.maillon.booking.evacuation.Evacuations;
import coop.maillon.booking.evacuation.Returns;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a coordinator can do with a closure. */
public final class Closures {

  private final ClosureStore store = new ClosureStore();
  private final Database database;
  private final Catalogues catalogues;
  private final Closing closing;
  private final Opening opening;
  private final Clock clock;

  /** What closures stand on. */
  public record Ground(Database database, Catalogues catalogues, Events events, Clock clock) {}

  public Closures(Vertx vertx, Ground ground, Bookings.Rules rules) {
    this.database = ground.database();
    this.catalogues = ground.catalogues();
    this.clock = ground.clock();
    closing = new Closing(
        ground,
        new Evacuations(vertx, rules, ground.clock()),
        new Clearances(ground.events(), ground.clock()));
    opening = new Opening(ground, new Returns(vertx, rules, ground.events(), ground.clock()));
  }

  /** What closing would touch and where everybody would go, as things stand. */
  public Future<ClosureOutcome> plan(Who actor, ClosureWish wish) {
    return wished(actor, wish, catalogue -> closing.plan(actor, wish, catalogue));
  }

  /** Closes: worked out anew under the locks, done in one go, everybody told once. */
  public Future<ClosureOutcome> apply(Who actor, ClosureWish wish) {
    return wished(actor, wish, catalogue -> closing.apply(actor, wish, catalogue));
  }

  /**
   * Closes on one date of what comes back, planned once by somebody who might; {@code made} where it was closed before.
   * Whoever makes several dates tells the members.
   */
  public Future<ClosureOutcome> applyDate(Who actor, ClosureWish wish) {
    return catalogues
        .fresh()
        .compose(catalogue -> wish.target().site(catalogue).isEmpty()
            ? succeededFuture(new ClosureOutcome.Missing())
            : closing.apply(actor, wish, catalogue));
  }

  /** Opens again; bookings stay where they are, and everybody concerned learns that it works again. */
  public Future<ClosureOutcome> lift(Who actor, ClosureId id) {
    return found(
        actor,
        id,
        (catalogue, closure) -> closure.isOverAt(clock.instant())
            ? succeededFuture(new ClosureOutcome.NotNow("over"))
            : opening.lift(new Opening.Case(actor, closure, catalogue)));
  }

  /** Ends it earlier than was said; those whose bookings lay behind the new end learn that they can come back. */
  public Future<ClosureOutcome> shorten(Who actor, ClosureId id, Instant end) {
    return found(
        actor,
        id,
        (catalogue, closure) -> opening.shorten(new Opening.Case(actor, closure, catalogue), end));
  }

  /** As if it had never been: opens, and gives every booking back that still can be. */
  public Future<ClosureOutcome> undo(Who actor, ClosureId id) {
    return found(
        actor,
        id,
        (catalogue, closure) -> closure.canBeUndoneAt(clock.instant())
            ? opening.undo(new Opening.Case(actor, closure, catalogue))
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
      Who actor, ClosureWish wish, Function<Catalogue, Future<ClosureOutcome>> act) {
    return catalogues.fresh().compose(catalogue -> {
      if (wish.target().site(catalogue).isEmpty()) {
        return succeededFuture(new ClosureOutcome.Missing());
      }
      return mayClose(actor, wish.target(), catalogue)
          ? act.apply(catalogue)
          : succeededFuture(new ClosureOutcome.Forbidden());
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

  public static boolean mayClose(Who actor, Target target, Catalogue catalogue) {
    return target
        .site(catalogue)
        .filter(site -> actor.mayCoordinate(site.id().value()))
        .isPresent();
  }
}
