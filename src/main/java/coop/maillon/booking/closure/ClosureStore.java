package coop.maillon.booking.closure;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.evacuation.Left;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.resource.manage.Obstacle;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All the SQL of closures. */
final class ClosureStore {

  private static final String COLUMNS = """
      c.id, c.site_id, c.resource_id, c.unit_id, c.starts_at, c.ends_at, c.reason, c.created_at, c.lifted_at, c.touched,
      c.rule_id
      """;

  /**
   * A date of a rule once only, and none of one that has ended: whoever ends it waits for this to be done. What somebody sends
   * twice within two minutes is one closure.
   */
  private static final String INSERT = """
      INSERT INTO closure (site_id, resource_id, unit_id, starts_at, ends_at, reason, created_by, created_at, rule_id)
      SELECT $1::bigint, $2::bigint, $3::bigint, $4::timestamptz, $5::timestamptz, $6::text, $7::bigint, $8::timestamptz,
             $9::bigint
       WHERE $9::bigint IS NULL
             AND NOT EXISTS (SELECT 1 FROM closure c
                              WHERE c.created_by = $7 AND c.created_at > $8::timestamptz - interval '2 minutes'
                                AND (c.site_id, c.resource_id, c.unit_id) IS NOT DISTINCT FROM ($1, $2, $3)
                                AND c.starts_at BETWEEN $4::timestamptz - interval '2 minutes' AND $4 AND c.ends_at = $5 AND c.reason = $6 AND c.lifted_at IS NULL)
          OR EXISTS (SELECT 1 FROM closure_rule r WHERE r.id = $9 AND r.ended_at IS NULL FOR SHARE)
      ON CONFLICT (rule_id, starts_at) WHERE rule_id IS NOT NULL DO NOTHING
      RETURNING id
      """;

  private static final String KEEP_TOUCHED = "UPDATE closure SET touched = $2 WHERE id = $1";
  private static final String LIFT =
      "UPDATE closure SET lifted_at = $2 WHERE id = $1 AND lifted_at IS NULL";

  private static final String SHORTEN = """
      UPDATE closure SET ends_at = $2
       WHERE id = $1 AND lifted_at IS NULL AND ends_at > $2 AND starts_at < $2 AND $2 > $3
      """;

  private static final String FIND = "SELECT %s FROM closure c WHERE c.id = $1".formatted(COLUMNS);

  private static final String ACTIVE =
      "SELECT %s FROM closure c WHERE c.lifted_at IS NULL AND c.ends_at > $1".formatted(COLUMNS);

  private static final String SINCE = """
      SELECT *
        FROM (SELECT %s FROM closure c WHERE c.ends_at > $1 ORDER BY c.starts_at DESC LIMIT 1000) c
       ORDER BY c.starts_at, c.id
      """.formatted(COLUMNS);

  private static final String TO_COME = """
      SELECT DISTINCT ON (b.starts_at, b.id, o.resource_id)
             b.id, m.name, b.title, o.resource_id, o.unit_id, b.starts_at AS starts, b.ends_at AS ends
        FROM occupancy o
        JOIN booking b ON b.id = o.booking_id
        JOIN member m ON m.id = b.member_id
       WHERE (o.resource_id = ANY ($1) OR o.unit_id = ANY ($2))
         AND o.during && tstzrange($3, NULL, '[)')
       ORDER BY b.starts_at, b.id, o.resource_id
      """;

  /** Who lost a place comes before everybody else in its line. */
  private static final String WAIT = """
      INSERT INTO waiting (member_id, resource_id, starts_at, ends_at, created_at, priority, closure_id)
      SELECT w.member_id, w.resource_id, w.starts_at, w.ends_at, $5, 1, $6
        FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[], $4::timestamptz[])
             AS w (member_id, resource_id, starts_at, ends_at)
      ON CONFLICT DO NOTHING
      """;

  private static final String WAIT_NO_MORE = """
      WITH gone AS (
        UPDATE waiting SET state = 'left' WHERE closure_id = $1 AND state IN ('waiting', 'offered') RETURNING id)
      DELETE FROM hold WHERE waiting_id IN (SELECT id FROM gone)
      """;

  private static final String READERS = """
      SELECT b.member_id FROM booking b WHERE b.id = ANY ($1)
      UNION
      SELECT p.member_id FROM participant p WHERE p.booking_id = ANY ($1)
      """;

  /** A closure to be written: the wish, the time that really closes, and whose act it is. */
  record Fresh(ClosureWish wish, TimeSlot slot, long actor, Instant now) {}

  /** Empty where that date of a rule was made before. */
  Future<Optional<ClosureId>> insert(Tx tx, Fresh fresh) {
    Target target = fresh.wish().target();
    return tx.run(
            INSERT,
            id(target, Target.Sort.SITE),
            id(target, Target.Sort.RESOURCE),
            id(target, Target.Sort.UNIT),
            utc(fresh.slot().start()),
            utc(fresh.slot().end()),
            fresh.wish().reason(),
            fresh.actor(),
            utc(fresh.now()),
            rule(fresh.wish()))
        .map(rows -> rows.size() == 0
            ? Optional.empty()
            : Optional.of(new ClosureId(rows.iterator().next().getLong("id"))));
  }

