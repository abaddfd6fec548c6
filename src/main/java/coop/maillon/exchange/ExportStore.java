package coop.maillon.exchange;

import coop.maillon.db.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** All the SQL of tables that go out; every column as text. */
final class ExportStore {

  private static final String RESOURCES = """
      SELECT r.slug, r.name, r.kind, s.slug AS site, r.capacity::text,
             (SELECT count(*) FROM unit u WHERE u.resource_id = r.id AND u.retired_at IS NULL)::text AS units,
             r.description, array_to_string(r.tags, '|') AS tags
        FROM resource r
        JOIN site s ON s.id = r.site_id
       WHERE r.retired_at IS NULL AND s.id = ANY ($1)
       ORDER BY s.slug, r.slug
      """;

  private static final String MEMBERS = """
      SELECT m.email, m.name,
             CASE WHEN m.administrator THEN 'administrator' WHEN m.guest THEN 'guest'
                  WHEN EXISTS (SELECT 1 FROM coordinates c WHERE c.member_id = m.id) THEN 'coordinator'
                  ELSE 'member' END AS role,
             (SELECT coalesce(string_agg(s.slug, '|' ORDER BY s.slug), '') FROM site s
               WHERE s.id IN (SELECT c.site_id FROM coordinates c WHERE c.member_id = m.id
                              UNION SELECT g.site_id FROM guest_site g WHERE g.member_id = m.id)) AS sites,
             m.language, m.state
        FROM member m
       WHERE m.state <> 'left'
       ORDER BY m.name, m.id
      """;

  private static final String BOOKINGS = """
      SELECT r.slug AS resource,
             to_char(b.starts_at AT TIME ZONE s.zone, 'YYYY-MM-DD"T"HH24:MI')
               || to_char(trunc(extract(epoch FROM b.starts_at AT TIME ZONE s.zone - b.starts_at AT TIME ZONE 'UTC') / 3600), 'FMSG00') || ':'
               || to_char(mod(abs(extract(epoch FROM b.starts_at AT TIME ZONE s.zone - b.starts_at AT TIME ZONE 'UTC')) / 60, 60), 'FM00') AS starts,
             to_char(b.ends_at AT TIME ZONE s.zone, 'YYYY-MM-DD"T"HH24:MI')
               || to_char(trunc(extract(epoch FROM b.ends_at AT TIME ZONE s.zone - b.ends_at AT TIME ZONE 'UTC') / 3600), 'FMSG00') || ':'
               || to_char(mod(abs(extract(epoch FROM b.ends_at AT TIME ZONE s.zone - b.ends_at AT TIME ZONE 'UTC')) / 60, 60), 'FM00') AS ends,
             b.title, m.email, b.private::text, b.status, b.id::text
        FROM booking b
        JOIN booked k ON k.booking_id = b.id
        JOIN resource r ON r.id = k.resource_id
        JOIN site s ON s.id = r.site_id
        JOIN member m ON m.id = b.member_id
       WHERE s.id = ANY ($1)
       ORDER BY b.starts_at DESC, b.id DESC, k.position DESC
       LIMIT 100000
      """;

  Future<List<List<String>>> resources(Sql sql, Collection<Long> sites) {
    return sql.run(RESOURCES, (Object) sites.toArray(Long[]::new)).map(ExportStore::table);
  }

  Future<List<List<String>>> members(Sql sql) {
    return sql.run(MEMBERS).map(ExportStore::table);
  }

  Future<List<List<String>>> bookings(Sql sql, Collection<Long> sites) {
    return sql.run(BOOKINGS, (Object) sites.toArray(Long[]::new)).map(rows -> {
      var newestFirst = new ArrayList<>(table(rows));
      Collections.reverse(newestFirst);
      return newestFirst;
    });
  }

  private static List<List<String>> table(Iterable<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> IntStream.range(0, row.size()).mapToObj(row::getString).toList())
        .toList();
  }
}
