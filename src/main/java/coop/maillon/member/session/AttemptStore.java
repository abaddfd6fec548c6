package coop.maillon.member.session;

import coop.maillon.db.Database;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** All the SQL of tries: one row a key, shared by all nodes. */
final class AttemptStore {

  private static final String WAITING = """
            SELECT max(not_before) AS until
              FROM attempt
             WHERE key = ANY ($1)
               AND not_before > $2
            """;

  /** A try made while one should wait does not lengthen the wait. */
  private static final String FAILED = """
            INSERT INTO attempt AS a (key, failures, since, not_before)
            VALUES ($1, 1, $2, $2 + make_interval(secs => ($4::int[])[1]))
            ON CONFLICT (key) DO UPDATE
               SET failures = CASE WHEN a.since < $3 THEN 1 ELSE a.failures + 1 END,
                   since = CASE WHEN a.since < $3 THEN $2 ELSE a.since END,
                   not_before = $2 + make_interval(secs => ($4::int[])[
                       CASE WHEN a.since < $3 THEN 1 ELSE least(a.failures + 1, cardinality($4::int[])) END])
             WHERE a.not_before <= $2
            """;

  private static final String PASSED = "DELETE FROM attempt WHERE key = $1 AND not_before <= $2";

  private static final String FORGET = "DELETE FROM attempt WHERE since < $1 AND not_before < $1";

  private final Database database;

  AttemptStore(Database database) {
    this.database = database;
  }

  Future<Optional<Instant>> waitingUntil(List<String> keys, Instant now) {
    return database
        .run(WAITING, keys.toArray(String[]::new), at(now))
        .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("until"))
            .map(OffsetDateTime::toInstant));
  }

  Future<Void> failed(String key, Limit limit, Instant now) {
    return database
        .run(FAILED, key, at(now), at(now.minus(limit.window())), limit.delays())
        .mapEmpty();
  }

  Future<Void> passed(String key, Instant now) {
    return database.run(PASSED, key, at(now)).mapEmpty();
  }

  Future<Void> forgetBefore(Instant then) {
    return database.run(FORGET, at(then)).mapEmpty();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
