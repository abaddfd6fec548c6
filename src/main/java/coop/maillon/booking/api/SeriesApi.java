package coop.maillon.booking.api;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.SeriesId;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.booking.series.SeriesReads;
import coop.maillon.booking.series.SeriesView;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Series under `/api/v1`: their dates, and dates that come back. */
public final class SeriesApi {

  private final SeriesBookings series;
  private final SeriesReads reads;

  public SeriesApi(SeriesBookings series, SeriesReads reads) {
    this.series = series;
    this.reads = reads;
  }

  public void mount(RouteTable routes) {
    routes.get("/api/v1/series/:id", Access.SIGNED_IN, this::show);
    routes.post("/api/v1/series/:id/dates", Access.SIGNED_IN, this::add);
  }

  private Future<Answer> show(Ask ask) {
    return found(ask)
        .map(found ->
            found.map(view -> Answer.json(200, json(ask, view))).orElseGet(Answer::notFound));
  }

  private Future<Optional<SeriesView>> found(Ask ask) {
    return SeriesId.read(ask.path("id"))
        .map(id -> reads.find(ask.who(), id))
        .orElseGet(() -> succeededFuture(Optional.empty()));
  }

  private static JsonObject json(Ask ask, SeriesView view) {
    var booking = new BookingJson(view.catalogue(), ask.now());
    var dates = new JsonArray();
    for (SeriesView.Date date : view.dates()) {
      var booked = date.booking().filter(one -> date.standing() == SeriesView.Standing.BOOKED);
      dates.add(new JsonObject()
          .put("start", BookingJson.time(date.slot().start(), zone(view)))
          .put("end", BookingJson.time(date.slot().end(), zone(view)))
          .put("booking", booked.map(one -> booking.of(one, ask.who())).orElse(null)));
    }
    return new JsonObject().put("id", view.id().toString()).put("dates", dates);
  }

  private static ZoneId zone(SeriesView view) {
    return view.dates().stream()
        .flatMap(date -> date.booking().stream())
        .findFirst()
        .map(one -> view.catalogue().known(one.first().resource()).site().zone())
        .orElseThrow();
  }

  /** A date that is not booked, named by its start. */
  private Future<Answer> add(Ask ask) {
    Fields fields = Fields.ofJson(ask, "start").required("start");
    Optional<Instant> start = fields.instant("start");
    if (!fields.complete() || start.isEmpty()) {
      return succeededFuture(fields.refusal());
    }
    return found(ask)
        .compose(found -> found
            .map(view -> add(ask, view, start.get(), fields))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> add(Ask ask, SeriesView view, Instant start, Fields fields) {
    var wanted =
        view.dates().stream().filter(date -> date.slot().start().equals(start)).findFirst();
    if (wanted.isEmpty()) {
      return succeededFuture(fields.problem("start", "series.no-such-date").refusal());
    }
    return series
        .add(ask.who(), anchor(view), wanted.get().date())
        .map(outcome ->
            outcome.tell(new ApiAnswers(ask, new BookingJson(view.catalogue(), ask.now()), 201)));
  }

  private static BookingId anchor(SeriesView view) {
    return view.dates().stream()
        .flatMap(date -> date.booking().stream())
        .findFirst()
        .orElseThrow()
        .id();
  }
}
