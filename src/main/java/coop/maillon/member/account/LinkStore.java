package coop.maillon.member.account;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.member.session.Secret;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
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

  Future<Void> insert(Tx tx, MemberId member, Key key, Instant now) {
    var expires = at(now.plus(key.purpose().life()));
    return tx.run(INSERT, key.hash(), key.purpose().word(), member.value(), at(now), expires)
        .mapEmpty();
  }

  Future<Optional<MemberId>> find(Sql sql, Key key, Instant now) {
    return sql.run(FIND, key.hash(), key.purpose().word(), at(now)).map(LinkStore::member);
  }

  Future<Optional<MemberId>> use(Tx tx, Key key, Instant now) {
    return tx.run(USE, key.hash(), key.purpose().word(), at(now)).map(LinkStore::member);
  }

  Future<Void> voidAll(Tx tx, MemberId member, Instant now) {
    return tx.run(VOID_ALL, member.value(), at(now)).mapEmpty();
  }

  Future<Void> forgetBefore(Sql sql, Instant then) {
    return sql.run(FORGET, at(then)).mapEmpty();
  }

  private static Optional<MemberId> member(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new MemberId(row.getLong("member_id")))
        .findFirst();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** By what a link is found: the hash of its secret, and what it is good for. */
  record Key(Buffer hash, LinkPurpose purpose) {

    static Key of(LinkPurpose purpose, String secret) {
      return new Key(new Secret(secret).hash(), purpose);
    }
  }
}
