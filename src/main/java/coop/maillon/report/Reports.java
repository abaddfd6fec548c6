package coop.maillon.report;

import coop.maillon.db.Database;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** The numbers of a report: two questions to the database, the rest counted beside the event loop. */
public final class Reports {

  private final ReportStore store = new ReportStore();
  private final Vertx vertx;
  private final Database database;

  public Reports(Vertx vertx, Database database) {
    this.vertx = vertx;
    this.database = database;
  }

  Future<Numbers> numbers(Scope scope, Catalogue catalogue, Instant now) {
    return scope
        .window()
        .map(window -> numbers(scope, catalogue, window, now))
        .orElseGet(() -> Future.succeededFuture(Numbers.NONE));
  }

  private Future<Numbers> numbers(Scope scope, Catalogue catalogue, TimeSlot window, Instant now) {
    var uses = store.uses(database, units(scope, catalogue), window);
    var counted = store.counts(database, scope, window, now);
    return Future.all(uses, counted)
        .compose(done -> vertx.executeBlocking(
            () -> new Numbers(Utilisation.of(scope, catalogue, uses.result()), counted.result())));
  }

  private static Set<UnitId> units(Scope scope, Catalogue catalogue) {
    return scope.resources().stream()
        .flatMap(resource -> catalogue.leafUnits(resource).stream())
        .map(Unit::id)
        .collect(Collectors.toSet());
  }
}
