package coop.maillon.booking.api;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingFilter;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.series.Recurrence;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.booking.series.SeriesRequest;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bookings under `/api/v1`. */
public final class BookingApi {

  private final Bookings bookings;
  private final SeriesBookings series;
  private final ScopedActs scoped;
  private final BookingReads reads;
  private final BookingAsks asks;
  private final Catalogues catalogues;

  /** What programs do bookings with. */
  public record Doing(Bookings bookings, SeriesBookings series, BookingReads reads) {}

  public BookingApi(Doing doing, BookingAsks asks, Catalogues catalogues) {
    bookings = doing.bookings();
    series = doing.series();
    reads = doing.reads();
    scoped = new ScopedActs(series, reads);
    this.asks = asks;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.post("/api/v1/bookings", Access.SIGNED_IN, this::place);
    routes.get("/api/v1/bookings", Access.SIGNED_IN, this::list);
    routes.get("/api/v1/bookings/:id", Access.SIGNED_IN, this::show);
    routes.patch("/api/v1/bookings/:id", Access.SIGNED_IN, this::change);
    routes.post("/api/v1/bookings/:id/cancellation", Access.SIGNED_IN, this::cancel);
    routes.post("/api/v1/bookings/:id/undo", Access.SIGNED_IN, this::undo);
    routes.post("/api/v1/bookings/:id/approval", Access.COORDINATOR, this::approve);
  }

  /**
   * Read on the catalogue at hand, which the booking itself holds against the newest; a refusal only on the newest, and the
   * dates of a rule too, which are counted in the site's time.
   */
  private Future<Answer> place(Ask ask) {
    var read = ask.body().containsKey("rrule") ? catalogues.fresh() : catalogues.atHand();
    return read.compose(known -> asks.placing(ask, known))
        .compose(asked -> asked.fold(
            placing -> place(ask, placing),
            refusal -> catalogues
                .fresh()
                .compose(newest -> asks.placing(ask, newest))
                .compose(
                    again -> again.fold(placing -> place(ask, placing), Future::succeededFuture))));
  }

  private Future<Answer> place(Ask ask, BookingAsks.Placing placing) {
    return placing
        .recurrence()
        .map(rule -> repeat(ask, placing, rule))
        .orElseGet(() -> place(ask, placing.request()));
  }

  private Future<Answer> repeat(Ask ask, BookingAsks.Placing placing, Recurrence rule) {
    return catalogues.atHand().compose(catalogue -> {
      var answers = new SeriesAnswers(ask, catalogue, rule.zone(), 201);
      var wanted = new SeriesRequest(
          placing.request(),
          rule,
          placing.conflict(),
          Map.of(),
          done -> answers.json(done).encode());
      return series.place(wanted).map(outcome -> outcome.tell(answers));
    });
  }

  private Future<Answer> place(Ask ask, BookingRequest request) {
    return bookings
        .place(request)
        .compose(outcome ->
            catalogues.atHand().map(catalogue -> answer(ask, catalogue, Act.PLACED, outcome)));
  }

