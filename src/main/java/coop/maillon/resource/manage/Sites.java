package coop.maillon.resource.manage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Site;
import coop.maillon.resource.SiteId;
import coop.maillon.web.Who;
import io.vertx.core.Future;

/** What an administrator can do with a site. */
public final class Sites {

  private final SiteStore store = new SiteStore();
  private final Database database;
  private final Catalogues catalogues;

  public Sites(Database database, Catalogues catalogues) {
    this.database = database;
    this.catalogues = catalogues;
  }

  /** Opens a site. Its zone stays: every rule and every booking of it is read in that time. */
  public Future<SiteOutcome> create(Who actor, SiteDraft draft) {
    if (!actor.administrator()) {
      return succeededFuture(new SiteOutcome.Forbidden());
    }
    return database
        .transaction(tx -> store.insert(tx, draft))
        .compose(id -> id.map(this::done)
            .orElseGet(() -> succeededFuture(
                new SiteOutcome.Faulty(new Fault("slug", "manage.site.slug.taken")))));
  }

  /** Changes what a site is called and which rules it gives; not its slug and its zone. */
  public Future<SiteOutcome> edit(Who actor, Site site, SiteDraft draft) {
    if (!actor.administrator()) {
      return succeededFuture(new SiteOutcome.Forbidden());
    }
    return database
        .transaction(tx -> store.update(tx, site.id(), draft))
        .compose(done -> done(site.id()));
  }

  /** What a site says of its own rules. */
  public Future<coop.maillon.resource.Policy> said(SiteId id) {
    return store.said(database, id);
  }

  private Future<SiteOutcome> done(SiteId id) {
    return catalogues
        .fresh()
        .map(catalogue -> new SiteOutcome.Done(catalogue.site(id).orElseThrow()));
  }
}
