package coop.maillon.member;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** All the SQL of mailed links. */
final class LinkStore {

  private static final String INSERT = """
      INSERT INTO mailed_link (token_hash, purpose, member_id, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5)
      """;

  private static final String FIND = """
      SELECT member_id
        FROM mailed_link
       WHERE token_hash = $1
         AND purpose = $2
         AND used_at IS NULL
         AND expires_at > $3
      """;

  /** Of many at once, the row lock lets one through; the others then find it used. */
  private static final String USE = """
      UPDATE mailed_link
         SET used_at = $3
       WHERE token_hash = $1
         AND purpose = $2
         AND used_at IS NULL
         AND expires_at > $3
      RETURNING member_id
      """;

  private static final String VOID_ALL =
      "UPDATE mailed_link SET used_at = $2 WHERE member_id = $1 AND used_at IS NULL";

  private static final String FORGET = "DELETE FROM mailed_link WHERE expires_at < $1";

  Future<Void> insert(Tx tx, MemberId member, Buffer hash, LinkPurpose purpose, Instant now) {
    return tx.run(
            INSERT, hash, purpose.word(), member.value(), at(now), at(now.plus(purpose.life())))
        .mapEmpty();
  }

  Future<Optional<MemberId>> find(Sql sql, Buffer hash, LinkPurpose purpose, Instant now) {
    return member(sql, FIND, hash, purpose, now);
  }

  Future<Optional<MemberId>> use(Tx tx, Buffer hash, LinkPurpose purpose, Instant now) {
    return member(tx, USE, hash, purpose, now);
  }

  Future<Void> voidAll(Tx tx, MemberId member, Instant now) {
    return tx.run(VOID_ALL, member.value(), at(now)).mapEmpty();
  }

  Future<Void> forgetBefore(Sql sql, Instant then) {
    return sql.run(FORGET, at(then)).mapEmpty();
  }

  private static Future<Optional<MemberId>> member(
      Sql sql, String statement, Buffer hash, LinkPurpose purpose, Instant now) {
    return sql.run(statement, hash, purpose.word(), at(now))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new MemberId(row.getLong("member_id")))
            .findFirst());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
