package coop.maillon.db;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** All the SQL of requests that must be done once: their keys, and the answers given. */
public final class RepeatStore {

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
  public record Kept(Buffer bodyHash, String answer) {

    /** Whether it was an answer to this very request. */
    public boolean isOf(Repeat repeat) {
      return bodyHash.equals(repeat.bodyHash());
    }
  }

  /** Before anything else in the transaction. */
  public Future<Void> claim(Tx tx, Repeat repeat, Instant now) {
    return tx.run(
            CLAIM,
            repeat.member(),
            repeat.method(),
            repeat.path(),
            repeat.key(),
            repeat.bodyHash(),
            now.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  public Future<Optional<Kept>> kept(Tx tx, Repeat repeat) {
    return tx.run(KEPT, repeat.member(), repeat.method(), repeat.path(), repeat.key())
        .map(RepeatStore::first);
  }

  public Future<Void> keep(Tx tx, Repeat repeat, String answer) {
    return tx.run(KEEP, repeat.member(), repeat.method(), repeat.path(), repeat.key(), answer)
        .mapEmpty();
  }

  private static Optional<Kept> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(new Kept(row.getBuffer("body_hash"), row.getString("answer")));
    }
    return Optional.empty();
  }
}
