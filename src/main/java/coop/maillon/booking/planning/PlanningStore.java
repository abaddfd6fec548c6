package coop.maillon.booking.planning;

import coop.maillon.booking.planning.Taken.Course.Presence;
import coop.maillon.db.Sql;
import coop.maillon.resource.SiteId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All the SQL of the planning. */
final class PlanningStore {

  // Of some units: few, so that their own index finds them.
  private static final String ROWS_OF_UNITS = """
      WITH rows AS (
        SELECT unit_id, resource_id, during, cause, booking_id, hold_id FROM occupancy
         WHERE unit_id = ANY ($6) AND during && tstzrange($2, $3, '[)'))
      """;

  // The two halves of `rows` each have an index of their own: what starts at most half a day
  // before, and the few long ones.
  private static final String ROWS_OF_SITE = """
      WITH rows AS (
        SELECT unit_id, resource_id, during, cause, booking_id, hold_id FROM occupancy
         WHERE lower(during) >= $2::timestamptz - interval '12 hours' AND lower(during) < $3 AND upper(during) > $2
        UNION ALL
        SELECT unit_id, resource_id, during, cause, booking_id, hold_id FROM occupancy
         WHERE lower(during) < $2::timestamptz - interval '12 hours' AND upper(during) > $2
           AND upper(during) - lower(during) > interval '12 hours')
      """;

  private static final String SEEN = """
      SELECT o.unit_id, o.resource_id, o.cause, lower(o.during) AS occupied_from, upper(o.during) AS occupied_to,
             b.id AS booking_id, b.member_id, b.status, b.private, b.title, b.starts_at, b.ends_at, m.name,
             h.id AS hold_id, h.member_id AS holder, h.starts_at AS held_from, h.ends_at AS held_to,
             h.expires_at AS held_until,
             $5::boolean AND EXISTS (SELECT FROM booked k
                              JOIN resource kr ON kr.id = k.resource_id
                              JOIN site ks ON ks.id = kr.site_id
                             WHERE k.booking_id = b.id AND NOT ks.shows_names) AS hides_name,
             CASE WHEN o.cause = 'closure' THEN
               (SELECT string_agg(DISTINCT c.reason, ' · ')
                  FROM closure c
                  JOIN unit u ON u.id = o.unit_id
                 WHERE c.lifted_at IS NULL AND c.starts_at < upper(o.during) AND c.ends_at > lower(o.during)
                   AND (c.unit_id = u.id OR c.site_id = $1 OR c.resource_id = u.resource_id
                        OR c.resource_id IN (SELECT t.whole_id FROM resource_part t WHERE t.part_id = u.resource_id)))
             END AS reason,
             b.check_in_by, b.arrived_at IS NOT NULL AS arrived,
             b.must_return AND b.arrived_at IS NOT NULL AND b.left_at IS NULL AS is_out
        FROM rows o
        LEFT JOIN booking b ON b.id = o.booking_id
        LEFT JOIN member m ON m.id = b.member_id
        LEFT JOIN hold h ON h.id = o.hold_id
       WHERE o.resource_id IN (SELECT r.id FROM resource r WHERE r.site_id = $1)
         AND (o.hold_id IS NULL OR h.expires_at > $4)
       ORDER BY o.unit_id, lower(o.during)
      """;

  static final String OF_SITE = ROWS_OF_SITE + SEEN;
  private static final String OF_UNITS = ROWS_OF_UNITS + SEEN;

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

  private static final String INVITED = """
      SELECT p.booking_id
        FROM participant p
        JOIN booking b ON b.id = p.booking_id
       WHERE p.member_id = $1 AND b.ends_at > $2 AND b.starts_at < $3
      """;

  private static final int CARDS = 8;

