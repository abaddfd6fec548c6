package coop.maillon.booking.approval;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.BookingId;
import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import coop.maillon.member.session.Secret;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** All the SQL of links to decide by; of a secret only the hash is kept. */
final class ApprovalLinkStore {

  private static final String INSERT = """
      INSERT INTO approval_link (token_hash, booking_id, member_id, version, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """;

  private static final String FIND = """
      SELECT booking_id, member_id, version, expires_at, used_at IS NOT NULL AS used
        FROM approval_link
       WHERE token_hash = $1
      """;

  private static final String USE =
      "UPDATE approval_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL";

  private static final String FORGET = "DELETE FROM approval_link WHERE expires_at < $1";

  Future<Void> insert(Sql sql, Secret secret, ApprovalLink link, Instant now) {
    return sql.run(
            INSERT,
            secret.hash(),
            link.booking().value(),
            link.coordinator().value(),
            link.version(),
            now.atOffset(UTC),
            link.expires().atOffset(UTC))
        .mapEmpty();
  }

  Future<Optional<ApprovalLink>> find(Sql sql, Secret secret) {
    return sql.run(FIND, secret.hash())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(ApprovalLinkStore::link)
            .findFirst());
  }

  Future<Void> use(Sql sql, Secret secret, Instant now) {
    return sql.run(USE, secret.hash(), now.atOffset(UTC)).mapEmpty();
  }

  Future<Void> forgetBefore(Sql sql, Instant then) {
    return sql.run(FORGET, then.atOffset(UTC)).mapEmpty();
  }

  private static ApprovalLink link(Row row) {
    return new ApprovalLink(
        new BookingId(row.getLong("booking_id")),
        new MemberId(row.getLong("member_id")),
        row.getInteger("version"),
        row.getOffsetDateTime("expires_at").toInstant(),
        row.getBoolean("used"));
  }
}
