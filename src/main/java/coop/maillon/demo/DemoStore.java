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

  Future<Boolean> isEmpty(Sql sql) {
    return sql.run(IS_EMPTY).map(rows -> rows.iterator().next().getBoolean("is_empty"));
  }

  /** Takes back what was told before that moment: it would all be mailed now. */
  Future<Void> forgetToldBefore(Sql sql, Instant moment) {
    return sql.run(FORGET, moment.atOffset(ZoneOffset.UTC)).mapEmpty();
  }
}
