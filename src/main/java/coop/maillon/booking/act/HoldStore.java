package coop.maillon.booking.act;

import coop.maillon.booking.Claim;
import coop.maillon.booking.Hold;
import coop.maillon.booking.HoldId;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All the SQL of holds. Their occupancy goes with them. */
final class HoldStore {

  private static final String INSERT = """
      INSERT INTO hold (member_id, resource_id, starts_at, ends_at, expires_at, last_until)
      VALUES ($1, $2, $3, $4, $5, $6)
      RETURNING id, member_id, resource_id, starts_at, ends_at, expires_at, last_until
      """;

  private static final String OF_MEMBER = """
      SELECT id, member_id, resource_id, starts_at, ends_at, expires_at, last_until FROM hold
       WHERE member_id = $1 AND waiting_id IS NULL
      """;

  private static final String PROLONG = """
      UPDATE hold SET expires_at = least($3, last_until)
       WHERE id = $1 AND member_id = $2 AND expires_at > $4
      RETURNING id, member_id, resource_id, starts_at, ends_at, expires_at, last_until
      """;

  private static final String END_OF_MEMBER = """
      DELETE FROM hold WHERE member_id = $1 AND waiting_id IS NULL
      RETURNING id, member_id, resource_id, starts_at, ends_at, expires_at, last_until
      """;

  private static final String END = """
      DELETE FROM hold WHERE id = $1 AND member_id = $2 AND waiting_id IS NULL
      RETURNING id, member_id, resource_id, starts_at, ends_at, expires_at, last_until
      """;

  private static final String END_EXPIRED = """
      WITH ended AS (
        DELETE FROM hold WHERE expires_at <= $1
        RETURNING id, member_id, resource_id, starts_at, ends_at, expires_at, last_until, waiting_id),
      passed AS (
        UPDATE waiting w SET state = 'passed' FROM ended WHERE w.id = ended.waiting_id AND w.state = 'offered')
      SELECT id, member_id, resource_id, starts_at, ends_at, expires_at, last_until FROM ended
      """;

  Future<Hold> insert(Tx tx, Claim claim, Instant now) {
    return tx.run(
            INSERT,
            claim.member().value(),
            claim.wishes().get(0).resource().id().value(),
            LedgerStore.utc(claim.slot().start()),
            LedgerStore.utc(claim.slot().end()),
            LedgerStore.utc(now.plus(Hold.LENGTH)),
            LedgerStore.utc(now.plus(Hold.AT_MOST)))
        .map(rows -> hold(rows.iterator().next()));
  }

  Future<Optional<Hold>> of(Sql sql, MemberId member) {
    return sql.run(OF_MEMBER, member.value()).map(HoldStore::first);
  }

  Future<Optional<Hold>> prolong(Sql sql, Hold hold, Instant now) {
    return sql.run(
            PROLONG,
            hold.id().value(),
            hold.member().value(),
            LedgerStore.utc(now.plus(Hold.LENGTH)),
            LedgerStore.utc(now))
        .map(HoldStore::first);
  }

  Future<Optional<Hold>> endOf(Tx tx, MemberId member) {
    return tx.run(END_OF_MEMBER, member.value()).map(HoldStore::first);
  }

  Future<Optional<Hold>> end(Tx tx, HoldId id, MemberId member) {
    return tx.run(END, id.value(), member.value()).map(HoldStore::first);
  }

  Future<List<Hold>> endExpired(Tx tx, Instant now) {
    return tx.run(END_EXPIRED, LedgerStore.utc(now)).map(HoldStore::holds);
  }

  private static Optional<Hold> first(RowSet<Row> rows) {
    return holds(rows).stream().findFirst();
  }

  private static List<Hold> holds(RowSet<Row> rows) {
    var holds = new ArrayList<Hold>(rows.size());
    for (Row row : rows) {
      holds.add(hold(row));
    }
    return holds;
  }

  private static Hold hold(Row row) {
    return new Hold(
        new HoldId(row.getLong("id")),
        new MemberId(row.getLong("member_id")),
        new ResourceId(row.getLong("resource_id")),
        new TimeSlot(instant(row, "starts_at"), instant(row, "ends_at")),
        instant(row, "expires_at"),
        instant(row, "last_until"));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
