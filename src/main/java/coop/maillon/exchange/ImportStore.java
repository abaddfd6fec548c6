package coop.maillon.exchange;

import coop.maillon.db.Sql;
import coop.maillon.resource.ResourceId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** All the SQL of files that came in. */
final class ImportStore {

  private static final String INSERT = """
      INSERT INTO import (member_id, sort, file_name, content, resource_id, created_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      RETURNING id
      """;

  private static final String FIND = """
      SELECT id, sort, file_name, content, resource_id, applied_at
        FROM import
       WHERE id = $1
         AND member_id = $2
      """;

  private static final String APPLIED =
      "UPDATE import SET applied_at = $2 WHERE id = $1 AND applied_at IS NULL";

  private static final String FORGET = "DELETE FROM import WHERE created_at < $1";

  private static final String KNOWN =
      "SELECT uid, occurrence FROM imported WHERE resource_id = $1 AND uid = ANY ($2)";

  private static final String REMEMBER = """
      INSERT INTO imported (resource_id, uid, occurrence, booking_id)
      SELECT $1, n.uid, n.occurrence, n.booking_id
        FROM unnest($2::text[], $3::timestamptz[], $4::bigint[]) AS n (uid, occurrence, booking_id)
      """;

  private static final String ADMINISTRATOR = """
      SELECT id, name, email FROM member WHERE administrator AND state = 'active' ORDER BY id LIMIT 1
      """;

  /** What kind of file. */
  enum Sort {
    RESOURCES,
    MEMBERS,
    BOOKINGS,
    CALENDAR;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A file as it was brought. */
  record Kept(
      long id,
      Sort sort,
      String fileName,
      String content,
      Optional<ResourceId> resource,
      Optional<Instant> appliedAt) {}

  /** One date of an event that came in. */
  record Key(String uid, Instant occurrence) {}

  /** A date that is a booking now. */
  record Brought(Key key, long booking) {}

  Future<Long> insert(Sql sql, long member, Kept file, Instant now) {
    return sql.run(
            INSERT,
            member,
            file.sort().word(),
            file.fileName(),
            file.content(),
            file.resource().map(ResourceId::value).orElse(null),
            at(now))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  Future<Optional<Kept>> find(Sql sql, long id, long member) {
    return sql.run(FIND, id, member)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(ImportStore::kept)
            .findFirst());
  }

  /** True for the first to do what it says; whoever comes meanwhile waits until that is done, or was not. */
  Future<Boolean> applied(Sql sql, long id, Instant now) {
    return sql.run(APPLIED, id, at(now)).map(rows -> rows.rowCount() == 1);
  }

  Future<Optional<Who>> administrator(Sql sql) {
    return sql.run(ADMINISTRATOR)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> who(row.getLong("id"), row.getString("name"), row.getString("email")))
            .findFirst());
  }

  /** An administrator, as acts know whoever does them. */
  static Who who(long id, String name, String email) {
    return new Who(
        id,
        name,
        email,
        true,
        false,
        Set.of(),
        Set.of(),
        "fr",
        "auto",
        0,
        Optional.empty(),
        Who.Proof.TOKEN);
  }

  Future<Void> forgetBefore(Sql sql, Instant then) {
    return sql.run(FORGET, at(then)).mapEmpty();
  }

  Future<Set<Key>> known(Sql sql, ResourceId resource, Collection<String> uids) {
    return sql.run(KNOWN, resource.value(), uids.toArray(String[]::new))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new Key(
                row.getString("uid"), row.getOffsetDateTime("occurrence").toInstant()))
            .collect(Collectors.toSet()));
  }

  Future<Void> remember(Sql sql, ResourceId resource, List<Brought> brought) {
    return sql.run(
            REMEMBER,
            resource.value(),
            brought.stream().map(one -> one.key().uid()).toArray(String[]::new),
            brought.stream().map(one -> at(one.key().occurrence())).toArray(OffsetDateTime[]::new),
            brought.stream().map(Brought::booking).toArray(Long[]::new))
        .mapEmpty();
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.getLong("id"),
        Sort.valueOf(row.getString("sort").toUpperCase(Locale.ROOT)),
        row.getString("file_name"),
        row.getString("content"),
        Optional.ofNullable(row.getLong("resource_id")).map(ResourceId::new),
        Optional.ofNullable(row.getOffsetDateTime("applied_at")).map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
