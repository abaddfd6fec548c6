package coop.maillon.vehicle.outlook;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.free.Alternative;
import coop.maillon.vehicle.State;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Headers;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether a car will be full enough for a booking, and one click to what else there is. */
public final class OutlookRoutes {

  private static final String TEMPLATE = "vehicle/charge";

  private final Rescues rescues;

  public OutlookRoutes(Rescues rescues) {
    this.rescues = rescues;
  }

  public void mount(RouteTable routes) {
    routes.get("/bookings/:id/charge", Access.SIGNED_IN, ask -> found(ask, one -> show(ask, one)));
    routes.post(
        "/bookings/:id/charge", Access.SIGNED_IN, ask -> found(ask, one -> shorten(ask, one)));
  }

  private Future<Answer> show(Ask ask, Plight plight) {
    return page(ask, plight, Optional.empty()).map(page -> Answer.page(TEMPLATE, page));
  }

  /** Ways out are looked for where there is something to get out of. */
  private Future<ChargePage> page(Ask ask, Plight plight, Optional<String> why) {
    boolean isShort = plight.state().filter(state -> state != State.OK).isPresent();
    return (isShort ? rescues.ways(ask.who(), plight) : succeededFuture(List.<Alternative>of()))
        .map(ways -> ChargePage.of(ask, plight, ways, why));
  }

  private Future<Answer> shorten(Ask ask, Plight plight) {
    if (plight.mostKm() == 0) {
      return refused(ask, plight, ask.words().say("charge.nowhere"), 409);
    }
    return rescues
        .shorten(ask.who(), plight)
        .compose(outcome -> outcome instanceof BookingOutcome.Done
            ? succeededFuture(Answer.seeOther("/bookings/" + plight.booking().id())
                .saying(ask.words().say("charge.shortened", "km", plight.mostKm())))
            : refused(ask, plight, why(outcome, ask), 409));
  }

  private static String why(BookingOutcome outcome, Ask ask) {
    return outcome instanceof BookingOutcome.Against against
        ? against.violations().stream()
            .map(one -> one.sentence(ask.words()))
            .findFirst()
            .orElse("")
        : ask.words().say("booking.state.changed");
  }

  private Future<Answer> refused(Ask ask, Plight plight, String why, int status) {
    return page(ask, plight, Optional.of(why))
        .map(page -> new Answer.Page(status, TEMPLATE, page, Headers.NONE));
  }

  private Future<Answer> found(Ask ask, Function<Plight, Future<Answer>> act) {
    return BookingId.read(ask.path("id"))
        .map(id -> rescues
            .find(ask.who(), id)
            .compose(found -> found
                .map(one -> Visibility.of(one.booking(), ask.who(), one.read().catalogue())
                        .mayChange()
                    ? act.apply(one)
                    : succeededFuture(Answer.forbidden()))
                .orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }
}
