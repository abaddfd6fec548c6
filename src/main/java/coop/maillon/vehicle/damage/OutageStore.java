package coop.maillon.vehicle.damage;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.closure.ClosureId;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.ResourceId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** All the SQL of cars that are closed because they are not safe. */
final class OutageStore {

  /** Opened otherwise, or run out. */
  private static final String OVER = """
      UPDATE vehicle_outage o SET over_at = $2
        FROM closure c
       WHERE o.resource_id = $1 AND o.over_at IS NULL AND c.id = o.closure_id AND (c.lifted_at IS NOT NULL OR c.ends_at <= $2)
      """;

  private static final String BEGIN = """
      INSERT INTO vehicle_outage (resource_id, damage_id, begun_at) VALUES ($1, $2, $3)
      ON CONFLICT (resource_id) WHERE over_at IS NULL DO NOTHING
      RETURNING id
      """;

  /** Not safe once more: whatever end somebody gave it before does not count. */
  private static final String AGAIN = """
      UPDATE vehicle_outage o SET until = c.ends_at
        FROM closure c
       WHERE o.resource_id = $1 AND o.over_at IS NULL AND c.id = o.closure_id
      """;

  private static final String CLOSED = """
      UPDATE vehicle_outage SET closure_id = $2, until = (SELECT ends_at FROM closure WHERE id = $2) WHERE id = $1
      """;

  private static final String END =
      "UPDATE vehicle_outage SET over_at = $2 WHERE id = $1 AND over_at IS NULL";

  /** The outage of a car, unless its closure is over, and what still keeps it closed. */
  private static final String STANDING = """
      SELECT o.id, o.closure_id, o.damage_id, c.ends_at,
             (SELECT count(*)::int FROM (ROWS) n WHERE n.severity = 'unsafe' AND n.closes AND n.mended_at IS NULL) AS keeping
        FROM vehicle_outage o
        LEFT JOIN closure c ON c.id = o.closure_id
       WHERE o.resource_id = $1 AND o.over_at IS NULL AND (c.id IS NULL OR c.lifted_at IS NULL AND c.ends_at > $2)
      """.replace("ROWS", DamageRows.of("$1"));

  /** What was begun and not ended: the node went away meanwhile. It may have closed it before it did. */
  private static final String LEFT_UNDONE = """
      SELECT o.id, o.resource_id, o.damage_id, d.member_id,
             (SELECT max(c.id) FROM closure c
               WHERE c.resource_id = o.resource_id AND c.created_by = d.member_id AND c.created_at >= o.begun_at
                 AND c.lifted_at IS NULL) AS closure_id
        FROM vehicle_outage o
        JOIN vehicle_damage d ON d.id = o.damage_id
       WHERE o.over_at IS NULL AND o.closure_id IS NULL AND o.begun_at < $1
      """;

  /** Its closure ran out as it was meant to, and it is not safe yet; the last who said so counts. */
  private static final String RUN_OUT = """
      SELECT o.id, o.resource_id, n.id AS damage_id, n.reporter AS member_id, o.closure_id
        FROM vehicle_outage o
        JOIN closure c ON c.id = o.closure_id
        JOIN LATERAL (
               SELECT d.id, d.reporter FROM (ROWS) d
                WHERE d.severity = 'unsafe' AND d.closes AND d.mended_at IS NULL
                ORDER BY d.id DESC LIMIT 1) n ON true
       WHERE o.over_at IS NULL AND c.lifted_at IS NULL AND c.ends_at <= $1 AND c.ends_at = o.until
      """.replace("ROWS", DamageRows.of("o.resource_id"));

  /** A car that is closed, or about to be. */
  record Outage(long id, ResourceId car, long damage, long actor, Optional<ClosureId> closure) {}

  /**
   * How a car is closed.
   *
   * @param keeping how much damage keeps it closed
   */
  record Standing(long outage, Optional<ClosureId> closure, Optional<Instant> until, int keeping) {}

  /** Empty where it is closed already, or being closed. */
  Future<Optional<Long>> begin(Tx tx, ResourceId car, long damage, Instant now) {
    tx.run(OVER, car.value(), now.atOffset(UTC));
    return tx.run(BEGIN, car.value(), damage, now.atOffset(UTC))
        .map(rows -> first(rows).map(row -> row.getLong("id")));
  }

  Future<Void> again(Tx tx, ResourceId car) {
    return tx.run(AGAIN, car.value()).mapEmpty();
  }

  Future<Void> closed(Tx tx, long outage, ClosureId closure) {
    return tx.run(CLOSED, outage, closure.value()).mapEmpty();
  }

  /** False where somebody else ended it. */
  Future<Boolean> end(Tx tx, long outage, Instant now) {
    return tx.run(END, outage, now.atOffset(UTC)).map(rows -> rows.rowCount() == 1);
  }

  Future<Optional<Standing>> standing(Sql sql, ResourceId car, Instant now) {
    return sql.run(STANDING, car.value(), now.atOffset(UTC))
        .map(rows -> first(rows)
            .map(row -> new Standing(
                row.getLong("id"),
                Optional.ofNullable(row.getLong("closure_id")).map(ClosureId::new),
                Optional.ofNullable(row.getOffsetDateTime("ends_at")).map(at -> at.toInstant()),
                row.getInteger("keeping"))));
  }

  Future<List<Outage>> leftUndone(Sql sql, Instant before) {
    return outages(sql, LEFT_UNDONE, before);
  }

  Future<List<Outage>> runOut(Sql sql, Instant now) {
    return outages(sql, RUN_OUT, now);
  }

  private static Future<List<Outage>> outages(Sql sql, String which, Instant moment) {
    return sql.run(which, moment.atOffset(UTC))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(OutageStore::outage)
            .toList());
  }

  private static Outage outage(Row row) {
    return new Outage(
        row.getLong("id"),
        new ResourceId(row.getLong("resource_id")),
        row.getLong("damage_id"),
        row.getLong("member_id"),
        Optional.ofNullable(row.getLong("closure_id")).map(ClosureId::new));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst();
  }
}
