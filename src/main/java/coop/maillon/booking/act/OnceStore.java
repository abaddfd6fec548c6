package coop.maillon.booking.act;

import coop.maillon.booking.Once;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** All the SQL of requests that must be done once: their keys, and the answers given. */
public final class OnceStore {

  /** Waits for a simultaneous repeat to end. */
  private static final String CLAIM = """
      INSERT INTO idempotency (member_id, method, path, key, body_hash, created_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (member_id, method, path, key) DO NOTHING
      """;

  private static final String KEPT = """
      SELECT body_hash, answer FROM idempotency
       WHERE member_id = $1 AND method = $2 AND path = $3 AND key = $4 AND answer IS NOT NULL
      """;

  private static final String KEEP = """
      UPDATE idempotency SET status = 201, answer = $5
       WHERE member_id = $1 AND method = $2 AND path = $3 AND key = $4
      """;

  /** The answer to an earlier request under the same key. */
  public record Kept(Buffer bodyHash, String answer) {}

  Future<Void> claim(Tx tx, long member, Once once, Instant now) {
    return tx.run(
            CLAIM,
            member,
            once.method(),
            once.path(),
            once.key(),
            once.bodyHash(),
            now.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  Future<Optional<Kept>> kept(Tx tx, long member, Once once) {
    return tx.run(KEPT, member, once.method(), once.path(), once.key()).map(OnceStore::first);
  }

  public Future<Void> keep(Tx tx, long member, Once once, String answer) {
    return tx.run(KEEP, member, once.method(), once.path(), once.key(), answer).mapEmpty();
  }

  private static Optional<Kept> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(new Kept(row.getBuffer("body_hash"), row.getString("answer")));
    }
    return Optional.empty();
  }
}
