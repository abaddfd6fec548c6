package coop.maillon.booking.act;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Seat;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All the SQL of the ledger of time: who occupies which unit when. */
public final class LedgerStore {

  /** A row that is longer than was booked is that of something late: all of it is its own. */
  static final String AROUND = """
      SELECT o.id, o.unit_id, o.resource_id, lower(o.during) AS starts, upper(o.during) AS ends, o.cause,
             o.booking_id, k.unit_id AS chosen,
             COALESCE(b.starts_at, h.starts_at, lower(o.during)) AS own_start,
             COALESCE(CASE WHEN upper(o.during) > b.ends_at + k.buffer_after * interval '1 minute' THEN upper(o.during)
                           ELSE b.ends_at END, h.ends_at, upper(o.during)) AS own_end,
             o.hold_id, h.member_id AS holder, h.expires_at AS expires, h.waiting_id
        FROM occupancy o
        LEFT JOIN booking b ON b.id = o.booking_id
        LEFT JOIN booked k ON k.booking_id = o.booking_id AND k.resource_id = o.resource_id
        LEFT JOIN hold h ON h.id = o.hold_id
       WHERE o.unit_id = ANY ($1)
         AND o.during && tstzrange($2, $3, '[)')
      """;

  static final String ADD = """
      INSERT INTO occupancy (unit_id, resource_id, during, cause, booking_id, hold_id)
      SELECT s.unit_id, s.resource_id, tstzrange(s.starts, s.ends, '[)'), s.cause, s.booking_id, s.hold_id
        FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::bigint[], $7::bigint[])
             AS s (unit_id, resource_id, starts, ends, cause, booking_id, hold_id)
      """;

  private static final String REMOVE = "DELETE FROM occupancy WHERE id = ANY ($1)";
  private static final String REMOVE_BOOKING = "DELETE FROM occupancy WHERE booking_id = $1";
  private static final String REMOVE_BOOKINGS = "DELETE FROM occupancy WHERE booking_id = ANY ($1)";
  /** Rows only get shorter: no other can be in their way. */
  private static final String SHORTEN = """
      UPDATE occupancy
         SET during = tstzrange(lower(during), $2, '[)')
       WHERE booking_id = $1 AND upper(during) > $2 AND lower(during) < $2
      """;

  /** A place that was offered goes to whoever takes it; one that a closure takes is waited for again. */
  private static final String END_HOLDS = """
      WITH gone AS (DELETE FROM hold WHERE id = ANY ($1) RETURNING waiting_id, expires_at)
      UPDATE waiting w SET state = CASE WHEN gone.expires_at <= $2 THEN 'passed' ELSE $3 END
        FROM gone WHERE w.id = gone.waiting_id AND w.state = 'offered'
      """;

  /** All of it by one statement: the catalogue's number, the next booking's name, who else waits, and the rows around. */
  static final String GROUND = """
      SELECT v.*, o.*
        FROM (SELECT version, nextval('booking_id_seq') AS next,
                     EXISTS (SELECT 1 FROM waiting w
                              WHERE w.resource_id = ANY ($4) AND w.state = 'waiting' AND w.starts_at < $6 AND w.ends_at > $5
                                AND w.member_id <> $7) AS somebody,
                     EXISTS (SELECT 1 FROM waiting w
                              WHERE w.resource_id = ANY ($4) AND w.state = 'offered' AND w.starts_at < $6 AND w.ends_at > $5
                                AND w.member_id <> $7) AS offered
                FROM catalogue_version) v
        LEFT JOIN (%s) o ON true
      """.formatted(AROUND);

  public Future<Chain> around(Sql sql, Collection<UnitId> units, TimeSlot known) {
    Long[] ids = units.stream().map(UnitId::value).toArray(Long[]::new);
    return sql.run(AROUND, ids, utc(known.start()), utc(known.end()))
        .map(rows -> new Chain(occupied(rows), known));
  }

  /** Makes the moves in two statements, since the constraint is immediate: a swap in one would fail. */
  public Future<Void> move(Tx tx, List<Occupied> moved) {
    if (moved.isEmpty()) {
      return Future.succeededFuture();
    }
    Long[] ids = moved.stream().map(Occupied::id).toArray(Long[]::new);
    return Future.all(tx.run(REMOVE, (Object) ids), add(tx, moved)).mapEmpty();
  }

  /** For whoever takes what was held. */
  public Future<Void> endHolds(Tx tx, Collection<Long> holds, Instant now) {
    return endHolds(tx, holds, now, "taken");
  }

  /** For a closure, through which what was offered is waited for again. */
  public Future<Void> endHolds(Tx tx, Collection<Long> holds) {
    return endHolds(tx, holds, Instant.EPOCH, "waiting");
  }

  private static Future<Void> endHolds(Tx tx, Collection<Long> holds, Instant now, String state) {
    return holds.isEmpty()
        ? Future.succeededFuture()
        : tx.run(END_HOLDS, holds.toArray(Long[]::new), utc(now), state).mapEmpty();
  }

  /** What is looked for: the rows of these units within a time, and who else waits for the claim's time on one of the resources. */
  record Sought(
      Claim claim, Collection<UnitId> units, TimeSlot known, Collection<ResourceId> resources) {}

