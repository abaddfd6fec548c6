package coop.maillon.booking.arriving;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.api.ApiAnswers;
import coop.maillon.booking.api.BookingJson;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Coming, staying and going under `/api/v1`. */
public final class ArrivingApi {

  private final Arrivals arrivals;
  private final Catalogues catalogues;
  private final Saying saying;

  /** What a program may say of a vehicle along with it, which those know who know vehicles. */
  public interface Saying {

    Alongside coming(Who who, Fields fields);

    Alongside going(Who who, Fields fields);
  }

  public ArrivingApi(Arrivals arrivals, Catalogues catalogues, Saying saying) {
    this.arrivals = arrivals;
    this.catalogues = catalogues;
    this.saying = saying;
  }

  public void mount(RouteTable routes) {
    routes.post("/api/v1/bookings/:id/check-in", Access.SIGNED_IN, this::checkIn);
    routes.post("/api/v1/bookings/:id/check-out", Access.SIGNED_IN, this::checkOut);
    routes.post("/api/v1/bookings/:id/extension", Access.SIGNED_IN, this::extend);
  }

  private Future<Answer> checkIn(Ask ask) {
    Fields fields = readable(ask);
    Alongside said = saying.coming(ask.who(), fields);
    return act(ask, fields, id -> arrivals.checkIn(ask.who(), id, said));
  }

  private Future<Answer> checkOut(Ask ask) {
    Fields fields = readable(ask);
    Alongside said = saying.going(ask.who(), fields);
    return act(ask, fields, id -> arrivals.checkOut(ask.who(), id, said));
  }

  private static Fields readable(Ask ask) {
    return Fields.ofJson(ask, "odometerKm", "socPct", "plugged");
  }

  private Future<Answer> extend(Ask ask) {
    Fields fields = Fields.ofJson(ask, "end").required("end");
    Optional<Instant> end = fields.instant("end");
    var latest = ask.now().plus(Duration.ofDays(BookingRequest.LONGEST_DAYS));
    if (end.filter(latest::isBefore).isPresent()) {
      fields.problem("end", "field.window", "days", BookingRequest.LONGEST_DAYS);
    }
    return act(ask, fields, id -> arrivals.extend(ask.who(), id, end.orElseThrow()));
  }

  private Future<Answer> act(
      Ask ask, Fields fields, Function<BookingId, Future<BookingOutcome>> act) {
    if (!fields.complete()) {
      return succeededFuture(fields.refusal());
    }
    return BookingId.read(ask.path("id"))
        .map(id -> act.apply(id).compose(outcome -> told(ask, outcome)))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private Future<Answer> told(Ask ask, BookingOutcome outcome) {
    return catalogues
        .fresh()
        .map(catalogue ->
            outcome.tell(new ApiAnswers(ask, new BookingJson(catalogue, ask.now()), 200)));
  }
}
