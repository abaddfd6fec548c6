package coop.maillon;

import coop.maillon.booking.closure.UnitsInUse;
import coop.maillon.calendar.FeedRoutes;
import coop.maillon.exchange.ExchangeRoutes;
import coop.maillon.exchange.Exports;
import coop.maillon.exchange.Ground;
import coop.maillon.exchange.Imports;
import coop.maillon.member.MemberId;
import coop.maillon.report.ReportRoutes;
import coop.maillon.report.Reports;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.manage.Resources;
import coop.maillon.screen.ScreenRoutes;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Optional;

/** What leaves the house and what comes in: calendars, files, screens, reports. */
final class OutsideWiring implements Part {

  private final Base base;
  private final Imports imports;
  private final Exports exports;
  private final FeedRoutes feeds;

  OutsideWiring(Base base) {
    this.base = base;
    var resources = new Resources(
        base.database(),
        base.catalogues(),
        new UnitsInUse(base.clock()),
        base.events(),
        base.clock());
    var ground = new Ground(
        base.database(),
        base.catalogues(),
        base.bookings(),
        resources,
        base.people().members(),
        base.events(),
        base.clock(),
        base.vertx());
    this.imports = new Imports(ground);
    this.exports = new Exports(ground);
    this.feeds = feeds(base);
  }

  private static FeedRoutes feeds(Base base) {
    var calendars = new FeedRoutes.Ground(
        base.database(),
        base.catalogues(),
        base.reads(),
        base.events(),
        base.clock(),
        base.vertx());
    return new FeedRoutes(calendars, base.views().messages(), base.linkBase());
  }

  @Override
  public void mount(RouteTable routes) {
    feeds.mount(routes);
    var displays =
        new ScreenRoutes.Ground(base.database(), base.catalogues(), base.events(), base.clock());
    new ScreenRoutes(displays, base.linkBase()).mount(routes);
    new ExchangeRoutes(imports, exports, base.catalogues()).mount(routes);
    new ReportRoutes(new Reports(base.vertx(), base.database()), base.catalogues()).mount(routes);
  }

  @Override
  public Future<Void> everyHour() {
    return imports.tidy().eventually(base.tally()::tidy);
  }

  /** Closes the calendars of somebody who leaves. */
  Future<Void> closeCalendars(MemberId member) {
    return feeds.closeAll(member);
  }

  /** Files that an operator brings. */
  Imports imports() {
    return imports;
  }

  /** Tables that an operator takes. */
  Exports exports() {
    return exports;
  }

  /** The resource of that name. */
  Future<Optional<ResourceId>> resource(String slug) {
    return base.catalogues().fresh().map(all -> all.resource(slug).map(Resource::id));
  }
}
