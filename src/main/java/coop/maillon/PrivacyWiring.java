package coop.maillon;

import coop.maillon.booking.leaving.DepartureRoutes;
import coop.maillon.booking.leaving.Departures;
import coop.maillon.booking.waiting.WaitingList;
import coop.maillon.member.MemberId;
import coop.maillon.notification.Notifier;
import coop.maillon.notification.Wording;
import coop.maillon.privacy.export.DataRoutes;
import coop.maillon.privacy.export.Parcels;
import coop.maillon.privacy.forget.Ageing;
import coop.maillon.privacy.forget.Erasure;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is kept about people: the file of it, and what ends with an account, wherever it is. */
final class PrivacyWiring implements Part {

  private final Base base;
  private final Departures departures;
  private final Erasure erasure;
  private final Ageing ageing;

  /** @param others what else is closed with an account */
  PrivacyWiring(Base base, List<Function<MemberId, Future<Void>>> others) {
    this.base = base;
    var waiting = new WaitingList(base.engine(), base.bookings(), base.line());
    var doing =
        new Departures.Doing(base.people().goodbyes(), base.bookings(), base.holds(), waiting);
    var spoken = base.views().messages().in(base.privacy().language());
    erasure = new Erasure(base.database(), base.clock(), Notifier.LOCK, spoken);
    var all =
        Stream.concat(others.stream(), Stream.<Function<MemberId, Future<Void>>>of(erasure::of));
    departures = new Departures(base.database(), base.clock(), doing, all.toList());
    ageing = new Ageing(
        base.database(), base.clock().withZone(base.zone()), base.privacy().periods());
  }

  @Override
  public void mount(RouteTable routes) {
    new DepartureRoutes(departures, base.people().members()).mount(routes);
    var clock = base.clock().withZone(base.zone());
    var parcels = new Parcels(base.vertx(), base.database(), clock, PrivacyWiring::told);
    new DataRoutes(parcels, base.privacy().periods()).mount(routes);
  }

  private static String told(String kind, JsonObject data, Words words) {
    var message = Wording.of(kind, data, words);
    return (message.title() + " " + message.text()).strip();
  }

  @Override
  public Future<Void> everyMinute() {
    return departures.sweep();
  }

  @Override
  public Future<Void> everyHour() {
    return erasure.followUp().eventually(ageing::turn);
  }
}
