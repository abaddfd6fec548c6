package coop.maillon.exchange;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.Bookings;
import coop.maillon.calendar.IcsEvent;
import coop.maillon.calendar.IcsEvents;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.exchange.ImportStore.Brought;
import coop.maillon.exchange.ImportStore.Key;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings the events of an .ics file onto a resource: those of Google, Outlook, MRBS. */
final class CalendarImport implements Importer {

  private static final int MOST = 2_000;
  private static final int LONGEST_TITLE = 120;

  private final ImportStore store = new ImportStore();
  private final Database database;
  private final Catalogues catalogues;
  private final Bookings bookings;
  private final Events events;
  private final Clock clock;
  private final Vertx vertx;
  private final Doing doing;

  CalendarImport(Ground ground) {
    this.database = ground.database();
    this.catalogues = ground.catalogues();
    this.bookings = ground.bookings();
    this.events = ground.events();
    this.clock = ground.clock();
    this.vertx = ground.vertx();
    this.doing = new Doing(store, clock);
  }

  /** A date that is to be booked. */
  private record Wanted(Key key, IcsEvent.Date date) {}

  @Override
  public Future<Outcome> run(Job job) {
    return catalogues
        .fresh()
        .compose(catalogue -> job.resource()
            .flatMap(catalogue::resource)
            .filter(one -> job.who().mayCoordinate(one.site().id().value()))
            .map(resource -> read(job, resource))
            .orElseGet(() -> only(job, "exchange.calendar.no-resource")));
  }

  private Future<Outcome> read(Job job, Resource resource) {
    var zone = resource.site().zone();
    return vertx
        .executeBlocking(() -> IcsEvents.read(job.content(), zone, clock.instant()))
        .compose(read -> read.map(all -> bringNew(job, resource, all))
            .orElseGet(() -> only(job, "exchange.calendar.unreadable")));
  }

  private Future<Outcome> bringNew(Job job, Resource resource, List<IcsEvent> all) {
    if (all.stream().mapToInt(event -> event.dates().size()).sum() > MOST) {
      return only(job, "exchange.calendar.too-many");
    }
    var uids = all.stream().map(IcsEvent::uid).collect(Collectors.toSet());
    return store
        .known(database, resource.id(), uids)
        .compose(known -> bring(job, resource, new Source(all, known)));
  }

  private static Future<Outcome> only(Job job, String problem) {
    var line = new Report.Line(
        job.words().say(problem, "most", IcsEvents.MOST_DATES), Report.State.REFUSED, 0, 1, "");
    return Future.succeededFuture(new Outcome(new Report(List.of(line)), false));
  }

  /** What the file has, and which of it came before. */
  private record Source(List<IcsEvent> events, Set<Key> known) {

    List<Wanted> wanted() {
      return events.stream()
          .flatMap(event -> event.dates().stream()
              .map(date -> new Wanted(new Key(event.uid(), date.key()), date)))
          .filter(one -> !known.contains(one.key()))
          .toList();
    }
  }

  private Future<Outcome> bring(Job job, Resource resource, Source source) {
    var wanted = source.wanted();
    var requests = wanted.stream()
        .map(one -> BookingRequest.of(
            job.who(), Wish.any(resource), one.date().slot(), details(one.date())))
        .toList();
    return bookings.bring(requests, (tx, outcomes) -> {
      Map<Key, BookingOutcome> byKey = new HashMap<>();
      for (int i = 0; i < wanted.size(); i++) {
        byKey.put(wanted.get(i).key(), outcomes.get(i));
      }
      var report = new EventLines(job.words(), resource.site().zone(), byKey).of(source.events());
      return doing.once(tx, job, report, () -> keep(tx, job, resource, byKey));
    });
  }

  private Future<Void> keep(Tx tx, Job job, Resource resource, Map<Key, BookingOutcome> outcomes) {
    var brought = new ArrayList<Brought>();
    outcomes.forEach((key, outcome) -> {
      if (outcome instanceof BookingOutcome.Done done) {
        brought.add(new Brought(key, done.booking().id().value()));
      }
    });
    return store
        .remember(tx, resource.id(), brought)
        .compose(done -> events.publish(
            tx,
            "import.done",
            new JsonObject()
                .put("import", job.id())
                .put("actor", job.who().id())
                .put("sites", new JsonArray().add(resource.site().id().value()))
                .put("count", brought.size())));
  }

  private static Details details(IcsEvent.Date date) {
    var title = date.title().strip();
    return new Details(
        title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
        date.hidden() ? Details.Privacy.PRIVATE : Details.Privacy.SHARED,
        "",
        OptionalInt.empty(),
        Set.of());
  }
}
