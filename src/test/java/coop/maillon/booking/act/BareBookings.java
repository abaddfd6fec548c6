package coop.maillon.booking.act;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Course;
import coop.maillon.booking.Details;
import coop.maillon.booking.Seat;
import coop.maillon.db.Database;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.event.Events;
import coop.maillon.event.Relay;
import coop.maillon.member.MemberId;
import coop.maillon.member.session.Sessions;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Credentials;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * The statements of a booking sent by the bare driver, who asks and all, in the same two round trips: what the API is measured
 * against. What the server does of its own accord afterwards (numbering, messages, the audit) is not among them, and the events
 * lie in a table of the same shape, so that the server beside it tells nobody of these.
 */
public final class BareBookings {

  private static final String LOCK = "SELECT pg_advisory_xact_lock($1, $2)";
  private static final String TELL = "INSERT INTO bare_outbox (kind, data, at) VALUES ($1, $2, $3)";
  private static final int RESOURCES = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Details TITLED =
      new Details("Mesure", Details.Privacy.SHARED, "", OptionalInt.empty(), Set.of());
  private static final JsonObject EVENT = new JsonObject(
      "{\"booking\":1,\"member\":1,\"status\":\"confirmed\",\"version\":1,\"resources\":[1],\"sites\":[1],\"days\":[\"bench:2029-01-01\"],"
          + "\"start\":\"2029-01-01T00:00:00Z\",\"end\":\"2029-01-01T01:00:00Z\",\"actor\":1,\"holds\":[],\"lanes\":[]}");

  // Whoever measures again books what is still free.
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final AtomicInteger counted = new AtomicInteger();
  private final long from;
  private final long end;

  private final Sessions sessions;
  private final IntFunction<String> tokens;

  private BareBookings(Sessions sessions, Load load) {
    this.sessions = sessions;
    this.tokens = load.tokens();
    this.from = System.nanoTime() + WARM_UP.toNanos();
    this.end = from + load.length().toNanos();
  }

  /**
   * How much of it.
   *
   * @param length how long it is counted, once it is warm
   * @param tokens of whoever books the i-th
   */
  public record Load(int connections, Duration length, IntFunction<String> tokens) {}

  /** Each connection books free hours of 2029 one after the other. */
  public static double perSecond(Vertx vertx, DatabaseAddress address, Load load) throws Exception {
    var options = address.connectOptions();
    Pool pool = PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(load.connections()))
        .connectingTo(Database.quick(options))
        .using(vertx)
        .build();
    var database = Database.open(vertx, options, 16, 256);
    var bare = new BareBookings(sessions(vertx, database), load);
    var runs = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < load.connections(); i++) {
      var run = new CompletableFuture<Void>();
      runs.add(run);
      pool.getConnection()
          .onSuccess(connection -> bare.go(connection, run))
          .onFailure(run::completeExceptionally);
    }
    for (CompletableFuture<Void> run : runs) {
      run.get(load.length().plus(WARM_UP).toSeconds() + 60, TimeUnit.SECONDS);
    }
    double seconds = (System.nanoTime() - bare.from) / 1e9;
    pool.close();
    database.close();
    return bare.counted.get() / seconds;
  }

  private static Sessions sessions(Vertx vertx, Database database) {
    var clock = Clock.systemUTC();
    var events = new Events(database, new Relay(vertx, database), clock);
    return new Sessions(database, events, Duration.ofDays(14), clock);
  }

  private void go(SqlConnection connection, CompletableFuture<Void> run) {
    long now = System.nanoTime();
    if (now >= end) {
      run.complete(null);
      return;
    }
    counted.addAndGet(now >= from ? 1 : 0);
    int i = NEXT.getAndIncrement();
    sessions
        .whoIs(new Credentials(Credentials.Kind.TOKEN, tokens.apply(i)))
        .compose(who -> book(connection, i))
        .onComplete(done -> go(connection, run), run::completeExceptionally);
  }

  private static Future<?> book(SqlConnection connection, int i) {
    long resource = 1 + i % RESOURCES;
    var from = Instant.parse("2029-01-01T00:00:00Z").plus(Duration.ofHours(i / RESOURCES));
    var slot = new TimeSlot(from, from.plus(Duration.ofHours(1)));
    OffsetDateTime start = slot.start().atOffset(UTC);
    OffsetDateTime end = slot.end().atOffset(UTC);
    connection.query("BEGIN").execute();
    send(connection, LOCK, 1, (int) resource);
    Long[] it = {resource};
    return send(connection, LedgerStore.GROUND, it, start, end, it, start, end, 1L)
        .compose(
            found -> write(connection, found.iterator().next().getLong("next"), resource, slot));
  }

  private static Future<?> write(SqlConnection connection, long id, long resource, TimeSlot slot) {
    var booking = book(connection, id, resource, slot);
    var event = send(connection, TELL, "booking.placed", EVENT, slot.start().atOffset(UTC));
    return Future.all(booking, event, connection.query("COMMIT").execute());
  }

  private static Future<RowSet<Row>> book(
      SqlConnection connection, long id, long resource, TimeSlot slot) {
    var member = new MemberId(1 + id % 500);
    var booking = new Booking(
        new BookingId(id),
        member,
        "",
        BookingStatus.CONFIRMED,
        slot,
        TITLED,
        List.of(new Booked(
            new ResourceId(resource), Optional.empty(), Optional.empty(), 0, 0, Optional.empty())),
        "",
        Optional.empty(),
        Course.NONE,
        1);
    var seat = new Seat(new ResourceId(resource), new UnitId(resource), slot);
    var placed = new Insertion(booking, member, List.of(seat));
    return send(connection, placed.statement(), placed.values(slot.start()));
  }

  private static Future<RowSet<Row>> send(
      SqlConnection connection,
      String statement,
      @org.jspecify.annotations.Nullable Object... values) {
    return connection.preparedQuery(statement).execute(Tuple.wrap(values));
  }
}
