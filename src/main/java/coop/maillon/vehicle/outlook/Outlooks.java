package coop.maillon.vehicle.outlook;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.event.Event;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.State;
import coop.maillon.vehicle.fleet.Standing;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at a car's bookings again when something changed, and tells those for whom it matters. Whoever looks at once, on this
 * node or another, waits for the lock and finds it told.
 */
public final class Outlooks {

  /** After these a car may be fuller or emptier than was thought; a booking that is placed was judged. */
  private static final Set<String> CHANGING = Set.of(
      "vehicle.read",
      "vehicle.equipped",
      "booking.cancelled",
      "booking.changed",
      "booking.extended",
      "booking.moved",
      "booking.overdue",
      "booking.reassigned",
      "booking.rejected",
      "booking.released",
      "booking.restored",
      "booking.returned");

  private final OutlookStore store = new OutlookStore();
  private final Database database;
  private final Catalogues catalogues;
  private final Events events;
  private final Clock clock;

  public Outlooks(Database database, Catalogues catalogues, Events events, Clock clock) {
    this.database = database;
    this.catalogues = catalogues;
    this.events = events;
    this.clock = clock;
  }

  /** What happened, as soon as it is committed. */
  public Future<Void> hear(List<Event> happened) {
    var changing =
        happened.stream().filter(event -> CHANGING.contains(event.kind())).toList();
    var resources = changing.stream()
        .flatMap(event ->
            Stream.of(event.data(), event.data().getJsonObject("before", new JsonObject())))
        .flatMap(side -> side.getJsonArray("resources", new JsonArray()).stream())
        .map(id -> new ResourceId(((Number) id).longValue()))
        .collect(Collectors.toSet());
    var changed = changing.stream()
        .filter(event -> event.kind().startsWith("booking."))
        .map(event -> event.data().getLong("booking", 0L))
        .collect(Collectors.toSet());
    return resources.isEmpty() ? succeededFuture() : look(resources, changed);
  }

  /** What time does: what is late is later, and what was a day ahead is near. */
  public Future<Void> lookAtAll() {
    return store.cars(database).compose(cars -> look(cars, Set.of()));
  }

  /** @param changed bookings whose members learn by itself what became of them: that all is well again goes without saying */
  private Future<Void> look(Collection<ResourceId> resources, Set<Long> changed) {
    return catalogues.fresh().compose(catalogue -> {
      Future<Void> last = succeededFuture();
      for (Resource car : cars(resources, catalogue)) {
        last = last.compose(done -> look(car, changed));
      }
      return last;
    });
  }

  private static List<Resource> cars(Collection<ResourceId> resources, Catalogue catalogue) {
    return resources.stream()
        .flatMap(id -> catalogue.resource(id).stream())
        .filter(Resource::isOneCar)
        .toList();
  }

  private Future<Void> look(Resource car, Set<Long> changed) {
    return database.transaction(tx -> {
      tx.lock(List.of(Lock.ofSpaceGroup(car.spaceGroup())));
      return store
          .read(tx, car.id())
          .compose(known -> Standing.of(known.charge(), car.site().zone(), clock.instant())
              .flatMap(Standing::chain)
              .map(chain -> tell(tx, new Seen(car, known, chain, changed)))
              .orElseGet(Future::succeededFuture));
    });
  }

  /** A car under its lock. */
  private record Seen(Resource car, OutlookStore.Known known, Chain chain, Set<Long> changed) {

    boolean goesWithoutSaying(Outlook.News news) {
      return news.is() == State.OK && changed.contains(news.booking());
    }
  }

  private Future<Void> tell(Tx tx, Seen seen) {
    var now = clock.instant();
    var news = new Outlook(seen.chain(), seen.known().told(), now).news();
    if (news.isEmpty()) {
      return succeededFuture();
    }
    news.stream()
        .filter(one -> !seen.goesWithoutSaying(one))
        .forEach(one -> events.publish(
            tx, "vehicle." + kind(one.is()), seen.car().told().mergeIn(told(one, seen))));
    long broken = news.stream().filter(one -> one.is() == State.BROKEN).count();
    if (broken > 0) {
      var data = seen.car().told().put("count", broken).put("slug", seen.car().slug());
      events.publish(tx, "vehicle.short", data);
    }
    return store.tell(tx, news, now);
  }

  private static String kind(State state) {
    return state == State.OK ? "fine" : OutlookStore.word(state);
  }

  private static JsonObject told(Outlook.News news, Seen seen) {
    var trip = news.step().trip();
    return new JsonObject()
        .put("booking", news.booking())
        .put("member", seen.known().memberOf(news.booking()))
        .put("start", trip.start().toString())
        .put("end", trip.end().toString())
        .put("percent", Outlook.percentLeft(seen.chain().vehicle(), news.step()))
        .put("km", Outlook.mostKm(seen.chain(), news.step()));
  }
}
