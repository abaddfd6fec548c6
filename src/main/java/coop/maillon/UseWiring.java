package coop.maillon;

import coop.maillon.booking.api.SeriesApi;
import coop.maillon.booking.arriving.ArrivingApi;
import coop.maillon.booking.arriving.Lateness;
import coop.maillon.booking.arriving.NoShows;
import coop.maillon.booking.beforehand.BeforehandReads;
import coop.maillon.booking.here.CodeRoutes;
import coop.maillon.booking.here.EquivalentRoutes;
import coop.maillon.booking.here.HereRoutes;
import coop.maillon.booking.here.Places;
import coop.maillon.booking.repeat.SeriesActRoutes;
import coop.maillon.booking.repeat.SeriesRoutes;
import coop.maillon.booking.series.SeriesReads;
import coop.maillon.booking.waiting.Freed;
import coop.maillon.booking.waiting.WaitingApi;
import coop.maillon.booking.waiting.WaitingList;
import coop.maillon.booking.waiting.WaitingRoutes;
import coop.maillon.vehicle.handover.ToldByProgram;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** What becomes of a booking: series, waiting, arriving and returning. */
final class UseWiring implements Part {

  private final Base base;
  private final WaitingList waiting;
  private final NoShows noShows;
  private final Lateness lateness;

  UseWiring(Base base) {
    this.base = base;
    waiting = new WaitingList(base.engine(), base.bookings(), base.line());
    noShows = new NoShows(base.engine());
    lateness = new Lateness(base.engine());
    base.events()
        .listen(events -> Freed.by(events).ifPresent(freed -> base.line().serve(freed)));
  }

  @Override
  public void mount(RouteTable routes) {
    new SeriesRoutes(base.series(), base.catalogues(), new BeforehandReads(base.database()))
        .mount(routes);
    new SeriesActRoutes(base.series(), base.reads()).mount(routes);
    new SeriesApi(base.series(), new SeriesReads(base.engine())).mount(routes);
    var cars = new ToldByProgram(VehicleWiring.handovers(base), base.catalogues());
    new ArrivingApi(base.arrivals(), base.catalogues(), cars).mount(routes);
    mountHere(routes);
    new WaitingApi(waiting, base.catalogues()).mount(routes);
    new WaitingRoutes(waiting, base.catalogues()).mount(routes);
  }

  private void mountHere(RouteTable routes) {
    var doing = new Places.Doing(base.bookings(), base.free());
    var places = new Places(base.database(), base.catalogues(), doing, base.clock());
    new HereRoutes(places).mount(routes);
    new EquivalentRoutes(base.reads(), base.free()).mount(routes);
    new CodeRoutes(base.catalogues(), base.linkBase()).mount(routes);
  }

  @Override
  public Future<Void> everyMinute() {
    return noShows.releaseAll().eventually(lateness::keepAll).eventually(base.line()::serveAll);
  }
}
