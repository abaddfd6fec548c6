package coop.maillon.calendar;

import coop.maillon.booking.CalendarScope;
import coop.maillon.db.Sql;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All the SQL of calendars to subscribe to. */
final class FeedStore {

  private static final String COLUMNS = """
      f.id AS feed_id, f.scope, f.member_id, f.resource_id, f.site_id, f.label, f.created_at, f.read_at""";

  private static final String INSERT = """
      INSERT INTO calendar_feed (token_hash, member_id, scope, resource_id, site_id, label, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      RETURNING id
      """;

  private static final String OF_MEMBER = """
      SELECT %s
        FROM calendar_feed f
       WHERE f.member_id = $1
         AND f.revoked_at IS NULL
       ORDER BY f.id
      """.formatted(COLUMNS);

  private static final String REVOKE = """
      UPDATE calendar_feed SET revoked_at = $3
       WHERE id = $1
         AND member_id = $2
         AND revoked_at IS NULL
      RETURNING id
      """;

  private static final String REVOKE_ALL =
      "UPDATE calendar_feed SET revoked_at = $2 WHERE member_id = $1 AND revoked_at IS NULL";

  /** With its owner as they are now: whoever is shut out is shut out here too. */
  private static final String BY_SECRET = """
      SELECT %s, m.id, m.name, m.email, m.administrator, m.guest, m.language, m.home_site_id,
             ARRAY(SELECT c.site_id FROM coordinates c WHERE c.member_id = m.id) AS coordinates,
             ARRAY(SELECT g.site_id FROM guest_site g WHERE g.member_id = m.id) AS guest_sites
        FROM calendar_feed f
        JOIN member m ON m.id = f.member_id
       WHERE f.token_hash = $1
         AND f.revoked_at IS NULL
         AND m.state = 'active'
         AND (m.guest_until IS NULL OR m.guest_until >= $2)
      """.formatted(COLUMNS);

  private static final String READ = """
      UPDATE calendar_feed SET read_at = $2::timestamptz
       WHERE id = $1
         AND (read_at IS NULL OR read_at < $2::timestamptz - interval '10 minutes')
      """;

  /** A feed, and whose eyes read it. */
  record Owned(Feed feed, Who owner) {}

  Future<Void> revokeAll(Sql sql, long owner, Instant now) {
    return sql.run(REVOKE_ALL, owner, now.atOffset(ZoneOffset.UTC)).mapEmpty();
  }

  Future<Long> insert(Sql sql, Buffer hash, Who owner, Feed feed) {
    var scope = feed.scope();
    return sql.run(
            INSERT,
            hash,
            owner.id(),
            scope.of().name().toLowerCase(Locale.ROOT),
            only(scope, CalendarScope.Of.RESOURCE),
            only(scope, CalendarScope.Of.SITE),
            feed.label(),
            at(feed.createdAt()))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  Future<List<Feed>> of(Sql sql, long member) {
    return sql.run(OF_MEMBER, member).map(FeedStore::feeds);
  }

  Future<Boolean> revoke(Sql sql, long id, long member, Instant now) {
    return sql.run(REVOKE, id, member, at(now)).map(rows -> rows.size() == 1);
  }

  Future<Optional<Owned>> bySecret(Sql sql, Buffer hash, LocalDate today) {
    return sql.run(BY_SECRET, hash, today)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new Owned(feed(row), owner(row)))
            .findFirst());
  }

  Future<Void> read(Sql sql, long id, Instant now) {
    return sql.run(READ, id, at(now)).mapEmpty();
  }

  private static @Nullable Long only(CalendarScope scope, CalendarScope.Of of) {
    return scope.of() == of ? scope.id() : null;
  }

  private static List<Feed> feeds(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(FeedStore::feed).toList();
  }

  private static Feed feed(Row row) {
    var of = CalendarScope.Of.valueOf(row.getString("scope").toUpperCase(Locale.ROOT));
    long id = switch (of) {
      case MEMBER -> row.getLong("member_id");
      case RESOURCE -> row.getLong("resource_id");
      case SITE -> row.getLong("site_id");
    };
    return new Feed(
        row.getLong("feed_id"),
        new CalendarScope(of, id),
        row.getString("label"),
        row.getOffsetDateTime("created_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("read_at")).map(OffsetDateTime::toInstant));
  }

  private static Who owner(Row row) {
    return new Who(
        row.getLong("id"),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("administrator"),
        row.getBoolean("guest"),
        Set.of(row.getArrayOfLongs("coordinates")),
        Set.of(row.getArrayOfLongs("guest_sites")),
        row.getString("language"),
        "auto",
        0,
        Optional.ofNullable(row.getLong("home_site_id")),
        Who.Proof.READ_ONLY_TOKEN);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
