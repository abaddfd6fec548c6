package coop.maillon.vehicle.fleet;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** One click keeps the car that one has for now. */
public final class KeepingRoutes {

  private final Keeping keeping;
  private final Catalogues catalogues;

  public KeepingRoutes(Keeping keeping, Catalogues catalogues) {
    this.keeping = keeping;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.post("/bookings/:id/car", Access.SIGNED_IN, this::keep);
  }

  private Future<Answer> keep(Ask ask) {
    return BookingId.read(ask.path("id"))
        .map(id -> catalogues
            .fresh()
            .compose(catalogue ->
                keeping.keep(ask.who(), id).map(outcome -> answer(ask, outcome, catalogue))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static Answer answer(Ask ask, BookingOutcome outcome, Catalogue catalogue) {
    if (outcome instanceof BookingOutcome.Done done) {
      String name = catalogue.known(done.booking().first().resource()).name();
      return Answer.seeOther("/bookings/" + done.booking().id())
          .saying(ask.words().say("booking.show.any-car.kept", "name", name));
    }
    return outcome instanceof BookingOutcome.Forbidden ? Answer.forbidden() : Answer.notFound();
  }
}
