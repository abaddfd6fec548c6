package coop.maillon.member.session;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** All the SQL of sessions and of the one question each request asks: who is this. */
final class SessionStore {

  private static final String WHO_COLUMNS = """
            SELECT m.id, m.name, m.email, m.administrator, m.guest, m.language, m.theme, m.home_site_id,
                   ARRAY(SELECT c.site_id FROM coordinates c WHERE c.member_id = m.id) AS coordinates,
                   ARRAY(SELECT g.site_id FROM guest_site g WHERE g.member_id = m.id) AS guest_sites,
                   (SELECT count(*) FROM (SELECT 1 FROM inbox i WHERE i.member_id = m.id AND i.read_at IS NULL LIMIT 100) u) AS unread,
            """;

  private static final String WHO_MAY_ENTER = """
               AND m.state = 'active'
               AND (m.guest_until IS NULL OR m.guest_until >= $3)
            """;

  private static final String WHO_BY_SESSION = WHO_COLUMNS + """
                   s.seen_at AS used, false AS read_only
              FROM session s
              JOIN member m ON m.id = s.member_id
             WHERE s.token_hash = $1
               AND s.expires_at > $2
            """ + WHO_MAY_ENTER;

  private static final String WHO_BY_TOKEN = WHO_COLUMNS + """
                   coalesce(t.used_at, t.created_at) AS used, t.read_only
              FROM api_token t
              JOIN member m ON m.id = t.member_id
             WHERE t.token_hash = $1
               AND t.expires_at > $2
            """ + WHO_MAY_ENTER;

  private static final String SEEN =
      "UPDATE session SET seen_at = $2, expires_at = $3 WHERE token_hash = $1";

  private static final String TOKEN_USED =
      "UPDATE api_token SET used_at = $2 WHERE token_hash = $1";

  private static final String OPEN = """
            INSERT INTO session (token_hash, member_id, created_at, seen_at, expires_at, agent)
            VALUES ($1, $2, $3, $3, $4, $5)
            """;

  private static final String CLOSE =
      "DELETE FROM session WHERE token_hash = $1 RETURNING member_id";

  private static final String CLOSE_ALL = "DELETE FROM session WHERE member_id = $1";

  private static final String CLOSE_OTHERS =
      "DELETE FROM session WHERE member_id = $1 AND token_hash <> $2";

  private static final String FORGET = "DELETE FROM session WHERE expires_at < $1";

  private final Database database;

  SessionStore(Database database) {
    this.database = database;
  }

  Future<Optional<Seen>> whoBySession(Buffer hash, Instant now, LocalDate today) {
    return database
        .run(WHO_BY_SESSION, hash, at(now), today)
        .map(rows -> seen(rows, Who.Proof.SESSION));
  }

  Future<Optional<Seen>> whoByToken(Buffer hash, Instant now, LocalDate today) {
    return database
        .run(WHO_BY_TOKEN, hash, at(now), today)
        .map(rows -> seen(rows, Who.Proof.TOKEN));
  }

  Future<Void> sessionSeen(Buffer hash, Instant now, Instant expires) {
    return database.run(SEEN, hash, at(now), at(expires)).mapEmpty();
  }

  Future<Void> tokenUsed(Buffer hash, Instant now) {
    return database.run(TOKEN_USED, hash, at(now)).mapEmpty();
  }

  Future<Void> open(Tx tx, Buffer hash, MemberId member, Opening opening) {
    return tx.run(
            OPEN, hash, member.value(), at(opening.from()), at(opening.until()), opening.agent())
        .mapEmpty();
  }

  Future<Optional<MemberId>> close(Tx tx, Buffer hash) {
    return tx.run(CLOSE, hash)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new MemberId(row.getLong("member_id")))
            .findFirst());
  }

  Future<Void> closeAll(Tx tx, MemberId member) {
    return tx.run(CLOSE_ALL, member.value()).mapEmpty();
  }

  Future<Void> closeOthers(Tx tx, MemberId member, Buffer kept) {
    return tx.run(CLOSE_OTHERS, member.value(), kept).mapEmpty();
  }

  Future<Void> forgetExpired(Instant now) {
    return database.run(FORGET, at(now)).mapEmpty();
  }

  private static Optional<Seen> seen(RowSet<Row> rows, Who.Proof proof) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new Seen(
            who(row, row.getBoolean("read_only") ? Who.Proof.READ_ONLY_TOKEN : proof),
            row.getOffsetDateTime("used").toInstant()))
        .findFirst();
  }

  private static Who who(Row row, Who.Proof proof) {
    return new Who(
        row.getLong("id"),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("administrator"),
        row.getBoolean("guest"),
        Set.of(row.getArrayOfLongs("coordinates")),
        Set.of(row.getArrayOfLongs("guest_sites")),
        row.getString("language"),
        row.getString("theme"),
        row.getInteger("unread"),
        Optional.ofNullable(row.getLong("home_site_id")),
        proof);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Who asks, and when their proof was last written down as used. */
  record Seen(Who who, Instant used) {}

  /** From when until when a session holds, and in which browser. */
  record Opening(Instant from, Instant until, String agent) {}
}
