package coop.maillon.booking.act;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Shelf;
import coop.maillon.db.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All the SQL of one's own bookings, shelf by shelf. */
final class MyBookingsStore {

  private static final String SHELF = """
      CASE WHEN b.status = 'pending' THEN 'pending'
           WHEN b.status IN ('cancelled', 'rejected') THEN 'ended'
           WHEN b.status IN ('confirmed', 'started')
            AND (b.ends_at > $2 OR b.must_return AND b.arrived_at IS NOT NULL AND b.left_at IS NULL) THEN 'upcoming'
           ELSE 'past' END""";

  /** The dates of a series are one line, but for what has a place of its own and what is over; so is what one act ended. */
  private static final String LINES = """
      WITH own AS (
        SELECT b.id, b.starts_at, b.series_id, b.detached, b.act, coalesce(b.undo_until > $2, false) AS undoable, %s AS shelf
          FROM booking b
         WHERE b.id IN (SELECT own.id FROM booking own WHERE own.member_id = $1
                        UNION SELECT p.booking_id FROM participant p WHERE p.member_id = $1)),
      lines AS (
        SELECT o.id, o.starts_at, o.undoable, o.shelf,
               CASE WHEN o.series_id IS NULL OR o.shelf = 'past' OR o.detached AND o.shelf <> 'ended' THEN 'booking ' || o.id
                    WHEN o.shelf = 'ended' THEN 'act ' || o.series_id || ' ' || coalesce(o.act, -o.id)
                    ELSE 'series ' || o.series_id END AS line
          FROM own o)
      """.formatted(SHELF);

  private static final String OF_SHELF = LINES + """
      , firsts AS (
        SELECT DISTINCT ON (l.line) l.id, l.undoable,
               (count(*) OVER (PARTITION BY l.line))::int AS together, max(l.starts_at) OVER (PARTITION BY l.line) AS until
          FROM lines l
         WHERE l.shelf = $3
         ORDER BY l.line, l.starts_at)
      SELECT %s, f.together, f.until
        FROM firsts f
        JOIN booking b ON b.id = f.id
        JOIN member m ON m.id = b.member_id
       ORDER BY f.undoable AND $4 < 0 DESC, extract(epoch FROM b.starts_at) * $4, b.id
       LIMIT $5 OFFSET $6
      """.formatted(BookingRows.COLUMNS);

  private static final String COUNTS =
      LINES + "SELECT shelf, count(DISTINCT line) AS many FROM lines GROUP BY shelf";

  /** The first bookings of some lines, and how many others each stands for. */
  record Lines(List<Booking> firsts, Map<BookingId, MyBookings.Together> together) {}

  Future<Lines> shelf(Sql sql, long member, MyBookings.Page page, Instant now) {
    return sql.run(
            OF_SHELF,
            member,
            LedgerStore.utc(now),
            page.shelf().word(),
            page.shelf().direction(),
            page.size(),
            (long) page.size() * (page.number() - 1))
        .map(rows -> {
          var together = new HashMap<BookingId, MyBookings.Together>();
          for (Row row : rows) {
            if (row.getInteger("together") > 1) {
              together.put(
                  new BookingId(row.getLong("id")),
                  new MyBookings.Together(
                      row.getInteger("together"), row.getOffsetDateTime("until").toInstant()));
            }
          }
          return new Lines(BookingRows.bookings(rows), together);
        });
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
