package coop.maillon.resource.manage;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.Policy;
import coop.maillon.resource.PolicyJson;
import coop.maillon.resource.Site;
import coop.maillon.resource.SiteId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Optional;

/** All the SQL that writes sites. */
final class SiteStore {

  private static final String INSERT = """
      INSERT INTO site (slug, name, zone, address, shows_names, policy, region)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (slug) DO NOTHING
      RETURNING id
      """;

  private static final String UPDATE = """
      UPDATE site
         SET name = $2, address = $3, shows_names = $4, policy = $5, region = $6
       WHERE id = $1
      """;

  private static final String SAID = "SELECT policy FROM site WHERE id = $1";

  /** Empty where the slug is taken. */
  Future<Optional<SiteId>> insert(Tx tx, SiteDraft draft) {
    return tx.run(
            INSERT,
            draft.slug(),
            draft.name(),
            draft.zone().getId(),
            draft.address(),
            draft.naming() == Site.Naming.NAMES,
            PolicyJson.write(draft.policy()),
            draft.policy().calendar().region().word())
        .map(SiteStore::id);
  }

  /** All but the slug, which links use, and the zone, which every booking was made in. */
  Future<Void> update(Tx tx, SiteId id, SiteDraft draft) {
    return tx.run(
            UPDATE,
            id.value(),
            draft.name(),
            draft.address(),
            draft.naming() == Site.Naming.NAMES,
            PolicyJson.write(draft.policy()),
            draft.policy().calendar().region().word())
        .mapEmpty();
  }

  /** What the site says itself. */
  Future<Policy> said(Sql sql, SiteId id) {
    return sql.run(SAID, id.value())
        .map(rows -> PolicyJson.stored(rows.iterator().next().getJsonObject("policy")));
  }

  private static Optional<SiteId> id(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(new SiteId(row.getLong("id")));
    }
    return Optional.empty();
  }
}
