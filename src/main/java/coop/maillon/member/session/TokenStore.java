package coop.maillon.member.session;

import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** All the SQL of API tokens; who presents one is asked in SessionStore. */
final class TokenStore {

  private static final String INSERT = """
      INSERT INTO api_token (token_hash, member_id, label, read_only, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """;

  private static final String DELETE =
      "DELETE FROM api_token WHERE member_id = $1 AND id = $2 RETURNING id";

  private static final String DELETE_ALL = "DELETE FROM api_token WHERE member_id = $1";

  private static final String FORGET = "DELETE FROM api_token WHERE expires_at < $1";

  Future<Void> insert(Sql sql, MemberId member, Buffer hash, ApiToken token) {
    var readOnly = token.reach() == ApiToken.Reach.READ_ONLY;
    return sql.run(
            INSERT,
            hash,
            member.value(),
            token.label(),
            readOnly,
            at(token.createdAt()),
            at(token.expiresAt()))
        .mapEmpty();
  }

  Future<Boolean> delete(Sql sql, MemberId member, long id) {
    return sql.run(DELETE, member.value(), id).map(rows -> rows.size() == 1);
  }

  Future<Void> deleteAll(Sql sql, MemberId member) {
    return sql.run(DELETE_ALL, member.value()).mapEmpty();
  }

  Future<Void> forgetExpired(Sql sql, Instant now) {
    return sql.run(FORGET, at(now)).mapEmpty();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
