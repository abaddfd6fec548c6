package coop.maillon.vehicle.damage;

import static java.time.ZoneOffset.UTC;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** All the SQL of what is damaged. */
final class DamageStore {

  private static final String INSERT = """
      INSERT INTO vehicle_damage (resource_id, severity, closes, what, place, member_id, booking_id, way, at, form_key)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (member_id, form_key) DO NOTHING
      RETURNING id
      """;

  private static final String PHOTO =
      "INSERT INTO vehicle_damage_photo (damage_id, position, large, small) VALUES ($1, $2, $3, $4)";

  /**
   * With whether the reader has the car, or stands before it from a quarter of an hour before their booking, or had it last
   * and within a day: theirs are the only words of members that close it.
   */
  private static final String SCENE = """
      WITH around AS (
        SELECT b.member_id, b.starts_at, b.ends_at, b.arrived_at, b.left_at, b.must_return,
               b.member_id = $2 OR EXISTS (SELECT FROM participant p WHERE p.booking_id = b.id AND p.member_id = $2) AS own
          FROM booking b
         WHERE b.status IN ('confirmed', 'started', 'completed')
           AND b.id IN (SELECT o.booking_id
                          FROM unit u
                          JOIN occupancy o ON o.unit_id = u.id AND o.cause = 'booking'
                           AND o.during && tstzrange($3::timestamptz - interval '24 hours', $3::timestamptz + interval '15 minutes', '[]')
                         WHERE u.resource_id = $1
                        UNION
                        SELECT out.id FROM booking out JOIN booked k ON k.booking_id = out.id
                         WHERE out.must_return AND out.arrived_at IS NOT NULL AND out.left_at IS NULL AND k.resource_id = $1)),
      last AS (
        SELECT a.own, coalesce(a.left_at, a.ends_at) AS until
          FROM around a
         WHERE a.arrived_at IS NOT NULL AND (a.left_at IS NOT NULL OR a.ends_at <= $3 AND NOT a.must_return)
         ORDER BY coalesce(a.left_at, a.ends_at) DESC
         LIMIT 1)
      SELECT OPEN AS damages,
             EXISTS (SELECT FROM around a
                      WHERE a.own AND a.left_at IS NULL
                        AND (a.ends_at > $3 OR a.must_return AND a.arrived_at IS NOT NULL)) AS has,
             EXISTS (SELECT FROM last l WHERE l.own AND l.until > $3::timestamptz - interval '24 hours') AS had,
             (SELECT c.ends_at
                FROM vehicle_outage o
                JOIN closure c ON c.id = o.closure_id
               WHERE o.resource_id = $1 AND o.over_at IS NULL AND c.lifted_at IS NULL AND c.ends_at > $3) AS closed_until
      """.replace("OPEN", DamageRows.openInOne("$1"));

  /** Not what is so already. */
  private static final String STEP = """
      INSERT INTO vehicle_damage_step (damage_id, step, severity, word, member_id, at)
      SELECT d.id, $3::text, $4, $5, $6, $7
        FROM vehicle_damage d
        LEFT JOIN LATERAL (
               SELECT s.step FROM vehicle_damage_step s
                WHERE s.damage_id = d.id AND s.step <> 'weighed'
                ORDER BY s.id DESC LIMIT 1) l ON true
       WHERE d.id = $1 AND d.resource_id = $2 AND coalesce(l.step, 'reopened') <> $3::text
      RETURNING damage_id
      """;

  private static final String ONE = DamageRows.of("$1") + " AND d.id = $2";

  private static final String SENT =
      DamageRows.of("$1") + " AND d.member_id = $2 AND d.form_key = $3";

  /** With who said last, before it was, that there is nothing new: it came about after that. */
  private static final String ALL = """
      SELECT n.*, r.name AS reporter_name, e.name AS mender_name, h.at AS sound_at, h.way AS sound_way, s.name AS sound_name
        FROM (ROWS) n
        JOIN member r ON r.id = n.reporter
        LEFT JOIN member e ON e.id = n.mender
        LEFT JOIN LATERAL (
               SELECT v.at, v.way, v.member_id FROM vehicle_handover v
                WHERE v.resource_id = $1 AND v.damage = 'nothing' AND v.at < to_timestamp(n.at / 1000.0)
                ORDER BY v.at DESC, v.id DESC LIMIT 1) h ON true
        LEFT JOIN member s ON s.id = h.member_id
       ORDER BY n.mended_at DESC NULLS FIRST, array_position(ARRAY['unsafe', 'repair', 'cosmetic'], n.severity), n.at DESC
       LIMIT 100
      """.replace("ROWS", DamageRows.of("$1"));

