package coop.maillon.board.seat;

import static java.time.ZoneOffset.UTC;

import coop.maillon.board.EngagementId;
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

  /** Of bookings that are still to be and their giver's own. */
  private static final String DUE = """
      SELECT r.engagement_id, r.member_id, p.booking_id, p.author_id, r.aboard IS TRUE AS given_up
        FROM engagement_receiver r
        JOIN engagement e ON e.id = r.engagement_id
        JOIN post p ON p.id = e.post_id AND p.kind = 'offer'
        JOIN booking b ON b.id = p.booking_id AND b.member_id = p.author_id
       WHERE b.status IN ('pending', 'confirmed', 'started') AND b.ends_at > $1
         AND (e.status = 'agreed' AND r.aboard IS NULL OR e.status IN ('cancelled', 'absent') AND r.aboard)
       ORDER BY r.engagement_id, r.position
       LIMIT 200
      """;

  private static final String SEEN_TO =
      "UPDATE engagement_receiver SET aboard = $3 WHERE engagement_id = $1 AND member_id = $2";

  Future<List<Seat>> due(Sql sql, Instant now) {
    return sql.run(DUE, now.atOffset(UTC))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(SeatStore::seat).toList());
  }

  /** @param aboard whether its taker is in the booking because of it from now on */
  Future<Void> seenTo(Sql sql, Seat seat, boolean aboard) {
    return sql.run(SEEN_TO, seat.engagement().value(), seat.taker().value(), aboard)
        .mapEmpty();
  }

  private static Seat seat(Row row) {
    return new Seat(
        new EngagementId(row.getLong("engagement_id")),
        new MemberId(row.getLong("member_id")),
        new BookingId(row.getLong("booking_id")),
        new MemberId(row.getLong("author_id")),
        row.getBoolean("given_up") ? Seat.Way.GIVEN_UP : Seat.Way.TAKEN);
  }
}
