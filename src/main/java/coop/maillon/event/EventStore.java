package coop.maillon.event;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** All the SQL of events. */
final class EventStore {

  private static final String WRITE = "INSERT INTO outbox (kind, data, at) VALUES ($1, $2, $3)";

  private static final String WRITE_ALL = """
            INSERT INTO outbox (kind, data, at)
            SELECT $1, d.data::jsonb, $3 FROM unnest($2::text[]) WITH ORDINALITY AS d (data, n) ORDER BY d.n
            """;

  private static final String NUMBER = """
            WITH taken AS (
              DELETE FROM outbox
               WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT $1)
              RETURNING id, kind, data, at),
            numbered AS (
              INSERT INTO event (seq, kind, data, at)
              SELECT nextval('event_seq'), kind, data, at FROM (SELECT id, kind, data, at FROM taken ORDER BY id) AS in_order
              RETURNING seq)
            SELECT count(seq)::int AS many, pg_notify('maillon_event', max(seq)::text) FROM numbered HAVING count(seq) > 0
            """;

  private static final String AFTER = """
            SELECT seq, kind, data, at FROM event WHERE seq > $1 ORDER BY seq LIMIT $2
            """;

  private static final String LAST = "SELECT coalesce(max(seq), 0) AS seq FROM event";

  Future<Void> write(Tx tx, String kind, JsonObject data, Instant at) {
    return tx.run(WRITE, kind, data, at.atOffset(ZoneOffset.UTC)).mapEmpty();
  }

  Future<Void> write(Tx tx, String kind, List<JsonObject> data, Instant at) {
    String[] texts = data.stream().map(JsonObject::encode).toArray(String[]::new);
    return tx.run(WRITE_ALL, kind, texts, at.atOffset(ZoneOffset.UTC)).mapEmpty();
  }

  /** Numbers committed rows, oldest first; answers how many there were. */
  Future<Integer> number(Tx tx, int atMost) {
    return tx.run(NUMBER, atMost)
        .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getInteger("many"));
  }

  Future<List<Event>> after(Sql sql, long seq, int atMost) {
    return sql.run(AFTER, seq, atMost).map(EventStore::events);
  }

  Future<Long> last(Sql sql) {
    return sql.run(LAST).map(rows -> rows.iterator().next().getLong("seq"));
  }

  private static List<Event> events(RowSet<Row> rows) {
    var events = new ArrayList<Event>(rows.size());
    for (Row row : rows) {
      events.add(new Event(
          row.getLong("seq"),
          row.getString("kind"),
          row.getJsonObject("data"),
          row.getOffsetDateTime("at").toInstant()));
    }
    return events;
  }
}
