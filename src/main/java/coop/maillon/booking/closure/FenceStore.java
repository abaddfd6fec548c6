package coop.maillon.booking.closure;

import static coop.maillon.booking.closure.ClosureStore.ids;
import static coop.maillon.booking.closure.ClosureStore.moments;
import static coop.maillon.booking.closure.ClosureStore.utc;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All the SQL of the rows that closures lay on the ledger of time. */
final class FenceStore {

  private static final String FENCES = """
      SELECT o.id, o.unit_id, lower(o.during) AS starts, upper(o.during) AS ends
        FROM occupancy o
       WHERE o.unit_id = ANY ($1) AND o.cause = 'closure' AND o.during && tstzrange($2, NULL, '[)')
       ORDER BY o.unit_id, lower(o.during)
      """;

  private static final String BOOKED = """
      SELECT o.id, o.unit_id, lower(o.during) AS starts, upper(o.during) AS ends
        FROM occupancy o
       WHERE o.unit_id = ANY ($1) AND o.cause <> 'closure' AND o.during && tstzrange($2, NULL, '[)')
       ORDER BY o.unit_id, lower(o.during)
      """;

  private static final String REMOVE = "DELETE FROM occupancy WHERE id = ANY ($1)";

  private static final String LAY = """
      INSERT INTO occupancy (unit_id, resource_id, during, cause)
      SELECT f.unit_id, f.resource_id, tstzrange(f.starts, f.ends, '[)'), 'closure'
        FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[], $4::timestamptz[]) AS f (unit_id, resource_id, starts, ends)
      """;

  /** A row that a closure lays on a unit. */
  record Fence(long id, UnitId unit, TimeSlot during) {}

  Future<List<Fence>> fences(Sql sql, Collection<UnitId> units, Instant since) {
    return sql.run(FENCES, ids(units, UnitId::value), utc(since)).map(FenceStore::fences);
  }

  /** What bookings and holds occupy. */
  Future<List<Fence>> booked(Sql sql, Collection<UnitId> units, Instant since) {
    return sql.run(BOOKED, ids(units, UnitId::value), utc(since)).map(FenceStore::fences);
  }

  /** In two statements, since the constraint is immediate. */
  Future<Void> replace(Tx tx, List<Fence> gone, List<Fence> laid, Catalogue catalogue) {
    var removed = tx.run(REMOVE, (Object) ids(gone, Fence::id));
    var added = tx.run(
        LAY,
        ids(laid, fence -> fence.unit().value()),
        ids(laid, fence -> catalogue.unit(fence.unit()).orElseThrow().resource().value()),
        moments(laid, fence -> fence.during().start()),
        moments(laid, fence -> fence.during().end()));
    return Future.all(removed, added).mapEmpty();
  }

  private static List<Fence> fences(RowSet<Row> rows) {
    var list = new ArrayList<Fence>();
    rows.forEach(row -> list.add(new Fence(
        row.getLong("id"),
        new UnitId(row.getLong("unit_id")),
        new TimeSlot(
            row.getOffsetDateTime("starts").toInstant(),
            row.getOffsetDateTime("ends").toInstant()))));
    return list;
  }
}