  private static final String SHOWN = """
      SELECT CASE WHEN $3 THEN p.small ELSE p.large END AS jpeg
        FROM vehicle_damage_photo p
        JOIN vehicle_damage d ON d.id = p.damage_id
       WHERE p.id = $1 AND d.resource_id = $2
      """;

  /** Its number; empty where the same form was sent before. */
  Future<Optional<Long>> insert(Tx tx, Sighting sighting, Instant now) {
    var report = sighting.report();
    return tx.run(
            INSERT,
            sighting.car().id().value(),
            report.severity().word(),
            sighting.weight() == Sighting.Word.CLOSES,
            report.what(),
            report.place(),
            sighting.who().id(),
            sighting.moment().map(moment -> moment.booking().value()).orElse(null),
            sighting.moment().map(Sighting.Moment::way).orElse(null),
            now.atOffset(UTC),
            report.key())
        .map(rows -> first(rows).map(row -> keep(tx, row.getLong("id"), report.shots())));
  }

  private static long keep(Tx tx, long damage, List<Shot> shots) {
    for (int i = 0; i < shots.size(); i++) {
      tx.run(PHOTO, damage, i, shots.get(i).large(), shots.get(i).small());
    }
    return damage;
  }

  Future<Scene> scene(Sql sql, Resource car, Who who, Instant now) {
    return sql.run(SCENE, car.id().value(), who.id(), now.atOffset(UTC)).map(rows -> {
      Row row = rows.iterator().next();
      boolean closes = row.getBoolean("has")
          || row.getBoolean("had")
          || who.mayCoordinate(car.site().id().value());
      return new Scene(
          damages(row.getJsonArray("damages")),
          closes ? Sighting.Word.CLOSES : Sighting.Word.ASKS,
          Optional.ofNullable(row.getOffsetDateTime("closed_until"))
              .map(OffsetDateTime::toInstant));
    });
  }

  static List<Damage> damages(JsonArray rows) {
    return rows.stream().map(JsonObject.class::cast).map(Damage::of).toList();
  }

  /** Who takes a step, and when. */
  record By(long member, Instant at) {}

  /** @param severity where it is weighed anew */
  record Step(long damage, String step, Optional<Severity> severity, String word) {}

  /** False where there is no such damage of that car. */
  Future<Boolean> take(Tx tx, ResourceId car, Step step, By by) {
    return tx.run(
            STEP,
            step.damage(),
            car.value(),
            step.step(),
            step.severity().map(Severity::word).orElse(null),
            step.word(),
            by.member(),
            by.at().atOffset(UTC))
        .map(rows -> rows.size() == 1);
  }

  /** One with who said it; empty where there is none of that car. */
  Future<Optional<Known>> find(Sql sql, ResourceId car, long damage) {
    return sql.run(ONE, car.value(), damage)
        .map(rows ->
            first(rows).map(row -> new Known(Damage.of(row.toJson()), row.getLong("reporter"))));
  }

  /** What came of a form. */
  Future<Optional<Damage>> find(Sql sql, Sighting sighting) {
    return sql.run(
            SENT,
            sighting.car().id().value(),
            sighting.who().id(),
            sighting.report().key())
        .map(rows -> first(rows).map(row -> Damage.of(row.toJson())));
  }

  /** Everything said of a car. */
  Future<List<Seen>> all(Sql sql, ResourceId car) {
    return sql.run(ALL, car.value())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(DamageStore::seen)
            .toList());
  }

  private static Seen seen(Row row) {
    return new Seen(
        Damage.of(row.toJson()),
        row.getString("reporter_name"),
        Optional.ofNullable(row.getString("way")),
        Optional.ofNullable(row.getLong("booking")),
        Optional.ofNullable(row.getOffsetDateTime("sound_at"))
            .map(at -> new Seen.Sound(
                row.getString("sound_name"), row.getString("sound_way"), at.toInstant())),
        Optional.ofNullable(row.getString("mender_name")));
  }

  /** @param reporter who said it */
  record Known(Damage damage, long reporter) {}

  Future<Optional<Buffer>> photo(Sql sql, ResourceId car, long photo, Shot.Size size) {
    return sql.run(SHOWN, photo, car.value(), size == Shot.Size.SMALL)
        .map(rows -> first(rows).map(row -> row.getBuffer("jpeg")));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst();
  }
}
