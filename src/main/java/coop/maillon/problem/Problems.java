package coop.maillon.problem;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.manage.Photo;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a person can do about what is broken: signal it, see what waits, close it and tell the reporter. */
public final class Problems {

  private final ProblemStore store = new ProblemStore();
  private final Database database;
  private final Events events;
  private final Clock clock;

  public Problems(Database database, Events events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Whoever is on duty at the resource's site is told. */
  public Future<Void> signal(Who who, Resource resource, String text, Optional<Photo> photo) {
    return database.transaction(tx ->
        signal(tx, who, new ProblemStore.Fresh(resource.id(), who.id(), text, photo), resource));
  }

  /** The same within an act that says more. */
  public Future<Void> signal(Tx tx, Who who, Resource resource, String text) {
    return signal(
        tx, who, new ProblemStore.Fresh(resource.id(), who.id(), text, Optional.empty()), resource);
  }

  private Future<Void> signal(Tx tx, Who who, ProblemStore.Fresh fresh, Resource resource) {
    return store
        .insert(tx, fresh, clock.instant())
        .compose(id -> events.publish(
            tx,
            "problem.signalled",
            about(resource, id).put("member", who.id()).put("actor", who.id())));
  }

  /** What is not back a day after it should be goes to whoever is on duty; for the job that looks for it. */
  public Future<Void> signalOverdue(Catalogue catalogue) {
    return database.transaction(tx -> store
        .overdue(tx, clock.instant())
        .compose(all -> Future.all(all.stream()
                .map(one -> events.publish(
                    tx, "problem.overdue", about(catalogue.known(one.resource()), one.id())))
                .toList())
            .mapEmpty()));
  }

  /** Those of the sites that somebody coordinates, open ones first. */
  public Future<List<Signalled>> of(Who who, Catalogue catalogue) {
    return store.of(database, sites(who, catalogue));
  }

  /** False where there is none open that they may close. */
  public Future<Boolean> close(Who who, long problem, String outcome, Catalogue catalogue) {
    var closing = new ProblemStore.Closing(problem, sites(who, catalogue), who.id(), outcome);
    return database.transaction(tx -> store
        .close(tx, closing, clock.instant())
        .compose(closed -> closed
            .map(one -> tell(tx, closing, one, catalogue).map(true))
            .orElseGet(() -> succeededFuture(false))));
  }

  /** Empty where there is none that they may see. */
  public Future<Optional<Photo>> photo(Who who, long problem, Catalogue catalogue) {
    return store.photo(database, problem, sites(who, catalogue));
  }

  private Future<Void> tell(
      Tx tx, ProblemStore.Closing closing, ProblemStore.Closed closed, Catalogue catalogue) {
    var resource = catalogue.known(closed.resource());
    var data = about(resource, closing.problem())
        .put("slug", resource.slug())
        .put("actor", closing.actor())
        .put("outcome", closing.outcome());
    closed.reporter().ifPresent(reporter -> data.put("member", reporter));
    return events.publish(tx, "problem.closed", data);
  }

  private static JsonObject about(Resource resource, long problem) {
    return resource.told().put("problem", problem);
  }

  private static List<Long> sites(Who who, Catalogue catalogue) {
    return catalogue.sites().stream()
        .map(site -> site.id().value())
        .filter(who::mayCoordinate)
        .toList();
  }
}
