package coop.maillon.booking.waiting;

import coop.maillon.booking.act.LedgerStore;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All the SQL of the waiting list. */
final class WaitingStore {

  private static final String JOIN = """
      INSERT INTO waiting (member_id, resource_id, starts_at, ends_at, created_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (member_id, resource_id, starts_at, ends_at) WHERE state IN ('waiting', 'offered')
      DO UPDATE SET priority = waiting.priority
      RETURNING id
      """;

  /** In the order of the line, but for those who have an offer for some of that time. */
  private static final String LINE = """
      SELECT w.id, w.resource_id, w.starts_at, w.ends_at, m.id AS member, m.name, m.email, m.administrator, m.guest, m.language,
             ARRAY(SELECT c.site_id FROM coordinates c WHERE c.member_id = m.id) AS coordinates,
             ARRAY(SELECT g.site_id FROM guest_site g WHERE g.member_id = m.id) AS guest_sites
        FROM waiting w
        JOIN member m ON m.id = w.member_id AND m.state = 'active'
         AND (m.guest_until IS NULL OR m.guest_until >= ($2::timestamptz AT TIME ZONE 'UTC')::date)
       WHERE w.resource_id = ANY ($1) AND w.state = 'waiting' AND w.starts_at > $2
         AND NOT EXISTS (SELECT 1 FROM waiting o
                          WHERE o.member_id = w.member_id AND o.state = 'offered'
                            AND o.starts_at < w.ends_at AND o.ends_at > w.starts_at)
       ORDER BY w.priority DESC, w.created_at, w.id
       LIMIT %d OFFSET $3
      """.formatted(WaitingStore.LOT);

  /** So many are judged at once. */
  static final int LOT = 50;

  private static final String STILL =
      "SELECT id FROM waiting WHERE id = ANY ($1) AND state = 'waiting'";

  private static final String OFFER = """
      WITH offered AS (
        UPDATE waiting SET state = 'offered', offered_until = $2 WHERE id = $1
        RETURNING id, member_id, resource_id, starts_at, ends_at)
      INSERT INTO hold (member_id, resource_id, starts_at, ends_at, expires_at, last_until, waiting_id)
      SELECT member_id, resource_id, starts_at, ends_at, $2, $2, id FROM offered
      RETURNING id
      """;

  private static final String OF_MEMBER = """
      SELECT w.id, w.resource_id, w.starts_at, w.ends_at,
             CASE WHEN w.state = 'offered' THEN w.offered_until END AS offered_until,
             (SELECT count(*)::int FROM waiting a
               WHERE a.resource_id = w.resource_id AND a.state = 'waiting' AND a.id <> w.id
                 AND a.starts_at < w.ends_at AND a.ends_at > w.starts_at
                 AND (-a.priority, a.created_at, a.id) < (-w.priority, w.created_at, w.id)) AS ahead
        FROM waiting w
       WHERE w.member_id = $1 AND w.state IN ('waiting', 'offered') AND w.starts_at > $2
       ORDER BY w.starts_at, w.id
      """;

  private static final String LEAVE = """
      WITH gone AS (
        UPDATE waiting SET state = 'left' WHERE id = $1 AND member_id = $2 AND state IN ('waiting', 'offered')
        RETURNING id, resource_id, starts_at, ends_at),
      freed AS (DELETE FROM hold h USING gone WHERE h.waiting_id = gone.id RETURNING h.id)
      SELECT gone.id, gone.resource_id, gone.starts_at, gone.ends_at, (SELECT id FROM freed) AS hold FROM gone
      """;

  private static final String WAITED_FOR = """
      SELECT DISTINCT resource_id FROM waiting WHERE state = 'waiting' AND starts_at > $1
      """;

  private static final String OVER = """
      UPDATE waiting SET state = 'over' WHERE state = 'waiting' AND starts_at <= $1
      """;

  /** What somebody waited for and no longer does. */
  record Gone(ResourceId resource, TimeSlot slot, Optional<Long> hold) {}

  Future<Long> join(Sql sql, long member, Place place, Instant now) {
    return sql.run(
            JOIN,
            member,
            place.resource().value(),
            LedgerStore.utc(place.slot().start()),
            LedgerStore.utc(place.slot().end()),
            LedgerStore.utc(now))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  /** What is waited for. */
  record Place(ResourceId resource, TimeSlot slot) {}

  /**
   * A part of the line.
   *
   * @param skipped how many before them were looked at already
   * @return {@link #LOT} at most
   */
  Future<List<Waiter>> line(Sql sql, Collection<ResourceId> resources, int skipped, Instant now) {
    return sql.run(
            LINE,
            resources.stream().map(ResourceId::value).toArray(Long[]::new),
            LedgerStore.utc(now),
            skipped)
        .map(rows -> {
          var line = new ArrayList<Waiter>();
          rows.forEach(row -> line.add(waiter(row)));
          return line;
        });
  }

  Future<Set<Long>> still(Tx tx, List<Waiter> line) {
    return tx.run(STILL, (Object) line.stream().map(Waiter::id).toArray(Long[]::new))
        .map(rows -> {
          var still = new HashSet<Long>();
          rows.forEach(row -> still.add(row.getLong("id")));
          return still;
        });
  }

  /** The hold that keeps it. */
  Future<Long> offer(Tx tx, Waiter waiter, Instant until) {
    return tx.run(OFFER, waiter.id(), LedgerStore.utc(until))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  Future<List<Waiting>> of(Sql sql, long member, Instant now) {
    return sql.run(OF_MEMBER, member, LedgerStore.utc(now)).map(rows -> {
      var list = new ArrayList<Waiting>();
      rows.forEach(row -> list.add(new Waiting(
          row.getLong("id"),
          new ResourceId(row.getLong("resource_id")),
          slot(row),
          row.getInteger("ahead"),
          Optional.ofNullable(row.getOffsetDateTime("offered_until"))
              .map(until -> until.toInstant()))));
      return list;
    });
  }

  Future<Optional<Gone>> leave(Tx tx, long id, long member) {
    return tx.run(LEAVE, id, member).map(WaitingStore::gone);
  }

  Future<Set<ResourceId>> waitedFor(Sql sql, Instant now) {
    return sql.run(WAITED_FOR, LedgerStore.utc(now)).map(rows -> {
      var resources = new HashSet<ResourceId>();
      rows.forEach(row -> resources.add(new ResourceId(row.getLong("resource_id"))));
      return resources;
    });
  }

  Future<Void> over(Sql sql, Instant now) {
    return sql.run(OVER, LedgerStore.utc(now)).mapEmpty();
  }

  private static Optional<Gone> gone(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(new Gone(
          new ResourceId(row.getLong("resource_id")),
          slot(row),
          Optional.ofNullable(row.getLong("hold"))));
    }
    return Optional.empty();
  }

  private static Waiter waiter(Row row) {
    var who = new Who(
        row.getLong("member"),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("administrator"),
        row.getBoolean("guest"),
        Set.of(row.getArrayOfLongs("coordinates")),
        Set.of(row.getArrayOfLongs("guest_sites")),
        row.getString("language"),
        "auto",
        0,
        Optional.empty(),
        Who.Proof.SESSION);
    return new Waiter(
        row.getLong("id"), who, new ResourceId(row.getLong("resource_id")), slot(row));
  }

  private static TimeSlot slot(Row row) {
    return new TimeSlot(
        row.getOffsetDateTime("starts_at").toInstant(),
        row.getOffsetDateTime("ends_at").toInstant());
  }
}
