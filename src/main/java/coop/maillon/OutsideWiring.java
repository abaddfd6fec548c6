package coop.maillon;

import coop.maillon.calendar.FeedRoutes;
import coop.maillon.web.RouteTable;

/** What leaves the house and what comes in: calendars, files, screens, reports. */
final class OutsideWiring implements Part {

  private final Base base;

  OutsideWiring(Base base) {
    this.base = base;
  }

  @Override
  public void mount(RouteTable routes) {
    var calendars = new FeedRoutes.Ground(
        base.database(), base.catalogues(), base.reads(), base.events(), base.clock());
    new FeedRoutes(calendars, base.views().messages(), base.linkBase()).mount(routes);
  }
}
