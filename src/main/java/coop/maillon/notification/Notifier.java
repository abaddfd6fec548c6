package coop.maillon.notification;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.event.Event;
import coop.maillon.event.Events;
import coop.maillon.notification.Facts.Recipient;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns numbered events into inbox and mail rows, in order, one node at a time, each exactly once: the rows, and the mark on
 * the event, are one transaction.
 */
public final class Notifier {

  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final int BATCH = 200;
  // What comes in a crowd is told together.
  private static final long BREATH_MS = 100;

  /** One node at a time, so that whoever reads a message by number has seen all before it. */
  public static final Lock LOCK = Lock.ofJob(10);

  private final NotifierStore store = new NotifierStore();
  private final Database database;
  private final Mails mails;
  private final Clock clock;
  private final Vertx vertx;
  private final Context context;
  private boolean running;
  private boolean again;
  private boolean stopped;
  private Future<Void> round = Future.succeededFuture();

  public Notifier(Vertx vertx, Database database, Mails mails, Clock clock) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.database = database;
    this.mails = mails;
    this.clock = clock;
  }

  /** Listens from now on, and tells at once what nobody was told yet. */
  public void start(Events events) {
    events.listen(batch -> wake());
    wake();
  }

  public Future<Void> stop() {
    stopped = true;
    return round.otherwiseEmpty();
  }

  /** There may be something to tell. */
  public void wake() {
    context.runOnContext(now -> {
      if (stopped) {
        return;
      }
      if (running) {
        again = true;
        return;
      }
      running = true;
      again = false;
      round = tellAll();
      round.onComplete(done -> rest(done.failed() ? done.cause().toString() : ""));
    });
  }

  /** Tells all that waits; answers when it is told. */
  Future<Void> tellAll() {
    return database
        .transaction(this::tellBatch)
        .compose(told -> told == BATCH ? tellAll() : Future.succeededFuture());
  }

  /** Answers once that event is told, by this node or another. */
  public Future<Void> told(long seq) {
    return store.isTold(database, seq).compose(told -> told ? Future.succeededFuture() : tellAll());
  }

  /** Whether anybody is told of such events at all. */
  public static boolean tells(Event event) {
    return Tale.concernsSomebody(event);
  }

  private void rest(String fault) {
    running = false;
    if (!fault.isEmpty()) {
      LOG.warn("messages wait: {}", fault);
      return;
    }
    if (again) {
      vertx.setTimer(BREATH_MS, later -> wake());
    }
  }

  private Future<Integer> tellBatch(Tx tx) {
    return tx.lock(List.of(LOCK))
        .compose(locked -> store.waiting(tx, BATCH))
        .compose(events -> events.isEmpty() ? Future.succeededFuture(0) : tell(tx, events));
  }

  private Future<Integer> tell(Tx tx, List<Event> events) {
    var told = events.stream().filter(Tale::concernsSomebody).toList();
    return facts(tx, told)
        .map(facts -> told.stream()
            .flatMap(event -> Tale.all(event, facts, clock.instant()))
            .toList())
        .compose(notices -> write(tx, notices))
        .compose(done -> store.done(tx, events))
        .map(events.size());
  }

  private Future<Void> write(Tx tx, List<Notice> notices) {
    return notices.isEmpty()
        ? Future.succeededFuture()
        : store.insertInbox(tx, notices, clock.instant()).compose(done -> mails.queue(tx, notices));
  }

  private Future<Facts> facts(Tx tx, List<Event> events) {
    if (events.isEmpty()) {
      return Future.succeededFuture(Facts.NONE);
    }
    var bookings = store.bookings(tx, ids(events, Notifier::bookingsOf));
    var resources = store.resources(tx, ids(events, Notifier::resourcesOf));
    var posts = store.posts(
        tx, ids(events, data -> Stream.ofNullable(data.getLong("post"))), clock.getZone());
    return Future.all(bookings, posts).compose(both -> {
      var found = bookings.result();
      var sites = store.sites(tx, sitesOf(events, found), LocalDate.now(clock));
      var people = people(tx, events, new Concerned(found, posts.result()));
      return Future.all(resources, sites, people)
          .map(read -> new Facts(
              byId(found, Facts.BookingFacts::id),
              resources.result(),
              byId(posts.result(), Facts.PostFacts::id),
              byId(sites.result(), Facts.SiteFacts::id),
              byId(people.result(), Recipient::id)));
    });
  }

  private static <K, V> Map<K, V> byId(List<V> rows, Function<V, K> id) {
    return rows.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  /** What events are about. */
  private record Concerned(List<Facts.BookingFacts> bookings, List<Facts.PostFacts> posts) {}

  private Future<List<Recipient>> people(Tx tx, List<Event> events, Concerned about) {
    var members = ids(
        events,
        data -> Stream.concat(
            Stream.of("member", "actor").flatMap(name -> Stream.ofNullable(data.getLong(name))),
            numbers(data, "members")));
    about.posts().forEach(post -> members.add(post.author().value()));
    about.bookings().forEach(booking -> {
      members.add(booking.member().value());
      booking.participants().forEach(id -> members.add(id.value()));
    });
    return store.people(tx, members, sitesOf(events, about.bookings()), LocalDate.now(clock));
  }

  private static Set<Long> sitesOf(List<Event> events, List<Facts.BookingFacts> bookings) {
    var sites = ids(events, data -> numbers(data, "sites"));
    bookings.forEach(booking -> sites.add(booking.siteId()));
    return sites;
  }

  private static Stream<Long> bookingsOf(JsonObject data) {
    var lines = data.getJsonArray("lines", new JsonArray()).stream()
        .flatMap(line -> Stream.ofNullable(((JsonObject) line).getLong("booking")));
    var several = Stream.concat(numbers(data, "bookings"), lines);
    return Stream.concat(Stream.ofNullable(data.getLong("booking")), several);
  }

  private static Stream<Long> resourcesOf(JsonObject data) {
    var before = data.getJsonObject("before", new JsonObject());
    var named = Stream.of(data, before).flatMap(side -> numbers(side, "resources"));
    return Stream.concat(named, numbers(data, "homes"));
  }

  private static Stream<Long> numbers(JsonObject data, String name) {
    return data.getJsonArray(name, new JsonArray()).stream().map(id -> ((Number) id).longValue());
  }

  private static Set<Long> ids(Collection<Event> events, Function<JsonObject, Stream<Long>> of) {
    return events.stream()
        .flatMap(event -> of.apply(event.data()))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
