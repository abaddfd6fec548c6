package coop.maillon;

import coop.maillon.booking.repeat.SeriesRoutes;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.booking.waiting.Freed;
import coop.maillon.booking.waiting.WaitingApi;
import coop.maillon.booking.waiting.WaitingList;
import coop.maillon.booking.waiting.WaitingRoutes;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** What becomes of a booking: series, waiting, arriving and returning. */
final class UseWiring implements Part {

  private final Base base;
  private final WaitingList waiting;

  UseWiring(Base base) {
    this.base = base;
    waiting = new WaitingList(base.engine(), base.bookings(), base.line());
    base.events()
        .listen(events -> Freed.by(events).ifPresent(freed -> base.line().serve(freed)));
  }

  @Override
  public void mount(RouteTable routes) {
    new SeriesRoutes(new SeriesBookings(base.engine()), base.catalogues()).mount(routes);
    new WaitingApi(waiting, base.catalogues()).mount(routes);
    new WaitingRoutes(waiting, base.catalogues()).mount(routes);
  }

  @Override
  public Future<Void> everyMinute() {
    return base.line().serveAll();
  }
}
