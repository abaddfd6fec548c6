package coop.maillon.dev;

import coop.maillon.db.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The mail that waits or went, as a developer reads it. */
final class DevStore {

  private static final String COLUMNS =
      "SELECT id, recipient, subject, body_text, created_at, sent_at IS NOT NULL AS sent FROM mail";
  private static final String LATEST = COLUMNS + " ORDER BY id DESC LIMIT 200";
  private static final String ONE = COLUMNS + " WHERE id = $1";

  private final Database database;

  DevStore(Database database) {
    this.database = database;
  }

  Future<List<DevMail>> latest() {
    return database.run(LATEST).map(DevStore::mails);
  }

  Future<Optional<DevMail>> find(long id) {
    return database.run(ONE, id).map(rows -> mails(rows).stream().findFirst());
  }

  private static List<DevMail> mails(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(DevStore::mail).toList();
  }

  private static DevMail mail(Row row) {
    return new DevMail(
        row.getLong("id"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body_text"),
        row.getOffsetDateTime("created_at")
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toString(),
        row.getBoolean("sent"));
  }
}
