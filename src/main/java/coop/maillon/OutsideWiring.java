package coop.maillon;

import coop.maillon.calendar.FeedRoutes;
import coop.maillon.exchange.ExchangeRoutes;
import coop.maillon.exchange.Ground;
import coop.maillon.exchange.Imports;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** What leaves the house and what comes in: calendars, files, screens, reports. */
final class OutsideWiring implements Part {

  private final Base base;
  private final Imports imports;

  OutsideWiring(Base base) {
    this.base = base;
    this.imports = new Imports(new Ground(
        base.database(),
        base.catalogues(),
        base.bookings(),
        base.reads(),
        base.people().members(),
        base.events(),
        base.clock(),
        base.vertx()));
  }

  @Override
  public void mount(RouteTable routes) {
    var calendars = new FeedRoutes.Ground(
        base.database(),
        base.catalogues(),
        base.reads(),
        base.events(),
        base.clock(),
        base.vertx());
    new FeedRoutes(calendars, base.views().messages(), base.linkBase()).mount(routes);
    new ExchangeRoutes(imports, base.catalogues()).mount(routes);
  }

  @Override
  public Future<Void> everyHour() {
    return imports.tidy();
  }
}