  /**
   * A row of the ledger before anybody's eyes are considered.
   *
   * @param member whom the booking or the hold is for
   * @param guarded whether a site that hides names has a part in it
   * @param until when it is over by itself, as a hold is, or another sort of thing by time; seconds since 1970
   */
  record Raw(Taken open, long member, boolean secret, boolean guarded, long until) {}

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
   * What is asked of the ledger.
   *
   * @param now when it is asked: a hold that has run out by then is none
   * @param hidden whether any site at all hides names, else nobody looks for it
   */
  record Question(SiteId site, TimeSlot during, Instant now, boolean hidden) {}

  /** What occupies the units of a site, by unit and time, as if the reader knew all. */
  Future<List<Raw>> taken(Sql sql, Question question) {
    return sql.run(OF_SITE, arguments(question)).map(rows -> raws(rows, question.now()));
  }

  /** The same for some units. */
  Future<List<Raw>> taken(Sql sql, Question question, List<Long> units) {
    Object[] arguments = Arrays.copyOf(arguments(question), 6);
    arguments[5] = units.toArray(Long[]::new);
    return sql.run(OF_UNITS, arguments).map(rows -> raws(rows, question.now()));
  }

  private static Object[] arguments(Question question) {
    return new Object[] {
      question.site().value(),
      utc(question.during().start()),
      utc(question.during().end()),
      utc(question.now()),
      question.hidden()
    };
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
        .map(PlanningStore::own);
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

  /** The bookings of others that the reader takes part in. */
  Future<Set<Long>> invited(Sql sql, Who who, TimeSlot during) {
    return sql.run(INVITED, who.id(), utc(during.start()), utc(during.end())).map(rows -> {
      var ids = new HashSet<Long>();
      rows.forEach(row -> ids.add(row.getLong("booking_id")));
      return ids;
    });
  }

  private static List<Raw> raws(RowSet<Row> rows, Instant now) {
    var raws = new ArrayList<Raw>(rows.size());
    for (Row row : rows) {
      raws.add(
          switch (row.getString(2)) {
            case "booking" -> booked(row, now);
            case "hold" -> held(row);
            default -> closed(row);
          });
    }
    return raws;
  }

  private static Raw booked(Row row, Instant now) {
    var course = new Taken.Course(
        row.getString(7),
        new TimeSlot(moment(row, 10), moment(row, 11)),
        Optional.ofNullable(row.getOffsetDateTime(20)).map(OffsetDateTime::toInstant),
        presence(row));
    var label = new Label(row.getLong(5), row.getString(12), row.getString(9), course.matter(now));
    var open = taken(row, course.sort(now), 10, label);
    return new Raw(open, row.getLong(6), row.getBoolean(8), row.getBoolean(18), course.until(now));
  }

  private static Raw held(Row row) {
    var open = taken(row, Taken.Sort.HELD, 15, new Label(row.getLong(13), "", "", 0));
    return new Raw(open, row.getLong(14), false, false, seconds(row, 17));
  }

  private static Raw closed(Row row) {
    String reason = row.getString(19);
    var open = taken(row, Taken.Sort.CLOSED, 3, new Label(0, "", reason == null ? "" : reason, 0));
    return new Raw(open, 0, false, false, Long.MAX_VALUE);
  }

  /** What a row is called: its number, whom it is for, what it says, and the moment that matters. */
  private record Label(long id, String name, String text, long moment) {}

  /** What is late stands to the end of its row, which goes with it. */
  private static Taken taken(Row row, Taken.Sort sort, int starts, Label label) {
    return new Taken(
        row.getLong(0),
        row.getLong(1),
        sort,
        seconds(row, 3),
        seconds(row, starts),
        sort == Taken.Sort.LATE ? seconds(row, 4) : seconds(row, starts + 1),
        seconds(row, 4),
        label.id(),
        Sight.TITLE,
        label.name(),
        label.text(),
        label.moment());
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

  private static Presence presence(Row row) {
    if (row.getBoolean("is_out")) {
      return Presence.OUT;
    }
    return row.getBoolean("arrived") ? Presence.THERE : Presence.EXPECTED;
  }

  private static Instant moment(Row row, int column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static long seconds(Row row, int column) {
    return row.getOffsetDateTime(column).toEpochSecond();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
