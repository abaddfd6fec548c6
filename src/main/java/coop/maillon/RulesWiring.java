package coop.maillon;

import coop.maillon.booking.Condition;
import coop.maillon.booking.quota.FutureBookings;
import coop.maillon.booking.quota.WithinQuota;
import coop.maillon.member.group.GroupRoutes;
import coop.maillon.member.group.Groups;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.quota.QuotaRoutes;
import coop.maillon.resource.quota.Quotas;
import coop.maillon.web.RouteTable;
import java.util.List;

/** Who may book what, and how much of it: groups, habilitations, quotas, approval. */
final class RulesWiring implements Part {

  private final Base base;

  RulesWiring(Base base) {
    this.base = base;
  }

  @Override
  public void mount(RouteTable routes) {
    var catalogues = base.catalogues();
    new GroupRoutes(
            new Groups(base.database(), base.events()),
            () -> catalogues.fresh().map(Catalogue::groups))
        .mount(routes);
    new QuotaRoutes(new Quotas(base.database(), base.events(), base.clock()), catalogues)
        .mount(routes);
  }

  /** What is asked of the database before a booking is judged, beside the ledger of time. */
  static List<Condition> conditions() {
    return List.of(new FutureBookings(), new WithinQuota());
  }
}
