package coop.maillon.notification.preference;

import coop.maillon.db.Sql;
import io.vertx.core.Future;

/** The SQL of the key that signs links in mail; it was made with its table. */
final class LeaveKeyStore {

  private static final String KEY = "SELECT key FROM mail_key";

  Future<byte[]> key(Sql sql) {
    return sql.run(KEY).map(rows -> rows.iterator().next().getBuffer("key").getBytes());
  }
}
