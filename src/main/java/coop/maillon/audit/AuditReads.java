package coop.maillon.audit;

import coop.maillon.db.Database;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.List;

/** The audit trail as somebody may read it. */
public final class AuditReads {

  private final AuditStore store = new AuditStore();
  private final Database database;

  public AuditReads(Database database) {
    this.database = database;
  }

  /** A stretch of the trail, the newest first: so many before that number. */
  public record Page(long before, int limit) {}

  /** What concerns them, and what they did. */
  public Future<List<Trace>> mine(Who who, Page page) {
    return store.concerning(database, who.id(), page);
  }

  /** What was done at the sites that they coordinate; everything for administrators. */
  public Future<List<Trace>> ofSites(Who who, Catalogue catalogue, Page page) {
    return who.administrator()
        ? store.all(database, page)
        : store.at(
            database,
            catalogue.sites().stream()
                .map(site -> site.id().value())
                .filter(who::mayCoordinate)
                .toList(),
            page);
  }
}
