package coop.maillon.board.act;

import static java.time.ZoneOffset.UTC;

import coop.maillon.board.EngagementId;
import coop.maillon.board.PostId;
import coop.maillon.db.Sql;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All the SQL of finding what time has something to do with: only where; whether, the act finds out under its locks. */
final class ClockworkStore {

  private static final String ENDING = """
      SELECT p.id FROM post p
       WHERE p.status IN ('draft', 'published') AND p.expires_at <= $1
       ORDER BY p.expires_at, p.id LIMIT 500
      """;

  private static final String TO_WARN = """
      SELECT p.id FROM post p
       WHERE p.status = 'published' AND p.expires_at > $1::timestamptz
         AND p.expires_at <= $1::timestamptz + CASE p.warned WHEN 0 THEN interval '3 days' WHEN 1 THEN interval '1 day' END
       ORDER BY p.expires_at, p.id LIMIT 500
      """;

  /** Agreed ones count from when they were agreed, the others from their last change. */
  private static final String WAITING = """
      SELECT e.id FROM engagement e
       WHERE (e.status = 'agreed' AND e.since <= $1::timestamptz - interval '30 days'
              AND NOT EXISTS (SELECT 1 FROM post p JOIN booking b ON b.id = p.booking_id
                               WHERE p.id = e.post_id AND b.ends_at > $1::timestamptz - interval '30 days'))
          OR (e.status IN ('declared', 'disputed') AND e.since <= $1::timestamptz - interval '14 days')
          OR (e.status = 'declared'
              AND e.since <= $1::timestamptz - CASE e.reminded WHEN 0 THEN interval '3 days' WHEN 1 THEN interval '7 days' END)
       ORDER BY e.since, e.id LIMIT 500
      """;

  /** Published ones about a booking that is not to be. */
  private static final String CALLED_OFF = """
      SELECT p.id
        FROM post p
        JOIN booking b ON b.id = p.booking_id AND b.status IN ('rejected', 'cancelled', 'released')
       WHERE p.status = 'published' AND p.booking_id IS NOT NULL
       ORDER BY p.id LIMIT 500
      """;

  /** What was agreed on about such a booking, whatever became of the post. */
  private static final String LET_GO = """
      SELECT e.id
        FROM engagement e
        JOIN post p ON p.id = e.post_id AND p.booking_id IS NOT NULL
        JOIN booking b ON b.id = p.booking_id AND b.status IN ('rejected', 'cancelled', 'released')
       WHERE e.status = 'agreed'
       ORDER BY e.id LIMIT 500
      """;

  Future<List<PostId>> calledOff(Sql sql) {
    return ids(sql, CALLED_OFF).map(ids -> ids.stream().map(PostId::new).toList());
  }

  Future<List<EngagementId>> letGo(Sql sql) {
    return ids(sql, LET_GO).map(ids -> ids.stream().map(EngagementId::new).toList());
  }

  Future<List<PostId>> ending(Sql sql, Instant now) {
    return ids(sql, ENDING, now.atOffset(UTC))
        .map(ids -> ids.stream().map(PostId::new).toList());
  }

  Future<List<PostId>> toWarn(Sql sql, Instant now) {
    return ids(sql, TO_WARN, now.atOffset(UTC))
        .map(ids -> ids.stream().map(PostId::new).toList());
  }

  Future<List<EngagementId>> waiting(Sql sql, Instant now) {
    return ids(sql, WAITING, now.atOffset(UTC))
        .map(ids -> ids.stream().map(EngagementId::new).toList());
  }

  private static Future<List<Long>> ids(Sql sql, String statement, Object... values) {
    return sql.run(statement, values).map(rows -> {
      List<Long> ids = new ArrayList<>();
      rows.forEach(row -> ids.add(row.getLong("id")));
      return ids;
    });
  }
}
