package coop.maillon.booking.maintenance;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.closure.ClosureId;
import coop.maillon.booking.closure.Target;
import coop.maillon.booking.evacuation.Left;
import coop.maillon.booking.series.Recurrence;
import coop.maillon.db.Sql;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All the SQL of what comes back. */
final class MaintenanceStore {

  private static final String INSERT = """
      INSERT INTO closure_rule (site_id, resource_id, unit_id, rrule, zone, starts_local, minutes, reason, created_by, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      RETURNING id
      """;

  private static final String LIVE = """
      SELECT r.id, r.site_id, r.resource_id, r.unit_id, r.rrule, r.zone, r.starts_local, r.minutes, r.reason, r.created_by,
             r.made_until
        FROM closure_rule r
       WHERE r.ended_at IS NULL
       ORDER BY r.id
      """;

  private static final String END =
      "UPDATE closure_rule SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";

  /** Only by whoever saw it as it is: of two nodes one tells. */
  private static final String MADE = """
      UPDATE closure_rule SET made_until = $2 WHERE id = $1 AND made_until IS NOT DISTINCT FROM $3::timestamptz
      """;

  /** What dates that nobody was told of yet took from bookings. */
  private static final String UNTOLD = """
      SELECT c.starts_at, c.ends_at, c.touched
        FROM closure c
       WHERE c.rule_id = $1 AND c.starts_at <= $2 AND ($3::timestamptz IS NULL OR c.starts_at > $3)
       ORDER BY c.starts_at
      """;

  private static final String TO_COME = """
      SELECT c.id FROM closure c
       WHERE c.rule_id = $1 AND c.starts_at > $2 AND c.lifted_at IS NULL
       ORDER BY c.starts_at
      """;

  /** Dates to come of what has ended, and who had planned it. */
  private static final String LEFT_OVER = """
      SELECT c.id, r.created_by
        FROM closure_rule r
        JOIN closure c ON c.rule_id = r.id AND c.starts_at > $1 AND c.lifted_at IS NULL
       WHERE r.ended_at < $1
       ORDER BY c.starts_at
      """;

  Future<Maintenance.Id> insert(Sql sql, Maintenance.Wish wish, long actor, Instant now) {
    var target = wish.target();
    return sql.run(
            INSERT,
            id(target, Target.Sort.SITE),
            id(target, Target.Sort.RESOURCE),
            id(target, Target.Sort.UNIT),
            wish.recurrence().rule(),
            wish.recurrence().zone().getId(),
            wish.recurrence().start(),
            wish.minutes(),
            wish.reason(),
            actor,
            now.atOffset(UTC))
        .map(rows -> new Maintenance.Id(rows.iterator().next().getLong("id")));
  }

  private static @Nullable Long id(Target target, Target.Sort sort) {
    return target.sort() == sort ? target.id() : null;
  }

  /** Those that have not been ended. */
  Future<List<Maintenance>> live(Sql sql) {
    return sql.run(LIVE)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(MaintenanceStore::maintenance)
            .toList());
  }

  /** True if nobody had ended it. */
  Future<Boolean> end(Sql sql, Maintenance.Id id, Instant now) {
    return sql.run(END, id.value(), now.atOffset(UTC)).map(rows -> rows.rowCount() == 1);
  }

  /** False where somebody else was faster. */
  Future<Boolean> made(Sql sql, Maintenance seen, Instant until) {
    return sql.run(MADE, seen.id().value(), until.atOffset(UTC), at(seen.madeUntil()))
        .map(rows -> rows.rowCount() == 1);
  }

  /** A date that is closed, and what it took from bookings. */
  record Closed(TimeSlot slot, List<Left> touched) {}

  Future<List<Closed>> untold(Sql sql, Maintenance seen, Instant until) {
    return sql.run(UNTOLD, seen.id().value(), until.atOffset(UTC), at(seen.madeUntil()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(MaintenanceStore::closed)
            .toList());
  }

  /** The dates that have not begun and are closed. */
  Future<List<ClosureId>> toCome(Sql sql, Maintenance.Id id, Instant now) {
    return sql.run(TO_COME, id.value(), now.atOffset(UTC))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new ClosureId(row.getLong("id")))
            .toList());
  }

  /** A closed date whose rule has ended. */
  record LeftOver(ClosureId closure, long planner) {}

  Future<List<LeftOver>> leftOver(Sql sql, Instant now) {
    return sql.run(LEFT_OVER, now.atOffset(UTC))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new LeftOver(new ClosureId(row.getLong("id")), row.getLong("created_by")))
            .toList());
  }

  private static @Nullable OffsetDateTime at(Optional<Instant> instant) {
    return instant.map(moment -> moment.atOffset(UTC)).orElse(null);
  }

  private static Closed closed(Row row) {
    return new Closed(
        new TimeSlot(
            row.getOffsetDateTime("starts_at").toInstant(),
            row.getOffsetDateTime("ends_at").toInstant()),
        row.getJsonArray("touched").stream()
            .map(JsonObject.class::cast)
            .map(Left::ofJson)
            .toList());
  }

  private static Maintenance maintenance(Row row) {
    return new Maintenance(
        new Maintenance.Id(row.getLong("id")),
        target(row),
        new Recurrence(
            row.getString("rrule"),
            row.getLocalDateTime("starts_local"),
            ZoneId.of(row.getString("zone")),
            Set.of()),
        row.getInteger("minutes"),
        row.getString("reason"),
        row.getLong("created_by"),
        Optional.ofNullable(row.getOffsetDateTime("made_until")).map(OffsetDateTime::toInstant));
  }

  private static Target target(Row row) {
    if (row.getLong("site_id") != null) {
      return new Target(Target.Sort.SITE, row.getLong("site_id"));
    }
    return row.getLong("resource_id") != null
        ? new Target(Target.Sort.RESOURCE, row.getLong("resource_id"))
        : new Target(Target.Sort.UNIT, row.getLong("unit_id"));
  }
}
