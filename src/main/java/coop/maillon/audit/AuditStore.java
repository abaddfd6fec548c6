package coop.maillon.audit;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All the SQL of the audit trail. */
final class AuditStore {

  /** Holds come and go with the form, and what one is told is not what was done. */
  private static final String COPY = """
      WITH fresh AS (
        SELECT e.seq, e.at, e.kind, e.data
          FROM event e
         WHERE e.seq > (SELECT s.seq FROM audit_seen s)
         ORDER BY e.seq
         LIMIT $1),
      written AS (
        INSERT INTO audit (seq, at, kind, actor_id, member_id, sites, what, before, after)
        SELECT f.seq, f.at, f.kind, (f.data->>'actor')::bigint, (f.data->>'member')::bigint,
               ARRAY(SELECT s.id::bigint FROM jsonb_array_elements_text(coalesce(f.data->'sites', '[]')) AS s (id)),
               coalesce('booking:' || (f.data->>'booking'), 'closure:' || (f.data->>'closure'),
                        'problem:' || (f.data->>'problem'), 'resource:' || (f.data->'resources'->>0), 'post:' || (f.data->>'post'), ''),
               CASE WHEN jsonb_typeof(f.data->'before') = 'object' THEN f.data->'before' END,
               CASE WHEN jsonb_typeof(f.data->'after') = 'object' THEN f.data->'after'
                    ELSE f.data - ARRAY['before', 'actor', 'member', 'sites', 'days', 'holds', 'lanes', 'lines'] END
          FROM fresh f
         WHERE f.kind NOT LIKE 'hold.%'
           AND f.kind NOT IN ('member.access', 'closure.told', 'maintenance.told', 'post.judged', 'booking.late', 'booking.delayed',
                            'vehicle.broken', 'vehicle.tight', 'vehicle.fine', 'vehicle.given', 'vehicle.short', 'vehicle.unplugged',
                            'damage.closed', 'damage.renewed', 'damage.unclosed')
        ON CONFLICT DO NOTHING),
      moved AS (
        UPDATE audit_seen SET seq = (SELECT max(f.seq) FROM fresh f) WHERE EXISTS (SELECT FROM fresh))
      SELECT count(*)::int AS many FROM fresh
      """;

  private static final String OF = """
      SELECT a.seq, a.at, a.kind, coalesce(d.name, '') AS actor, a.actor_id, coalesce(m.name, '') AS member,
             a.member_id, a.what, a.before, a.after
        FROM audit a
        LEFT JOIN member d ON d.id = a.actor_id
        LEFT JOIN member m ON m.id = a.member_id
      """;

  private static final String CONCERNING = OF + """
       WHERE (a.member_id = $1 OR a.actor_id = $1) AND a.seq < $2
       ORDER BY a.seq DESC
       LIMIT $3
      """;

  private static final String AT_SITES = OF + """
       WHERE a.sites && $1 AND a.seq < $2
       ORDER BY a.seq DESC
       LIMIT $3
      """;

  private static final String ALL = OF + """
       WHERE a.seq < $1
       ORDER BY a.seq DESC
       LIMIT $2
      """;

  /** How many events were looked at. */
  Future<Integer> copy(Tx tx, int atMost) {
    return tx.run(COPY, atMost).map(rows -> rows.iterator().next().getInteger("many"));
  }

  Future<List<Trace>> concerning(Sql sql, long member, AuditReads.Page page) {
    return sql.run(CONCERNING, member, page.before(), page.limit()).map(AuditStore::traces);
  }

  Future<List<Trace>> at(Sql sql, Collection<Long> sites, AuditReads.Page page) {
    return sql.run(AT_SITES, sites.toArray(Long[]::new), page.before(), page.limit())
        .map(AuditStore::traces);
  }

  Future<List<Trace>> all(Sql sql, AuditReads.Page page) {
    return sql.run(ALL, page.before(), page.limit()).map(AuditStore::traces);
  }

  private static List<Trace> traces(RowSet<Row> rows) {
    var list = new ArrayList<Trace>();
    rows.forEach(row -> list.add(new Trace(
        row.getLong("seq"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("kind"),
        Optional.of(row.getString("actor")).filter(name -> !name.isEmpty()),
        Optional.of(row.getString("member")).filter(name -> !name.isEmpty()),
        row.getString("what"),
        Optional.ofNullable(row.getJsonObject("before")),
        Optional.ofNullable(row.getJsonObject("after")))));
    return list;
  }
}
