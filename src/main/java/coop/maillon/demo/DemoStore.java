package coop.maillon.demo;

import coop.maillon.db.Sql;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;

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

  Future<Boolean> isEmpty(Sql sql) {
    return sql.run(IS_EMPTY).map(rows -> rows.iterator().next().getBoolean("is_empty"));
  }

  /** Takes back what was told before that moment: it would all be mailed now. */
  Future<Void> forgetToldBefore(Sql sql, Instant moment) {
    return sql.run(FORGET, moment.atOffset(ZoneOffset.UTC)).mapEmpty();
  }

  /** Everybody drives, and all but Bruno may use the laser cutter, from that moment on. */
  Future<Void> habilitate(Sql sql, Instant moment) {
    return sql.run(HABILITATIONS, moment.atOffset(ZoneOffset.UTC)).mapEmpty();
  }
}
