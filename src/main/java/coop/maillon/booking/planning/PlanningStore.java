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
  private static final String OF_UNITS_TO_SOMEBODY =
      ROWS_OF_UNITS + "SELECT seen.*, " + """
      EXISTS (SELECT FROM participant p WHERE p.booking_id = seen.booking_id AND p.member_id = $7) AS invited
        FROM (""" + SEEN + ") AS seen ORDER BY unit_id, occupied_from";

  /**
   * A row of the ledger before anybody's eyes are considered.
   *
   * @param member whom the booking or the hold is for
   * @param guarded whether a site that hides names has a part in it
   * @param until when it is over by itself, as a hold is, or another sort of thing by time; seconds since 1970
   */
  record Raw(Taken open, long member, boolean secret, boolean guarded, long until) {}

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

  /**
   * What occupies some units.
   *
   * @param raws by unit and time, as if the reader knew all
   * @param invited the bookings among them that the reader takes part in
   */
  record OfUnits(List<Raw> raws, Set<Long> invited) {}

  /** What occupies these units, and in what of it somebody takes part. */
  Future<OfUnits> taken(Sql sql, Question question, List<Long> units, Who who) {
    Object[] arguments = Arrays.copyOf(arguments(question), 7);
    arguments[5] = units.toArray(Long[]::new);
    arguments[6] = who.id();
    return sql.run(OF_UNITS_TO_SOMEBODY, arguments)
        .map(rows -> new OfUnits(raws(rows, question.now()), invited(rows)));
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

  private static Set<Long> invited(RowSet<Row> rows) {
    var ids = new HashSet<Long>();
    for (Row row : rows) {
      if (row.getBoolean("invited")) {
        ids.add(row.getLong("booking_id"));
      }
    }
    return ids;
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

  static Presence presence(Row row) {
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

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
