package coop.maillon.notification;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.event.Event;
import coop.maillon.member.MemberId;
import coop.maillon.notification.Facts.BookingFacts;
import coop.maillon.notification.Facts.Recipient;
import coop.maillon.notification.preference.Topic;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All the SQL of turning events into messages. */
final class NotifierStore {

  private static final String WAITING = """
      SELECT seq, kind, data, at
        FROM event
       WHERE seq > (SELECT n.seq FROM notified_seen n)
       ORDER BY seq
       LIMIT $1
      """;

  private static final String IS_TOLD = "SELECT seq >= $1 AS told FROM notified_seen";

  private static final String DONE = "UPDATE notified_seen SET seq = $1 WHERE seq < $1";

  private static final String BOOKINGS = """
      SELECT b.id, b.member_id, b.title, b.starts_at, b.ends_at, b.status, b.version, s.id AS site_id, s.name AS site, s.zone,
             ARRAY(SELECT p.member_id FROM participant p WHERE p.booking_id = b.id) AS participants,
             ARRAY(SELECT r.name FROM booked k JOIN resource r ON r.id = k.resource_id
                    WHERE k.booking_id = b.id ORDER BY k.position) AS what
        FROM booking b
        JOIN LATERAL (SELECT r.site_id FROM booked k JOIN resource r ON r.id = k.resource_id
                       WHERE k.booking_id = b.id ORDER BY k.position LIMIT 1) first ON true
        JOIN site s ON s.id = first.site_id
       WHERE b.id = ANY ($1)
      """;

  private static final String RESOURCES = "SELECT id, name FROM resource WHERE id = ANY ($1)";

  private static final String POSTS =
      "SELECT id, author_id, title, expires_at FROM post WHERE id = ANY ($1)";

  private static final String SITES = """
      SELECT s.id, s.zone,
             ARRAY(SELECT who FROM duty d, unnest(ARRAY[d.member_id, d.substitute_id]) AS who
                    WHERE d.site_id = s.id AND d.week = date_trunc('week', $2::date)::date
                      AND who IS NOT NULL) AS duty
        FROM site s
       WHERE s.id = ANY ($1)
      """;

  /** Those concerned, and whoever might be asked for approval. */
  private static final String PEOPLE = """
      SELECT m.id, m.name, m.email, m.language, m.administrator, m.guest,
             m.state = 'active' AND (m.guest_until IS NULL OR m.guest_until >= $3) AS present,
             ARRAY(SELECT c.site_id FROM coordinates c WHERE c.member_id = m.id) AS coordinates,
             ARRAY(SELECT g.site_id FROM guest_site g WHERE g.member_id = m.id) AS guest_sites
        FROM member m
       WHERE m.id IN (SELECT unnest($1::bigint[])
                      UNION SELECT a.id FROM member a WHERE a.administrator
                      UNION SELECT c.member_id FROM coordinates c WHERE c.site_id = ANY ($2)
                      UNION SELECT unnest(ARRAY[d.member_id, d.substitute_id]) FROM duty d
                             WHERE d.site_id = ANY ($2) AND d.week = date_trunc('week', $3::date)::date)
      """;

  /** Once for each member and event, whoever runs it and however often; read where its reader does not count such. */
  private static final String INSERT_INBOX = """
      INSERT INTO inbox (member_id, seq, kind, data, at, read_at)
      SELECT n.member_id, n.seq, n.kind, n.data::jsonb, $5::timestamptz,
             CASE WHEN n.receipt OR p.choices -> n.topic ->> 'inbox' = 'false' THEN $5::timestamptz END
        FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $6::boolean[], $7::text[])
               AS n (member_id, seq, kind, data, receipt, topic)
        LEFT JOIN preference p ON p.member_id = n.member_id
       ORDER BY n.seq
      ON CONFLICT (member_id, seq) DO NOTHING
      """;

  Future<List<Event>> waiting(Tx tx, int atMost) {
    return tx.run(WAITING, atMost).map(rows -> list(rows, NotifierStore::event));
  }