  private static @Nullable Long id(Target target, Target.Sort sort) {
    return target.is(sort) ? target.id() : null;
  }

  private static @Nullable Long rule(ClosureWish wish) {
    return wish.rule().isPresent() ? wish.rule().getAsLong() : null;
  }

  Future<Void> keepTouched(Tx tx, ClosureId id, List<Left> touched) {
    var json = new JsonArray();
    touched.forEach(left -> json.add(left.toJson()));
    return tx.run(KEEP_TOUCHED, id.value(), json).mapEmpty();
  }

  /** First in line for the places that they lost. */
  Future<Void> wait(Tx tx, ClosureId id, List<Booking> bookings, Instant now) {
    return bookings.isEmpty()
        ? Future.succeededFuture()
        : tx.run(
                WAIT,
                ids(bookings, booking -> booking.member().value()),
                ids(bookings, booking -> booking.first().resource().value()),
                moments(bookings, booking -> booking.slot().start()),
                moments(bookings, booking -> booking.slot().end()),
                utc(now),
                id.value())
            .mapEmpty();
  }

  /** They have their places back. */
  Future<Void> waitNoMore(Tx tx, ClosureId id) {
    return tx.run(WAIT_NO_MORE, id.value()).mapEmpty();
  }

  /** Who has these bookings among theirs. */
  Future<List<Long>> readersOf(Tx tx, Collection<BookingId> bookings) {
    return tx.run(READERS, (Object) ids(bookings, BookingId::value)).map(rows -> {
      var readers = new ArrayList<Long>();
      rows.forEach(row -> readers.add(row.getLong("member_id")));
      return readers;
    });
  }

  /** True if it was not lifted before. */
  Future<Boolean> lift(Tx tx, ClosureId id, Instant at) {
    return tx.run(LIFT, id.value(), utc(at)).map(rows -> rows.rowCount() == 1);
  }

  /** True if it ended later before. */
  Future<Boolean> shorten(Tx tx, ClosureId id, Instant end, Instant now) {
    return tx.run(SHORTEN, id.value(), utc(end), utc(now)).map(rows -> rows.rowCount() == 1);
  }

  Future<Optional<Closure>> find(Sql sql, ClosureId id) {
    return sql.run(FIND, id.value()).map(rows -> closures(rows).stream().findFirst());
  }

  /** Those that still close something after that moment. */
  Future<List<Closure>> active(Sql sql, Instant now) {
    return sql.run(ACTIVE, utc(now)).map(ClosureStore::closures);
  }

  /** Those that end after that moment, the lifted ones too. */
  Future<List<Closure>> since(Sql sql, Instant from) {
    return sql.run(SINCE, utc(from)).map(ClosureStore::closures);
  }

  Future<List<Obstacle>> toCome(
      Sql sql, Collection<ResourceId> resources, Collection<UnitId> units, Instant now) {
    return sql.run(TO_COME, ids(resources, ResourceId::value), ids(units, UnitId::value), utc(now))
        .map(ClosureStore::obstacles);
  }

  static <T> Long[] ids(Collection<T> values, Function<T, Long> id) {
    return values.stream().map(id).toArray(Long[]::new);
  }

  static <T> OffsetDateTime[] moments(Collection<T> values, Function<T, Instant> time) {
    return values.stream().map(time).map(ClosureStore::utc).toArray(OffsetDateTime[]::new);
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static List<Closure> closures(RowSet<Row> rows) {
    var list = new ArrayList<Closure>();
    rows.forEach(row -> list.add(closure(row)));
    return list;
  }

  private static Closure closure(Row row) {
    return new Closure(
        new ClosureId(row.getLong("id")),
        target(row),
        slot(row, "starts_at", "ends_at"),
        row.getString("reason"),
        row.getOffsetDateTime("created_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("lifted_at")).map(OffsetDateTime::toInstant),
        row.getJsonArray("touched").stream()
            .map(JsonObject.class::cast)
            .map(Left::ofJson)
            .toList(),
        Optional.ofNullable(row.getLong("rule_id")).stream()
            .mapToLong(Long::longValue)
            .findFirst());
  }

  private static Target target(Row row) {
    if (row.getLong("site_id") != null) {
      return new Target(Target.Sort.SITE, row.getLong("site_id"));
    }
    return row.getLong("resource_id") != null
        ? new Target(Target.Sort.RESOURCE, row.getLong("resource_id"))
        : new Target(Target.Sort.UNIT, row.getLong("unit_id"));
  }

  private static List<Obstacle> obstacles(RowSet<Row> rows) {
    var list = new ArrayList<Obstacle>();
    rows.forEach(row -> list.add(new Obstacle(
        row.getLong("id"),
        row.getString("name"),
        row.getString("title"),
        new ResourceId(row.getLong("resource_id")),
        new UnitId(row.getLong("unit_id")),
        slot(row, "starts", "ends"))));
    return list;
  }

  private static TimeSlot slot(Row row, String start, String end) {
    return new TimeSlot(
        row.getOffsetDateTime(start).toInstant(), row.getOffsetDateTime(end).toInstant());
  }
}