  /** What was found; {@code catalogue} is its number. */
  record Found(long catalogue, BookingId next, Chain chain, Ground.Waiting waiting) {}

  Future<Found> look(Tx tx, Sought sought) {
    var known = sought.known();
    var slot = sought.claim().slot();
    return tx.run(
            GROUND,
            sought.units().stream().map(UnitId::value).toArray(Long[]::new),
            utc(known.start()),
            utc(known.end()),
            sought.resources().stream().map(ResourceId::value).toArray(Long[]::new),
            utc(slot.start()),
            utc(slot.end()),
            sought.claim().member().value())
        .map(rows -> found(rows, known));
  }

  private static Found found(RowSet<Row> rows, TimeSlot known) {
    Row first = rows.iterator().next();
    return new Found(
        first.getLong("version"),
        new BookingId(first.getLong("next")),
        new Chain(first.getLong("id") == null ? List.of() : occupied(rows), known),
        waiting(first));
  }

  private static Ground.Waiting waiting(Row row) {
    if (row.getBoolean("somebody")) {
      return Ground.Waiting.SOMEBODY;
    }
    return row.getBoolean("offered") ? Ground.Waiting.OFFERED : Ground.Waiting.NOBODY;
  }

  public Future<Void> remove(Tx tx, BookingId booking) {
    return tx.run(REMOVE_BOOKING, booking.value()).mapEmpty();
  }

  public Future<Void> shorten(Tx tx, BookingId booking, Instant end) {
    return tx.run(SHORTEN, booking.value(), utc(end)).mapEmpty();
  }

  public Future<Void> seat(Tx tx, BookingId booking, List<Seat> seats) {
    return add(tx, rows(seats, Occupied.Cause.BOOKING, Optional.of(booking), Optional.empty()));
  }

  public Future<Void> seat(Tx tx, Occupied.Hold hold, List<Seat> seats) {
    return add(tx, rows(seats, Occupied.Cause.HOLD, Optional.empty(), Optional.of(hold)));
  }

  /** Of many bookings, by one statement. */
  public Future<Void> seat(Tx tx, Map<BookingId, List<Seat>> seats) {
    return add(
        tx,
        seats.entrySet().stream()
            .flatMap(one -> rows(
                one.getValue(), Occupied.Cause.BOOKING, Optional.of(one.getKey()), Optional.empty())
                .stream())
            .toList());
  }

  public Future<Void> remove(Tx tx, Collection<BookingId> bookings) {
    return tx.run(
            REMOVE_BOOKINGS, (Object) bookings.stream().map(BookingId::value).toArray(Long[]::new))
        .mapEmpty();
  }

  private static List<Occupied> rows(
      List<Seat> seats,
      Occupied.Cause cause,
      Optional<BookingId> booking,
      Optional<Occupied.Hold> hold) {
    return seats.stream()
        .map(seat -> new Occupied(
            0,
            seat.unit(),
            seat.resource(),
            seat.during(),
            seat.during(),
            cause,
            booking,
            hold,
            Occupied.Bond.ANY))
        .toList();
  }

  private static Future<Void> add(Tx tx, List<Occupied> rows) {
    return tx.run(
            ADD,
            longs(rows, row -> row.unit().value()),
            longs(rows, row -> row.resource().value()),
            times(rows, row -> row.during().start()),
            times(rows, row -> row.during().end()),
            rows.stream()
                .map(row -> row.cause().name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new),
            longs(rows, row -> row.booking().map(BookingId::value).orElse(null)),
            longs(rows, row -> row.hold().map(Occupied.Hold::id).orElse(null)))
        .mapEmpty();
  }

  private static Long[] longs(
      List<Occupied> rows, Function<Occupied, @org.jspecify.annotations.Nullable Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  private static OffsetDateTime[] times(List<Occupied> rows, Function<Occupied, Instant> column) {
    return rows.stream().map(column).map(LedgerStore::utc).toArray(OffsetDateTime[]::new);
  }

  public static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static List<Occupied> occupied(RowSet<Row> rows) {
    var list = new ArrayList<Occupied>(rows.size());
    for (Row row : rows) {
      list.add(occupied(row));
    }
    return list;
  }

  private static Occupied occupied(Row row) {
    var during = new TimeSlot(instant(row, "starts"), instant(row, "ends"));
    boolean bookedLoosely = row.getLong("booking_id") != null && row.getLong("chosen") == null;
    boolean held = row.getLong("hold_id") != null;
    return new Occupied(
        row.getLong("id"),
        new UnitId(row.getLong("unit_id")),
        new ResourceId(row.getLong("resource_id")),
        during,
        new TimeSlot(instant(row, "own_start"), instant(row, "own_end")),
        Occupied.Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getLong("booking_id")).map(BookingId::new),
        held ? Optional.of(hold(row)) : Optional.empty(),
        bookedLoosely || held ? Occupied.Bond.ANY : Occupied.Bond.CHOSEN);
  }

  private static Occupied.Hold hold(Row row) {
    return new Occupied.Hold(
        row.getLong("hold_id"),
        row.getLong("holder"),
        instant(row, "expires"),
        row.getLong("waiting_id") == null ? Occupied.Sort.FORM : Occupied.Sort.OFFER);
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
