package coop.maillon.problem;

import static java.time.ZoneOffset.UTC;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.manage.Photo;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All the SQL of problems. */
final class ProblemStore {

  private static final String INSERT = """
      INSERT INTO problem (resource_id, reporter_id, sort, text, photo, photo_type, created_at)
      VALUES ($1, $2, 'report', $3, $4, $5, $6)
      RETURNING id
      """;

  /** What has been out for a day longer than it should; once for each booking. */
  private static final String OVERDUE = """
      INSERT INTO problem (resource_id, booking_id, sort, created_at)
      SELECT (SELECT k.resource_id FROM booked k JOIN resource r ON r.id = k.resource_id
               WHERE k.booking_id = b.id ORDER BY r.kind = 'space', k.position LIMIT 1), b.id, 'late', $1
        FROM booking b
       WHERE b.must_return AND b.arrived_at IS NOT NULL AND b.left_at IS NULL AND b.status IN ('confirmed', 'started')
         AND b.ends_at <= $1::timestamptz - interval '24 hours'
         AND NOT EXISTS (SELECT 1 FROM problem p WHERE p.booking_id = b.id AND p.sort = 'late')
      ON CONFLICT DO NOTHING
      RETURNING id, resource_id
      """;

  /** Open ones first, the oldest of them at the top; then what was closed last. */
  private static final String OF_SITES = """
      SELECT p.id, p.resource_id, coalesce(m.name, '') AS reporter, p.text, p.sort,
             p.photo_type IS NOT NULL AS photo, p.booking_id, p.created_at, p.closed_at, p.outcome
        FROM problem p
        JOIN resource r ON r.id = p.resource_id
        LEFT JOIN member m ON m.id = p.reporter_id
       WHERE r.site_id = ANY ($1)
       ORDER BY p.closed_at IS NOT NULL, p.closed_at DESC, p.created_at
       LIMIT 100
      """;

  private static final String CLOSE = """
      UPDATE problem p
         SET closed_at = $3, closed_by = $4, outcome = $5
        FROM resource r
       WHERE p.id = $1 AND r.id = p.resource_id AND r.site_id = ANY ($2) AND p.closed_at IS NULL
      RETURNING p.resource_id, p.reporter_id
      """;

  private static final String PHOTO = """
      SELECT p.photo, p.photo_type
        FROM problem p
        JOIN resource r ON r.id = p.resource_id
       WHERE p.id = $1 AND r.site_id = ANY ($2) AND p.photo IS NOT NULL
      """;

  /** What is to be written. */
  record Fresh(ResourceId resource, long reporter, String text, Optional<Photo> photo) {}

  Future<Long> insert(Tx tx, Fresh fresh, Instant now) {
    return tx.run(
            INSERT,
            fresh.resource().value(),
            fresh.reporter(),
            fresh.text(),
            fresh.photo().map(Photo::bytes).orElse(null),
            fresh.photo().map(Photo::type).orElse(null),
            now.atOffset(UTC))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  /** A problem that time itself noticed. */
  record Overdue(long id, ResourceId resource) {}

  Future<List<Overdue>> overdue(Tx tx, Instant now) {
    return tx.run(OVERDUE, now.atOffset(UTC)).map(rows -> {
      var list = new ArrayList<Overdue>();
      rows.forEach(row ->
          list.add(new Overdue(row.getLong("id"), new ResourceId(row.getLong("resource_id")))));
      return list;
    });
  }

  Future<List<Signalled>> of(Sql sql, Collection<Long> sites) {
    return sql.run(OF_SITES, (Object) sites.toArray(Long[]::new)).map(ProblemStore::signalled);
  }

  /** About what a problem was that was closed, and who is to know. */
  record Closed(ResourceId resource, Optional<Long> reporter) {}

  /** Who closes which problem, and what they did about it. */
  record Closing(long problem, Collection<Long> sites, long actor, String outcome) {}

  /** Empty where there is no such open problem at these sites. */
  Future<Optional<Closed>> close(Tx tx, Closing closing, Instant now) {
    return tx.run(
            CLOSE,
            closing.problem(),
            closing.sites().toArray(Long[]::new),
            now.atOffset(UTC),
            closing.actor(),
            closing.outcome())
        .map(rows -> first(rows)
            .map(row -> new Closed(
                new ResourceId(row.getLong("resource_id")),
                Optional.ofNullable(row.getLong("reporter_id")))));
  }

  Future<Optional<Photo>> photo(Sql sql, long problem, Collection<Long> sites) {
    return sql.run(PHOTO, problem, sites.toArray(Long[]::new))
        .map(rows -> first(rows).map(row -> {
          Buffer bytes = row.getBuffer("photo");
          return new Photo(row.getString("photo_type"), bytes);
        }));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(row);
    }
    return Optional.empty();
  }

  private static List<Signalled> signalled(RowSet<Row> rows) {
    var list = new ArrayList<Signalled>();
    rows.forEach(row -> list.add(new Signalled(
        row.getLong("id"),
        new ResourceId(row.getLong("resource_id")),
        row.getString("reporter"),
        row.getString("text"),
        Signalled.Sort.valueOf(row.getString("sort").toUpperCase(Locale.ROOT)),
        row.getBoolean("photo") ? Signalled.Proof.PICTURE : Signalled.Proof.WORDS,
        Optional.ofNullable(row.getLong("booking_id")),
        row.getOffsetDateTime("created_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("closed_at")).map(OffsetDateTime::toInstant),
        row.getString("outcome"))));
    return list;
  }
}
