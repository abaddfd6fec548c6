package coop.maillon.resource.bulk;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.Policy;
import coop.maillon.resource.PolicyJson;
import coop.maillon.resource.ResourceId;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The SQL of the rules that many resources say themselves. */
final class BulkStore {

  private static final String SAID = "SELECT id, policy FROM resource WHERE id = ANY ($1)";

  private static final String WRITE = """
      UPDATE resource r
         SET policy = w.policy::jsonb, version = r.version + 1
        FROM unnest($1::bigint[], $2::text[]) AS w (id, policy)
       WHERE r.id = w.id
      """;

  /** What each says itself, its site apart. */
  Future<Map<ResourceId, Policy>> said(Sql sql, Collection<ResourceId> ids) {
    return sql.run(SAID, (Object) ids.stream().map(ResourceId::value).toArray(Long[]::new))
        .map(rows -> {
          var said = new HashMap<ResourceId, Policy>();
          rows.forEach(row -> said.put(
              new ResourceId(row.getLong("id")), PolicyJson.stored(row.getJsonObject("policy"))));
          return said;
        });
  }

  Future<Void> write(Tx tx, List<BulkEdits.Result> results) {
    return tx.run(
            WRITE,
            results.stream().map(one -> one.before().id().value()).toArray(Long[]::new),
            results.stream()
                .map(one -> PolicyJson.write(one.said().orElseThrow()).encode())
                .toArray(String[]::new))
        .mapEmpty();
  }
}