  private Future<Answer> change(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> asks.changing(ask, catalogue)
            .fold(
                asked -> withId(
                    ask,
                    id -> reads
                        .find(ask.who(), id)
                        .compose(found -> found
                            .map(read -> change(ask, asked, read))
                            .orElseGet(() -> succeededFuture(Answer.notFound())))),
                Future::succeededFuture));
  }

  private Future<Answer> change(Ask ask, ChangingAsk asked, BookingReads.Read read) {
    if (!Visibility.of(read.booking(), ask.who(), read.catalogue()).mayChange()) {
      return succeededFuture(Answer.forbidden());
    }
    return asked
        .of(read.booking())
        .fold(
            change -> asked.reach().isMany(read.booking())
                ? scoped.change(ask, change, asked.reach())
                : bookings
                    .change(change)
                    .map(outcome -> answer(ask, read.catalogue(), Act.CHANGED, outcome)),
            Future::succeededFuture);
  }

  private Future<Answer> cancel(Ask ask) {
    Fields fields = Fields.ofJson(ask, "scope", "onConflict");
    var reach = ScopedActs.Reach.read(fields);
    return fields.complete()
        ? withId(
            ask,
            id -> reads
                .find(ask.who(), id)
                .compose(found ->
                    found.filter(read -> reach.isMany(read.booking())).isPresent()
                        ? scoped.cancel(ask, id, reach)
                        : withCatalogue(ask, one -> bookings.cancel(ask.who(), one))))
        : succeededFuture(fields.refusal());
  }

  private Future<Answer> undo(Ask ask) {
    Fields fields = Fields.ofJson(ask);
    return fields.complete()
        ? withId(
            ask,
            id -> reads
                .find(ask.who(), id)
                .compose(found -> found
                        .filter(read -> read.booking().course().act().isPresent())
                        .isPresent()
                    ? scoped.undo(ask, id)
                    : withCatalogue(ask, one -> bookings.undo(ask.who(), one))))
        : succeededFuture(fields.refusal());
  }

  private Future<Answer> approve(Ask ask) {
    Fields fields = Fields.ofJson(ask, "approved", "reason").required("approved");
    boolean approved = fields.flag("approved");
    String reason = fields.text("reason").max(500).optional().orElse("");
    if (!fields.complete()) {
      return succeededFuture(fields.refusal());
    }
    return withCatalogue(
        ask,
        id -> approved ? bookings.approve(ask.who(), id) : bookings.reject(ask.who(), id, reason));
  }

  private Future<Answer> withCatalogue(
      Ask ask, java.util.function.Function<BookingId, Future<BookingOutcome>> act) {
    return withId(
        ask,
        id -> act.apply(id)
            .compose(outcome ->
                catalogues.fresh().map(catalogue -> answer(ask, catalogue, Act.CHANGED, outcome))));
  }

  private static Future<Answer> withId(
      Ask ask, java.util.function.Function<BookingId, Future<Answer>> found) {
    return BookingId.read(ask.path("id"))
        .map(found)
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private Future<Answer> show(Ask ask) {
    return withId(
        ask,
        id -> reads
            .find(ask.who(), id)
            .map(found -> found
                .map(read -> shown(
                    read.booking(), json(ask, read.catalogue()).of(read.booking(), ask.who())))
                .orElseGet(Answer::notFound)));
  }

  private Future<Answer> list(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> asks.listing(ask, catalogue)
            .fold(
                filter -> reads.list(ask.who(), filter).map(all -> page(ask, filter, all)),
                Future::succeededFuture));
  }

  private static Answer page(Ask ask, BookingFilter filter, BookingReads.ReadAll all) {
    BookingJson json = json(ask, all.catalogue());
    List<Booking> wanted = all.bookings();
    boolean more = wanted.size() == filter.limit();
    List<Booking> shown = more ? wanted.subList(0, filter.limit() - 1) : wanted;
    var items = new JsonArray();
    shown.forEach(booking -> items.add(json.of(booking, ask.who())));
    Optional<String> next =
        more ? Optional.of(cursor(shown.get(shown.size() - 1))) : Optional.empty();
    return Answer.json(200, new JsonObject().put("items", items).put("next", next.orElse(null)));
  }

  private static String cursor(Booking last) {
    return new BookingFilter.Cursor(last.slot().start(), last.id()).word();
  }

  /** What was done, which decides how success is told. */
  private enum Act {
    PLACED,
    CHANGED
  }

  private static Answer answer(Ask ask, Catalogue catalogue, Act act, BookingOutcome outcome) {
    return outcome.tell(new ApiAnswers(ask, json(ask, catalogue), act == Act.PLACED ? 201 : 200));
  }

  private static Answer shown(Booking booking, JsonObject json) {
    return Answer.json(200, json).with("ETag", "\"" + booking.version() + "\"");
  }

  private static BookingJson json(Ask ask, Catalogue catalogue) {
    return new BookingJson(catalogue, ask.now());
  }
}
