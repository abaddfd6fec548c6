package coop.maillon.screen;

import coop.maillon.db.Sql;
import coop.maillon.screen.Screen.Names;
import coop.maillon.screen.Screen.Taken;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** All the SQL of displays. */
final class ScreenStore {

  private static final String INSERT = """
      INSERT INTO screen (token_hash, resource_id, site_id, label, names, created_by, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      RETURNING id
      """;

  private static final String COLUMNS =
      "SELECT id, resource_id, site_id, label, names, seen_at FROM screen WHERE revoked_at IS NULL";

  private static final String BY_SECRET = COLUMNS + " AND token_hash = $1";

  private static final String ALL = COLUMNS + " ORDER BY id";

  private static final String SEEN = """
      UPDATE screen SET seen_at = $2::timestamptz
       WHERE id = $1 AND (seen_at IS NULL OR seen_at < $2::timestamptz - interval '10 minutes')
      """;

  private static final String REVOKE =
      "UPDATE screen SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";

  /** What is late goes to the end of its row. First names where the site and the booking show who booked. */
  private static final String TAKEN = """
      SELECT o.unit_id, o.cause, coalesce(b.starts_at, lower(o.during)) AS starts,
             CASE WHEN b.id IS NULL OR upper(o.during) > b.ends_at + k.buffer_after * interval '1 minute'
                  THEN upper(o.during) ELSE b.ends_at END AS ends,
             CASE WHEN b.private OR NOT s.shows_names THEN '' ELSE coalesce(split_part(m.name, ' ', 1), '') END AS who
        FROM occupancy o
        JOIN resource r ON r.id = o.resource_id
        JOIN site s ON s.id = r.site_id
        LEFT JOIN booking b ON b.id = o.booking_id
        LEFT JOIN booked k ON k.booking_id = b.id AND k.resource_id = o.resource_id
        LEFT JOIN member m ON m.id = b.member_id
       WHERE o.unit_id = ANY ($1)
         AND o.during && tstzrange($2, $3, '[)')
         AND o.cause IN ('booking', 'closure')
       ORDER BY starts, o.unit_id
      """;

  Future<Long> insert(Sql sql, Buffer hash, Screen screen, Made made) {
    return sql.run(
            INSERT,
            hash,
            screen.resource().orElse(null),
            screen.site().orElse(null),
            screen.label(),
            screen.names().name().toLowerCase(Locale.ROOT),
            made.by(),
            at(made.at()))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  /** By whom and when. */
  record Made(long by, Instant at) {}

  Future<Optional<Screen>> bySecret(Sql sql, Buffer hash) {
    return sql.run(BY_SECRET, hash)
        .map(rows -> list(rows, ScreenStore::screen).stream().findFirst());
  }

  Future<List<Screen>> all(Sql sql) {
    return sql.run(ALL).map(rows -> list(rows, ScreenStore::screen));
  }

  Future<Void> seen(Sql sql, long id, Instant now) {
    return sql.run(SEEN, id, at(now)).mapEmpty();
  }

  Future<Void> revoke(Sql sql, long id, Instant now) {
    return sql.run(REVOKE, id, at(now)).mapEmpty();
  }

  Future<List<Taken>> taken(Sql sql, Collection<Long> units, Instant from, Instant to) {
    return sql.run(TAKEN, units.toArray(Long[]::new), at(from), at(to))
        .map(rows -> list(
            rows,
            row -> new Taken(
                row.getLong("unit_id"),
                row.getOffsetDateTime("starts").toInstant(),
                row.getOffsetDateTime("ends").toInstant(),
                row.getString("cause"),
                row.getString("who"))));
  }

  private static Screen screen(Row row) {
    return new Screen(
        row.getLong("id"),
        Optional.ofNullable(row.getLong("resource_id")),
        Optional.ofNullable(row.getLong("site_id")),
        row.getString("label"),
        Names.valueOf(row.getString("names").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getOffsetDateTime("seen_at")).map(OffsetDateTime::toInstant));
  }

  private static <T> List<T> list(Iterable<Row> rows, Function<Row, T> reading) {
    return StreamSupport.stream(rows.spliterator(), false).map(reading).toList();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
