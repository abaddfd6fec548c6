package coop.maillon.booking.planning;

import static coop.maillon.booking.planning.PlanningStore.presence;
import static coop.maillon.booking.planning.PlanningStore.utc;

import coop.maillon.booking.planning.Taken.Course.Presence;
import coop.maillon.db.Sql;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All the SQL of what concerns the reader of a planning. */
final class MineStore {

  // One list of both: an OR of the two would read every booking there ever was.
  static final String MINE = """
      SELECT b.id, b.status, b.title, b.starts_at, b.ends_at, b.member_id = $1 AS mine,
             (b.ends_at > $2 AND b.starts_at < $3 OR b.member_id = $1 AND b.must_return AND b.arrived_at IS NOT NULL)
               AND b.left_at IS NULL AS soon,
             b.check_in_by, b.arrived_at IS NOT NULL AS arrived,
             b.must_return AND b.arrived_at IS NOT NULL AND b.left_at IS NULL AS is_out,
             (SELECT array_agg(k.resource_id ORDER BY k.position) FROM booked k WHERE k.booking_id = b.id) AS resources
        FROM (SELECT id FROM booking WHERE member_id = $1 AND starts_at < $3 AND ends_at > $2
               UNION
              SELECT id FROM booking
               WHERE member_id = $1 AND must_return AND arrived_at IS NOT NULL AND left_at IS NULL AND ends_at <= $2
               UNION
              SELECT booking_id FROM participant WHERE member_id = $1) AS known
        JOIN booking b ON b.id = known.id
       WHERE b.status IN ('pending', 'confirmed', 'started')
         AND (b.ends_at > $2 AND b.starts_at < $3
              OR b.member_id = $1 AND b.must_return AND b.arrived_at IS NOT NULL AND b.left_at IS NULL
              OR b.member_id <> $1 AND b.ends_at > $4 AND b.starts_at < $5)
       ORDER BY b.starts_at, b.id
      """;

  private static final int CARDS = 8;

  /**
   * A booking of the reader's own day.
   *
   * @param own the reader's, who may else be invited
   * @param checkInBy until when somebody must come
   * @param presence whether somebody has come, and has to bring it back
   */
  record Mine(
      long id,
      boolean pending,
      String title,
      Instant starts,
      Instant ends,
      boolean own,
      List<Long> resources,
      Optional<Instant> checkInBy,
      Presence presence) {

    boolean isLateAt(Instant now) {
      return presence == Presence.OUT && !ends.isAfter(now);
    }
  }

  /**
   * What concerns a reader.
   *
   * @param soon what they have from now until tonight, at most eight
   * @param invited the bookings of others that they take part in, on the day shown
   */
  record Own(List<Mine> soon, Set<Long> invited) {}

  /** What the reader has in the first slot, and takes part in in the second. */
  Future<Own> own(Sql sql, Who who, TimeSlot today, TimeSlot shown) {
    return sql.run(
            MINE,
            who.id(),
            utc(today.start()),
            utc(today.end()),
            utc(shown.start()),
            utc(shown.end()))
        .map(MineStore::own);
  }

  private static Own own(RowSet<Row> rows) {
    var soon = new ArrayList<Mine>();
    var invited = new HashSet<Long>();
    for (Row row : rows) {
      if (row.getBoolean("soon") && soon.size() < CARDS) {
        soon.add(mine(row));
      }
      if (!row.getBoolean("mine")) {
        invited.add(row.getLong("id"));
      }
    }
    return new Own(soon, invited);
  }

  private static Mine mine(Row row) {
    return new Mine(
        row.getLong("id"),
        row.getString("status").equals("pending"),
        row.getString("title"),
        row.getOffsetDateTime("starts_at").toInstant(),
        row.getOffsetDateTime("ends_at").toInstant(),
        row.getBoolean("mine"),
        List.of(row.getArrayOfLongs("resources")),
        Optional.ofNullable(row.getOffsetDateTime("check_in_by")).map(OffsetDateTime::toInstant),
        presence(row));
  }
}
