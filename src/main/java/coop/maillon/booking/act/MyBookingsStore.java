package coop.maillon.booking.act;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Shelf;
import coop.maillon.db.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All the SQL of one's own bookings, shelf by shelf. */
final class MyBookingsStore {

  private static final String SHELF = """
      CASE WHEN b.status = 'pending' THEN 'pending'
           WHEN b.status IN ('cancelled', 'rejected') THEN 'ended'
           WHEN b.ends_at > $2 AND b.status IN ('confirmed', 'started') THEN 'upcoming'
           ELSE 'past' END""";

  private static final String OF_SHELF = """
      SELECT %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.id IN (SELECT own.id FROM booking own WHERE own.member_id = $1
                      UNION SELECT p.booking_id FROM participant p WHERE p.member_id = $1)
         AND %s = $3
       ORDER BY coalesce(b.undo_until > $2, false) AND $4 < 0 DESC, extract(epoch FROM b.starts_at) * $4, b.id
       LIMIT $5 OFFSET $6
      """.formatted(BookingRows.COLUMNS, SHELF);

  private static final String COUNTS = """
      SELECT %s AS shelf, count(*) AS many
        FROM booking b
       WHERE b.id IN (SELECT own.id FROM booking own WHERE own.member_id = $1
                      UNION SELECT p.booking_id FROM participant p WHERE p.member_id = $1)
       GROUP BY 1
      """.formatted(SHELF);

  Future<List<Booking>> shelf(Sql sql, long member, MyBookings.Page page, Instant now) {
    return sql.run(
            OF_SHELF,
            member,
            LedgerStore.utc(now),
            page.shelf().word(),
            page.shelf().direction(),
            page.size(),
            (long) page.size() * (page.number() - 1))
        .map(BookingRows::bookings);
  }

  Future<Map<Shelf, Integer>> counts(Sql sql, long member, Instant now) {
    return sql.run(COUNTS, member, LedgerStore.utc(now)).map(rows -> {
      var counts = new EnumMap<Shelf, Integer>(Shelf.class);
      for (Row row : rows) {
        Optional<Shelf> shelf = Shelf.ofWord(row.getString("shelf"));
        shelf.ifPresent(known -> counts.put(known, row.getInteger("many")));
      }
      return counts;
    });
  }
}