  Future<Boolean> isTold(Sql sql, long seq) {
    return sql.run(IS_TOLD, seq)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .allMatch(row -> row.getBoolean("told")));
  }

  /** All up to the last of these, which were the first that waited. */
  Future<Void> done(Tx tx, List<Event> events) {
    return tx.run(DONE, events.get(events.size() - 1).seq()).mapEmpty();
  }

  Future<List<Facts.BookingFacts>> bookings(Sql sql, Collection<Long> ids) {
    return sql.run(BOOKINGS, (Object) ids.toArray(Long[]::new))
        .map(rows -> list(rows, NotifierStore::booking));
  }

  Future<Map<Long, String>> resources(Sql sql, Collection<Long> ids) {
    return sql.run(RESOURCES, (Object) ids.toArray(Long[]::new))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .collect(Collectors.toMap(row -> row.getLong("id"), row -> row.getString("name"))));
  }

  /** @param zone in which their last day is told */
  Future<List<Facts.PostFacts>> posts(Sql sql, Collection<Long> ids, ZoneId zone) {
    return sql.run(POSTS, (Object) ids.toArray(Long[]::new))
        .map(rows -> list(rows, row -> post(row, zone)));
  }

  Future<List<Facts.SiteFacts>> sites(Sql sql, Set<Long> ids, LocalDate today) {
    return sql.run(SITES, ids.toArray(Long[]::new), today)
        .map(rows -> list(rows, NotifierStore::site));
  }

  Future<List<Recipient>> people(Sql sql, Set<Long> members, Set<Long> sites, LocalDate today) {
    return sql.run(PEOPLE, members.toArray(Long[]::new), sites.toArray(Long[]::new), today)
        .map(rows -> list(rows, NotifierStore::recipient));
  }

  Future<Void> insertInbox(Tx tx, List<Notice> notices, Instant now) {
    return tx.run(
            INSERT_INBOX,
            notices.stream().map(notice -> notice.to().id().value()).toArray(Long[]::new),
            notices.stream().map(Notice::seq).toArray(Long[]::new),
            notices.stream().map(Notice::kind).toArray(String[]::new),
            notices.stream().map(notice -> notice.data().encode()).toArray(String[]::new),
            now.atOffset(ZoneOffset.UTC),
            notices.stream()
                .map(notice -> notice.urgency() == Notice.Urgency.RECEIPT)
                .toArray(Boolean[]::new),
            notices.stream().map(notice -> Topic.of(notice.kind()).word()).toArray(String[]::new))
        .mapEmpty();
  }

  private static Facts.BookingFacts booking(Row row) {
    return new Facts.BookingFacts(
        row.getLong("id"),
        new MemberId(row.getLong("member_id")),
        row.getString("title"),
        Stream.of(row.getArrayOfLongs("participants"))
            .map(MemberId::new)
            .collect(Collectors.toSet()),
        List.of(row.getArrayOfStrings("what")),
        new BookingFacts.Where(
            row.getLong("site_id"), row.getString("site"), row.getString("zone")),
        new BookingFacts.Span(
            row.getOffsetDateTime("starts_at").toInstant(),
            row.getOffsetDateTime("ends_at").toInstant()),
        row.getString("status"),
        row.getInteger("version"));
  }

  /** Midnight belongs to the day before. */
  private static Facts.PostFacts post(Row row, ZoneId zone) {
    var end = row.getOffsetDateTime("expires_at").toInstant().minusNanos(1);
    return new Facts.PostFacts(
        row.getLong("id"),
        new MemberId(row.getLong("author_id")),
        row.getString("title"),
        LocalDate.ofInstant(end, zone));
  }

  private static Facts.SiteFacts site(Row row) {
    return new Facts.SiteFacts(
        row.getLong("id"),
        row.getString("zone"),
        Stream.of(row.getArrayOfLongs("duty")).map(MemberId::new).collect(Collectors.toSet()));
  }

  private static Event event(Row row) {
    return new Event(
        row.getLong("seq"),
        row.getString("kind"),
        Optional.ofNullable(row.getJsonObject("data")).orElseGet(JsonObject::new),
        row.getOffsetDateTime("at").toInstant());
  }

  /** Of columns id, name, email and language. */
  static Notice.Reader reader(Row row) {
    return new Notice.Reader(
        new MemberId(row.getLong("id")),
        row.getString("name"),
        row.getString("email"),
        row.getString("language"));
  }

  private static Recipient recipient(Row row) {
    return new Recipient(
        reader(row),
        row.getBoolean("present"),
        row.getBoolean("administrator"),
        row.getBoolean("guest"),
        Set.of(row.getArrayOfLongs("coordinates")),
        Set.of(row.getArrayOfLongs("guest_sites")));
  }

  private static <T> List<T> list(Iterable<Row> rows, Function<Row, T> reading) {
    return StreamSupport.stream(rows.spliterator(), false).map(reading).toList();
  }
}
