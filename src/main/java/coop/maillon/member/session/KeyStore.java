package coop.maillon.member.session;

import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;

/** The SQL of all that opens an account, in one statement: the page of oneself shows it beside much else. */
final class KeyStore {

  private static final String OF_MEMBER = """
      (SELECT NULL::bigint AS token, s.agent AS label, false AS read_only, s.created_at, s.expires_at, s.seen_at AS used_at,
              s.token_hash = $2 AS this_one
         FROM session s
        WHERE s.member_id = $1
          AND s.expires_at > $3
        ORDER BY s.seen_at DESC
        LIMIT 50)
      UNION ALL
      (SELECT t.id, t.label, t.read_only, t.created_at, t.expires_at, t.used_at, false
         FROM api_token t
        WHERE t.member_id = $1
          AND t.expires_at > $3
        ORDER BY t.id DESC
        LIMIT 200)
      """;

  Future<Keys> of(Sql sql, MemberId member, Buffer present, Instant now) {
    return sql.run(OF_MEMBER, member.value(), present, now.atOffset(ZoneOffset.UTC))
        .map(KeyStore::keys);
  }

  private static Keys keys(RowSet<Row> rows) {
    var sessions = new ArrayList<OpenSession>();
    var tokens = new ArrayList<ApiToken>();
    for (Row row : rows) {
      if (row.getLong("token") == null) {
        sessions.add(session(row));
      } else {
        tokens.add(token(row));
      }
    }
    return new Keys(sessions, tokens);
  }

  private static OpenSession session(Row row) {
    return new OpenSession(
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("used_at").toInstant(),
        row.getString("label"),
        row.getBoolean("this_one"));
  }

  private static ApiToken token(Row row) {
    return new ApiToken(
        row.getLong("token"),
        row.getString("label"),
        row.getBoolean("read_only") ? ApiToken.Reach.READ_ONLY : ApiToken.Reach.FULL,
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("used_at")).map(OffsetDateTime::toInstant));
  }
}
