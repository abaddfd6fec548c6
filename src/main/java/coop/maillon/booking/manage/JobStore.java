package coop.maillon.booking.manage;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.BookingId;
import coop.maillon.db.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All the SQL of the jobs. */
final class JobStore {

  /** A move that needs a new yes asked anew: it is from then that one waits. */
  private static final String UNANSWERED = """
      SELECT b.id
        FROM booking b
       WHERE b.status = 'pending' AND (b.starts_at <= $1
              OR greatest(b.created_at, b.undo_until - interval '5 minutes') <= $2)
       ORDER BY b.starts_at, b.id
       LIMIT 500
      """;

  private static final String FORGET_ANSWERS = "DELETE FROM idempotency WHERE created_at < $1";

  /** The requests that have begun, and those asked before that moment. */
  Future<List<BookingId>> unanswered(Sql sql, Instant now, Instant askedBefore) {
    return sql.run(UNANSWERED, now.atOffset(UTC), askedBefore.atOffset(UTC)).map(JobStore::ids);
  }

  Future<Void> forgetAnswers(Sql sql, Instant before) {
    return sql.run(FORGET_ANSWERS, before.atOffset(UTC)).mapEmpty();
  }

  private static List<BookingId> ids(RowSet<Row> rows) {
    var ids = new ArrayList<BookingId>();
    rows.forEach(row -> ids.add(new BookingId(row.getLong("id"))));
    return ids;
  }
}
