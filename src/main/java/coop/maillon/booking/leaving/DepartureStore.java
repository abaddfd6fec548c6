package coop.maillon.booking.leaving;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.BookingId;
import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** The SQL of what somebody who leaves had before them. */
final class DepartureStore {

  private static final String TO_COME = """
      SELECT b.id
        FROM booking b
       WHERE b.member_id = $1
         AND b.starts_at > $2
         AND b.status IN ('pending', 'confirmed')
       ORDER BY b.starts_at, b.id
      """;

  /** What has begun goes on to its end. */
  Future<List<BookingId>> toCome(Sql sql, MemberId member, Instant now) {
    return sql.run(TO_COME, member.value(), now.atOffset(UTC))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new BookingId(row.getLong("id")))
            .toList());
  }
}
