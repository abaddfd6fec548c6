package coop.maillon.notification.inbox;

import coop.maillon.db.Database;
import coop.maillon.member.MemberId;
import coop.maillon.notification.inbox.InboxLive.Arrival;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** All the SQL of inboxes. */
final class InboxStore {

  private static final String COLUMNS = """
      SELECT i.member_id, i.seq, i.kind, i.data, i.at, i.read_at IS NOT NULL AS read,
             i.kind IN ('booking.asked', 'series.asked') AND coalesce(b.status = 'pending', false)
             OR i.kind = 'engagement.declared' AND coalesce(e.status = 'declared', false)
             OR i.kind = 'engagement.referred' AND coalesce(e.status = 'disputed', false) AS awaits
        FROM inbox i
        LEFT JOIN booking b ON b.id = (i.data ->> 'booking')::bigint
        LEFT JOIN engagement e ON e.id = (i.data ->> 'engagement')::bigint
      """;

  private static final String LATEST = COLUMNS + """
       WHERE i.member_id = $1
         AND i.seq < $2
       ORDER BY i.seq DESC
       LIMIT $3
      """;

  private static final String AFTER = COLUMNS + """
       WHERE i.member_id = $1
         AND i.seq > $2
       ORDER BY i.seq
       LIMIT $3
      """;

  private static final String OF_EVENT = """
      SELECT i.member_id, i.seq, i.kind, i.data, i.at, i.read_at IS NOT NULL AS read, false AS awaits,
             (SELECT count(*) FROM inbox u WHERE u.member_id = i.member_id AND u.read_at IS NULL) AS unread
        FROM inbox i
       WHERE i.seq = $1
      """;

  private static final String READ_UP_TO =
      "UPDATE inbox SET read_at = $3 WHERE member_id = $1 AND seq <= $2 AND read_at IS NULL";

  private static final String READ_ONE = """
      UPDATE inbox SET read_at = coalesce(read_at, $3)
       WHERE member_id = $1
         AND seq = $2
      RETURNING coalesce(data ->> 'link', '/bookings/' || (data ->> 'booking')) AS link
      """;

  private static final String UNREAD =
      "SELECT count(*) AS unread FROM inbox WHERE member_id = $1 AND read_at IS NULL";

  private final Database database;

  InboxStore(Database database) {
    this.database = database;
  }

  Future<List<InboxMessage>> latest(MemberId member, long before, int atMost) {
    return database.run(LATEST, member.value(), before, atMost).map(InboxStore::messages);
  }

  Future<List<InboxMessage>> after(MemberId member, long seq, int atMost) {
    return database.run(AFTER, member.value(), seq, atMost).map(InboxStore::messages);
  }

  /** The messages that one event made, and how many each reader has not read. */
  Future<List<Arrival>> ofEvent(long seq) {
    return database
        .run(OF_EVENT, seq)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new Arrival(message(row), row.getInteger("unread")))
            .toList());
  }

  Future<Void> readUpTo(MemberId member, long seq, Instant now) {
    return database
        .run(READ_UP_TO, member.value(), seq, now.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  /** The path of what the message is about: none where there is no such message. */
  Future<List<String>> readOne(MemberId member, long seq, Instant now) {
    return database
        .run(READ_ONE, member.value(), seq, now.atOffset(ZoneOffset.UTC))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> row.getString("link"))
            .toList());
  }

  Future<Integer> unread(MemberId member) {
    return database
        .run(UNREAD, member.value())
        .map(rows -> rows.iterator().next().getInteger("unread"));
  }

  private static List<InboxMessage> messages(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(InboxStore::message)
        .toList();
  }

  private static InboxMessage message(Row row) {
    return new InboxMessage(
        new MemberId(row.getLong("member_id")),
        row.getLong("seq"),
        row.getString("kind"),
        row.getJsonObject("data"),
        row.getOffsetDateTime("at").toInstant(),
        row.getBoolean("read"),
        row.getBoolean("awaits"));
  }
}
