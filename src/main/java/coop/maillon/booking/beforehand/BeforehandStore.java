package coop.maillon.booking.beforehand;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.quota.Left;
import coop.maillon.booking.quota.TakenRows;
import coop.maillon.db.Sql;
import coop.maillon.resource.Quota;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that one should know before booking, by one statement. */
final class BeforehandStore {

  private static final String ALL = """
      SELECT 'quota' AS sort,
             jsonb_build_object('quota', q.id, 'id', t.id, 'starts', t.starts, 'ends', t.ends) AS data
        FROM quota q
        LEFT JOIN LATERAL (
               SELECT b.id, %s
                 FROM booking b
                WHERE %s
                  AND b.ends_at > $3
                  AND (q.holder = 'member' AND b.member_id = $1
                       OR q.holder = 'team' AND b.member_id IN (
                            SELECT g.member_id FROM group_member g WHERE g.group_id = q.group_id))
                  AND EXISTS (SELECT 1 FROM booked k
                                JOIN quota_resource r ON r.resource_id = k.resource_id
                               WHERE k.booking_id = b.id AND r.quota_id = q.id)) t ON true
       WHERE q.id = ANY ($2)
         AND (q.group_id IS NULL
              OR EXISTS (SELECT 1 FROM group_member g WHERE g.group_id = q.group_id AND g.member_id = $1))
      UNION ALL
      SELECT 'held',
             jsonb_build_object('slug', h.slug, 'name', h.name, 'since', m.valid_from, 'until', m.valid_until)
        FROM habilitation h
        LEFT JOIN member_habilitation m ON m.habilitation_id = h.id AND m.member_id = $1 AND m.withdrawn_at IS NULL
       WHERE h.slug = ANY ($4)
      UNION ALL
      (SELECT 'training',
              jsonb_build_object('slug', h.slug, 'title', t.title, 'day', t.held_on, 'site', s.name,
                'enrolled', EXISTS (SELECT 1 FROM training_member p
                                     WHERE p.training_id = t.id AND p.member_id = $1))
         FROM training t
         JOIN habilitation h ON h.id = t.habilitation_id
         JOIN site s ON s.id = t.site_id
        WHERE h.slug = ANY ($4) AND t.completed_at IS NULL AND t.held_on >= $5
        ORDER BY t.held_on, t.id
        LIMIT 6)
      UNION ALL
      SELECT 'group',
             jsonb_build_object('slug', g.slug, 'name', g.name,
               'belongs', EXISTS (SELECT 1 FROM group_member m WHERE m.group_id = g.id AND m.member_id = $1))
        FROM member_group g
       WHERE g.slug = ANY ($6)
      """.formatted(TakenRows.SLOT, TakenRows.COUNTS);

  /** What is asked for. */
  record Wanted(
      BeforehandReads.Looking looking,
      Collection<Quota> quotas,
      Collection<String> habilitations,
      Collection<String> groups) {

    boolean isNothing() {
      return quotas.isEmpty() && habilitations.isEmpty() && groups.isEmpty();
    }
  }

  /** The rows of each sort: `quota`, `held`, `training`, `group`. */
  Future<Map<String, List<JsonObject>>> read(Sql sql, Wanted wanted) {
    var looking = wanted.looking();
    return sql.run(
            ALL,
            looking.member().value(),
            wanted.quotas().stream().map(quota -> quota.id().value()).toArray(Long[]::new),
            looking.now().minus(Left.PAST).atOffset(UTC),
            wanted.habilitations().toArray(String[]::new),
            LocalDate.ofInstant(looking.now(), looking.site().zone()),
            wanted.groups().toArray(String[]::new))
        .map(BeforehandStore::bySort);
  }

  private static Map<String, List<JsonObject>> bySort(RowSet<Row> rows) {
    var all = new TreeMap<String, List<JsonObject>>();
    rows.forEach(row -> all.computeIfAbsent(row.getString("sort"), sort -> new ArrayList<>())
        .add(row.getJsonObject("data")));
    return all;
  }
}
