package coop.maillon.board.seat;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.BookingId;
import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** All the SQL of seats. */
final class SeatStore {

  /** Who has an agreement for a seat of a booking that is still to be and its giver's own. */
  private static final String AGREED = """
      SELECT r.engagement_id, r.member_id, r.aboard, p.booking_id, p.author_id
        FROM engagement e
        JOIN engagement_receiver r ON r.engagement_id = e.id
        JOIN post p ON p.id = e.post_id AND p.kind = 'offer'
        JOIN booking b ON b.id = p.booking_id AND b.member_id = p.author_id
       WHERE e.status = 'agreed' AND b.status IN ('pending', 'confirmed', 'started') AND b.ends_at > $1
      """;

  /** Whoever takes part already was invited, or has another seat in it. */
  private static final String LOOK = """
      UPDATE engagement_receiver r
         SET aboard = CASE WHEN EXISTS (SELECT 1 FROM participant t WHERE t.booking_id = a.booking_id AND t.member_id = a.member_id)
                           THEN 'invited' ELSE 'coming' END
        FROM (AGREED) a
       WHERE r.engagement_id = a.engagement_id AND r.member_id = a.member_id AND r.aboard IS NULL
      """.replace("AGREED", AGREED);

  /** Whoever comes, and whoever is there by a seat for which nothing stands any more. */
  private static final String DUE = """
      SELECT DISTINCT a.booking_id, a.member_id, a.author_id, false AS given_up FROM (AGREED) a WHERE a.aboard = 'coming'
      UNION ALL
      SELECT t.booking_id, t.member_id, b.member_id, true
        FROM participant t
        JOIN booking b ON b.id = t.booking_id
       WHERE t.seat AND b.status IN ('pending', 'confirmed', 'started') AND b.ends_at > $1
         AND NOT EXISTS (SELECT 1
                           FROM post p
                           JOIN engagement e ON e.post_id = p.id AND e.status NOT IN ('cancelled', 'absent')
                           JOIN engagement_receiver r ON r.engagement_id = e.id AND r.member_id = t.member_id
                          WHERE p.booking_id = t.booking_id AND p.kind = 'offer')
      """.replace("AGREED", AGREED);

  private static final String SEATED = """
      WITH there AS (UPDATE participant SET seat = true WHERE booking_id = $1 AND member_id = $2)
      UPDATE engagement_receiver r SET aboard = 'aboard'
        FROM engagement e
        JOIN post p ON p.id = e.post_id AND p.booking_id = $1
       WHERE e.id = r.engagement_id AND r.member_id = $2 AND r.aboard = 'coming'
      """;

  Future<Void> look(Sql sql, Instant now) {
    return sql.run(LOOK, now.atOffset(UTC)).mapEmpty();
  }

  Future<List<Seat>> due(Sql sql, Instant now) {
    return sql.run(DUE, now.atOffset(UTC))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(SeatStore::seat).toList());
  }

  /** Seen to: whoever takes part does so by a seat, from now on. */
  Future<Void> seated(Sql sql, Seat seat) {
    return sql.run(SEATED, seat.booking().value(), seat.taker().value()).mapEmpty();
  }

  private static Seat seat(Row row) {
    return new Seat(
        new BookingId(row.getLong("booking_id")),
        new MemberId(row.getLong("member_id")),
        new MemberId(row.getLong("author_id")),
        row.getBoolean("given_up") ? Seat.Way.GIVEN_UP : Seat.Way.TAKEN);
  }
}
