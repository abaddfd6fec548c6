package coop.maillon;

import coop.maillon.booking.leaving.DepartureRoutes;
import coop.maillon.booking.leaving.Departures;
import coop.maillon.booking.waiting.WaitingList;
import coop.maillon.member.MemberId;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/** Leaving the cooperative: what ends with an account, wherever it is. */
final class LeavingWiring implements Part {

  private final Base base;
  private final Departures departures;

  /** @param others what else is closed with an account */
  LeavingWiring(Base base, List<Function<MemberId, Future<Void>>> others) {
    this.base = base;
    var waiting = new WaitingList(base.engine(), base.bookings(), base.line());
    var doing =
        new Departures.Doing(base.people().goodbyes(), base.bookings(), base.holds(), waiting);
    departures = new Departures(base.database(), base.clock(), doing, others);
  }

  @Override
  public void mount(RouteTable routes) {
    new DepartureRoutes(departures, base.people().members()).mount(routes);
  }

  @Override
  public Future<Void> everyMinute() {
    return departures.sweep();
  }
}
