package coop.maillon.demo;

import coop.maillon.booking.BookingId;
import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** All the SQL of the demo: whether there is anything yet, and what nobody needs to hear of any more. */
final class DemoStore {

  private static final String IS_EMPTY =
      "SELECT NOT EXISTS (SELECT 1 FROM site) AND NOT EXISTS (SELECT 1 FROM member) AS is_empty";

  private static final String FORGET = "DELETE FROM outbox WHERE at < $1";

  private static final String HABILITATIONS = """
      WITH known AS (
        INSERT INTO habilitation (slug, name, months)
        VALUES ('decoupe-laser', 'Découpe laser', 24), ('permis-b', 'Permis B', NULL)
        RETURNING id, slug, months)
      INSERT INTO member_habilitation (habilitation_id, member_id, given_by, given_at, valid_from, valid_until)
      SELECT known.id, m.id, (SELECT min(id) FROM member), $1, $1::date,
             ($1::date + known.months * interval '1 month')::date
        FROM known, member m
       WHERE known.slug = 'permis-b' OR m.email <> 'bruno@demo.test'
      """;

  /** The five are at home in Lyon, as most; some of the others at the two smaller sites. */
  private static final String HOMES = """
      UPDATE member m SET home_site_id = s.id
        FROM site s
       WHERE s.slug = CASE WHEN m.id <= 5 THEN 'lyon' WHEN m.id % 5 = 0 THEN 'grenoble' WHEN m.id % 9 = 0 THEN 'saint-denis'
                           ELSE 'lyon' END
      """;

  /** Those in rooms at this moment, some of them, and whoever had a projector last, with nobody after them for an hour. */
  private static final String COMING = """
      (SELECT b.id, b.member_id, b.starts_at
         FROM booking b JOIN booked k ON k.booking_id = b.id JOIN resource r ON r.id = k.resource_id
        WHERE b.status = 'confirmed' AND b.starts_at <= $1 AND b.ends_at > $1 AND r.kind = 'space'
        ORDER BY b.id LIMIT 6)
      UNION ALL
      (SELECT b.id, b.member_id, b.starts_at
         FROM booking b JOIN occupancy o ON o.booking_id = b.id JOIN resource r ON r.id = o.resource_id
        WHERE b.status = 'confirmed' AND r.slug = 'videoprojecteur'
          AND b.ends_at <= $1 AND b.ends_at > $1::timestamptz - interval '3 hours'
          AND NOT EXISTS (SELECT 1 FROM occupancy n
                           WHERE n.unit_id = o.unit_id AND lower(n.during) >= upper(o.during)
                             AND lower(n.during) < $1::timestamptz + interval '1 hour')
        ORDER BY b.ends_at DESC LIMIT 1)
      ORDER BY starts_at
      """;

  /** Trips that are over, the earliest first. */
  private static final String DRIVES = """
      SELECT b.id, b.member_id, r.slug, b.starts_at, b.ends_at, b.distance_km
        FROM booking b JOIN booked k ON k.booking_id = b.id JOIN resource r ON r.id = k.resource_id
       WHERE b.status = 'confirmed' AND r.kind = 'vehicle' AND b.ends_at <= $1
       ORDER BY b.starts_at, b.id
      """;

  Future<List<Drives.Drive>> drives(Sql sql, Instant before) {
    return sql.run(DRIVES, before.atOffset(ZoneOffset.UTC)).map(rows -> {
      var drives = new ArrayList<Drives.Drive>();
      rows.forEach(row -> drives.add(drive(row)));
      return drives;
    });
  }

  private static Drives.Drive drive(Row row) {
    @Nullable Integer km = row.getInteger("distance_km");
    return new Drives.Drive(
        new BookingId(row.getLong("id")),
        new MemberId(row.getLong("member_id")),
        row.getString("slug"),
        row.getOffsetDateTime("starts_at").toInstant(),
        row.getOffsetDateTime("ends_at").toInstant(),
        km == null ? OptionalInt.empty() : OptionalInt.of(km));
  }

  /** Whom it would be plausible to find there. */
  Future<List<Attendance.Coming>> coming(Sql sql, Instant now) {
    return sql.run(COMING, now.atOffset(ZoneOffset.UTC)).map(rows -> {
      var coming = new ArrayList<Attendance.Coming>();
      rows.forEach(row -> coming.add(new Attendance.Coming(
          new BookingId(row.getLong("id")),
          new MemberId(row.getLong("member_id")),
          row.getOffsetDateTime("starts_at").toInstant())));
      return coming;
    });
  }

  Future<Boolean> isEmpty(Sql sql) {
    return sql.run(IS_EMPTY).map(rows -> rows.iterator().next().getBoolean("is_empty"));
  }

  /** Takes back what was told before that moment: it would all be mailed now. */
  Future<Void> forgetToldBefore(Sql sql, Instant moment) {
    return sql.run(FORGET, moment.atOffset(ZoneOffset.UTC)).mapEmpty();
  }

  /** Everybody has a site of their own, whose posts and rooms they see first. */
  Future<Void> settle(Sql sql) {
    return sql.run(HOMES).mapEmpty();
  }

  /** Everybody drives, and all but Bruno may use the laser cutter, from that moment on. */
  Future<Void> habilitate(Sql sql, Instant moment) {
    return sql.run(HABILITATIONS, moment.atOffset(ZoneOffset.UTC)).mapEmpty();
  }
}
