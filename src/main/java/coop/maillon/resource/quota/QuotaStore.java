package coop.maillon.resource.quota;

import coop.maillon.db.Tx;
import coop.maillon.resource.Quota;
import coop.maillon.resource.Resource;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;

/** All the SQL that writes quotas; they are read with the catalogue. */
final class QuotaStore {

  private static final String INSERT = """
      INSERT INTO quota (site_id, name, measure, amount, period, holder, group_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      RETURNING id
      """;

  private static final String UPDATE = """
      UPDATE quota
         SET site_id = $2, name = $3, measure = $4, amount = $5, period = $6, holder = $7, group_id = $8
       WHERE id = $1
      """;

  private static final String END =
      "UPDATE quota SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";

  private static final String DROP_SET = "DELETE FROM quota_resource WHERE quota_id = $1";

  private static final String ADD_SET =
      "INSERT INTO quota_resource (quota_id, resource_id) SELECT $1, unnest($2::bigint[])";

  Future<Quota.Id> insert(Tx tx, QuotaDraft draft) {
    return tx.run(
            INSERT,
            draft.site().value(),
            draft.name(),
            draft.measure().word(),
            draft.amount(),
            draft.period().word(),
            draft.holder().word(),
            group(draft))
        .map(rows -> new Quota.Id(rows.iterator().next().getLong("id")));
  }

  Future<Void> update(Tx tx, Quota.Id id, QuotaDraft draft) {
    return tx.run(
            UPDATE,
            id.value(),
            draft.site().value(),
            draft.name(),
            draft.measure().word(),
            draft.amount(),
            draft.period().word(),
            draft.holder().word(),
            group(draft))
        .mapEmpty();
  }

  Future<Void> writeSet(Tx tx, Quota.Id id, QuotaDraft draft) {
    Long[] set =
        draft.set().stream().map(Resource::id).map(one -> one.value()).toArray(Long[]::new);
    return Future.all(tx.run(DROP_SET, id.value()), tx.run(ADD_SET, id.value(), set))
        .mapEmpty();
  }

  Future<Void> end(Tx tx, Quota.Id id, Instant now) {
    return tx.run(END, id.value(), now.atOffset(ZoneOffset.UTC)).mapEmpty();
  }

  private static @org.jspecify.annotations.Nullable Long group(QuotaDraft draft) {
    return draft.group().map(group -> group.id().value()).orElse(null);
  }
}
