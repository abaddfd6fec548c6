package coop.maillon.resource.bulk;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Policy;
import coop.maillon.resource.PolicyJson;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.manage.Obstacle;
import coop.maillon.resource.manage.Occupants;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Changing rules of many resources at once: looked at first, then done as shown, in one transaction. */
public final class BulkEdits {

  private final BulkStore store = new BulkStore();
  private final Database database;
  private final Catalogues catalogues;
  private final Occupants occupants;
  private final Events events;

  public BulkEdits(Database database, Catalogues catalogues, Occupants occupants, Events events) {
    this.database = database;
    this.catalogues = catalogues;
    this.occupants = occupants;
    this.events = events;
  }

  /**
   * What becomes of one resource.
   *
   * @param was what it says itself now
   * @param said what it would say; empty where that contradicts itself
   * @param outside bookings to come that would lie outside its hours; they stay
   */
  public record Result(Resource before, Policy was, Optional<Policy> said, List<Obstacle> outside) {

    boolean changes() {
      return said.filter(policy -> !policy.equals(was)).isPresent();
    }

    /** The resource under its new rules, its site's included. */
    Optional<Resource> after() {
      return said.map(policy -> before.under(policy.over(before.site().policy())));
    }
  }

  /** What came of doing it. */
  enum Outcome {
    DONE,
    /** Somebody changed one of them since it was looked at, or the change does not hold together for one. */
    NOT_AS_SHOWN,
    FORBIDDEN
  }

  /** What it would come to, as things stand; nothing is written. */
  Future<List<Result>> look(List<Resource> chosen, PolicyChange change) {
    return results(database, chosen, change);
  }

  /** @param seen the version of each resource as it was looked at */
  Future<Outcome> apply(Who actor, Map<ResourceId, Integer> seen, PolicyChange change) {
    return catalogues
        .fresh()
        .compose(catalogue -> database.transaction(tx -> {
          tx.lock(known(seen.keySet(), catalogue).stream()
              .map(resource -> Lock.ofSpaceGroup(resource.spaceGroup()))
              .collect(Collectors.toSet()));
          return catalogues.within(tx).compose(now -> {
            var chosen = known(seen.keySet(), now);
            if (!chosen.stream()
                .allMatch(one -> actor.mayCoordinate(one.site().id().value()))) {
              return tx.rollback().map(Outcome.FORBIDDEN);
            }
            boolean isAsSeen = chosen.size() == seen.size()
                && chosen.stream()
                    .allMatch(one -> Integer.valueOf(one.version()).equals(seen.get(one.id())));
            return isAsSeen
                ? results(tx, chosen, change).compose(results -> write(tx, actor, results))
                : tx.rollback().map(Outcome.NOT_AS_SHOWN);
          });
        }));
  }

  private Future<Outcome> write(Tx tx, Who actor, List<Result> results) {
    if (!results.stream().allMatch(one -> one.said().isPresent())) {
      return tx.rollback().map(Outcome.NOT_AS_SHOWN);
    }
    var changed = results.stream().filter(Result::changes).toList();
    var written = store.write(tx, changed);
    var told = changed.stream()
        .map(one -> events.publish(tx, "resource.changed", told(actor, one)))
        .toList();
    return written.compose(done -> Future.all(told)).map(Outcome.DONE);
  }

  private static JsonObject told(Who actor, Result one) {
    return one.before()
        .told()
        .put("actor", actor.id())
        .put("before", new JsonObject().put("policy", PolicyJson.write(one.was())))
        .put("after", new JsonObject().put("policy", PolicyJson.write(one.said().orElseThrow())));
  }

  private Future<List<Result>> results(Sql sql, List<Resource> chosen, PolicyChange change) {
    var ids = chosen.stream().map(Resource::id).toList();
    var said = store.said(sql, ids);
    var toCome = change.changesHours()
        ? occupants.toCome(sql, ids, List.of())
        : succeededFuture(List.<Obstacle>of());
    return Future.all(said, toCome).map(done -> {
      var byResource = toCome.result().stream().collect(Collectors.groupingBy(Obstacle::resource));
      Function<Resource, List<Obstacle>> booked =
          one -> byResource.getOrDefault(one.id(), List.of());
      return chosen.stream()
          .map(one ->
              result(one, said.result().getOrDefault(one.id(), Policy.SILENT), change, booked))
          .toList();
    });
  }

  private static Result result(
      Resource one, Policy was, PolicyChange change, Function<Resource, List<Obstacle>> booked) {
    var plain = new Result(one, was, change.on(was), List.of());
    var outside = plain.after().stream()
        .flatMap(after -> booked.apply(one).stream()
            .filter(booking ->
                !after.policy().openingHours().covers(after.site().zone(), booking.slot())))
        .toList();
    return new Result(one, was, plain.said(), outside);
  }

  private static List<Resource> known(Collection<ResourceId> ids, Catalogue catalogue) {
    return ids.stream().flatMap(id -> catalogue.resource(id).stream()).toList();
  }
}
