package coop.maillon.booking.act;

import static java.time.ZoneOffset.UTC;

import coop.maillon.db.Database;
import coop.maillon.db.DatabaseAddress;
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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The statements of a booking sent by the bare driver, in the same two round trips: what the API is measured against. */
public final class BareBookings {

  private static final String LOCK =
      "SELECT count(pg_advisory_xact_lock(wanted.type, wanted.id)) FROM unnest($1::int[], $2::int[]) AS wanted (type, id)";
  private static final String TELL = "INSERT INTO outbox (kind, data, at) VALUES ($1, $2, $3)";
  private static final int RESOURCES = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final JsonObject EVENT = new JsonObject(
      "{\"booking\":1,\"member\":1,\"status\":\"confirmed\",\"version\":1,\"resources\":[1],\"sites\":[1],\"days\":[\"bench:2029-01-01\"],"
          + "\"start\":\"2029-01-01T00:00:00Z\",\"end\":\"2029-01-01T01:00:00Z\",\"actor\":1,\"holds\":[],\"lanes\":[]}");

  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger counted = new AtomicInteger();
  private final long from;
  private final long end;

  private BareBookings(long from, long end) {
    this.from = from;
    this.end = end;
  }

  /** So many connections, each booking free hours of 2029 one after the other; counted once they are warm. */
  public static double perSecond(
      Vertx vertx, DatabaseAddress database, int connections, Duration length) throws Exception {
    Pool pool = PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(connections))
        .connectingTo(Database.quick(database.connectOptions()))
        .using(vertx)
        .build();
    long from = System.nanoTime() + WARM_UP.toNanos();
    var bare = new BareBookings(from, from + length.toNanos());
    var runs = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < connections; i++) {
      var run = new CompletableFuture<Void>();
      runs.add(run);
      pool.getConnection()
          .onSuccess(connection -> bare.go(connection, run))
          .onFailure(run::completeExceptionally);
    }
    for (CompletableFuture<Void> run : runs) {
      run.get(length.plus(WARM_UP).toSeconds() + 60, TimeUnit.SECONDS);
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    pool.close();
    return bare.counted.get() / seconds;
  }

  private void go(SqlConnection connection, CompletableFuture<Void> run) {
    long now = System.nanoTime();
    if (now >= end) {
      run.complete(null);
      return;
    }
    counted.addAndGet(now >= from ? 1 : 0);
    book(connection, next.getAndIncrement())
        .onComplete(done -> go(connection, run), run::completeExceptionally);
  }

  private static Future<?> book(SqlConnection connection, int i) {
    long resource = 1 + i % RESOURCES;
    OffsetDateTime start = Instant.parse("2029-01-01T00:00:00Z")
        .plus(Duration.ofHours(i / RESOURCES))
        .atOffset(UTC);
    OffsetDateTime end = start.plusHours(1);
    connection.query("BEGIN").execute();
    send(connection, LOCK, new Integer[] {1}, new Integer[] {(int) resource});
    var id = send(connection, BookingStore.NEXT);
    return send(connection, LedgerStore.AROUND, new Long[] {resource}, start, end)
        .compose(chain -> write(
            connection,
            id.result().iterator().next().getLong("booking_id"),
            resource,
            List.of(start, end)));
  }

  private static Future<?> write(
      SqlConnection connection, long id, long resource, List<OffsetDateTime> slot) {
    OffsetDateTime start = slot.get(0);
    OffsetDateTime end = slot.get(1);
    var booking = book(connection, id, resource, slot);
    var occupancy = send(
        connection,
        LedgerStore.ADD,
        new Long[] {resource},
        new Long[] {resource},
        new OffsetDateTime[] {start},
        new OffsetDateTime[] {end},
        new String[] {"booking"},
        new Long[] {id},
        new Long[] {null});
    var event = send(connection, TELL, "booking.placed", EVENT, start);
    return Future.all(booking, occupancy, event, connection.query("COMMIT").execute());
  }

  private static Future<RowSet<Row>> book(
      SqlConnection connection, long id, long resource, List<OffsetDateTime> slot) {
    long member = 1 + id % 500;
    OffsetDateTime start = slot.get(0);
    Object[] booking = {id, member, member, "confirmed", "Mesure", false, ""};
    @org.jspecify.annotations.Nullable
    Object[] time = {null, start, slot.get(1), start, new Long[0]};
    Object[] booked = {
      new Long[] {resource}, new Long[] {null}, new Integer[] {0}, new Integer[] {0}
    };
    var values = new ArrayList<@org.jspecify.annotations.Nullable Object>();
    Stream.of(booking, time, booked).forEach(some -> values.addAll(Arrays.asList(some)));
    values.add(null);
    return send(connection, BookingStore.INSERT, values.toArray());
  }

  private static Future<RowSet<Row>> send(
      SqlConnection connection,
      String statement,
      @org.jspecify.annotations.Nullable Object... values) {
    return connection.preparedQuery(statement).execute(Tuple.wrap(values));
  }
}
