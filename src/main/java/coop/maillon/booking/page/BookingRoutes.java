package coop.maillon.booking.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.arriving.Arrivals;
import coop.maillon.booking.arriving.OneCar;
import coop.maillon.booking.page.BookingPages.Asked;
import coop.maillon.booking.repeat.SeriesFork;
import coop.maillon.booking.series.SeriesReads;
import coop.maillon.db.Sql;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.LocalPath;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A booking's page, and what its buttons do. */
final class BookingRoutes {

  private static final Set<String> DONE_BEFORE = Set.of("arrived", "over", "not-longer");

  private final PersonStore people = new PersonStore();
  private final Sql sql;
  private final Bookings bookings;
  private final BookingReads reads;
  private final MoveForms moves;
  private final SeriesReads dated;
  private final SeriesFork fork;
  private final Arrivals arrivals;

  BookingRoutes(Sql sql, Pages.Doing doing) {
    this.sql = sql;
    this.bookings = doing.bookings();
    this.reads = doing.reads();
    this.arrivals = doing.arrivals();
    this.moves = new MoveForms(bookings);
    this.dated = doing.dated();
    this.fork = new SeriesFork(doing.series());
  }

  void mount(RouteTable routes) {
    routes.get("/bookings/:id", Access.SIGNED_IN, this::show);
    routes.post("/bookings/:id/cancellation", Access.SIGNED_IN, this::cancel);
    routes.post("/bookings/:id/undo", Access.SIGNED_IN, this::undo);
    routes.post("/bookings/:id/move", Access.SIGNED_IN, this::move);
    routes.post("/bookings/:id/details", Access.SIGNED_IN, this::details);
    routes.post("/bookings/:id/approval", Access.COORDINATOR, this::decide);
    routes.post("/bookings/:id/check-in", Access.SIGNED_IN, this::checkIn);
    routes.post("/bookings/:id/check-out", Access.SIGNED_IN, this::checkOut);
    routes.post("/bookings/:id/extension", Access.SIGNED_IN, this::extend);
  }

  private Future<Answer> show(Ask ask) {
    return BookingId.read(ask.path("id"))
        .map(id -> dated
            .find(ask.who(), id)
            .compose(found -> found
                .map(one ->
                    page(ask, one, Asked.NOTHING).map(page -> Answer.page("booking/show", page)))
                .orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private Future<Answer> cancel(Ask ask) {
    return found(
        ask,
        read -> SeriesFork.isMany(ask, read.booking())
            ? succeededFuture(SeriesFork.cancelling(ask, read.booking()))
            : cancel(ask, read));
  }

  private Future<Answer> cancel(Ask ask, BookingReads.Read read) {
    return bookings
        .cancel(ask.who(), read.booking().id())
        .compose(outcome -> answered(
            ask,
            read,
            outcome,
            done -> Answer.seeOther(at(done))
                .saying(
                    about(ask, read, "booking.cancelled", done),
                    at(done) + "/undo",
                    ask.words().say("booking.show.undo"))));
  }

  private Future<Answer> undo(Ask ask) {
    return found(
        ask,
        read -> SeriesFork.wasMany(read.booking())
            ? fork.undo(ask, read, outcome -> restored(ask, read, outcome))
            : bookings
                .undo(ask.who(), read.booking().id())
                .compose(outcome -> restored(ask, read, outcome)));
  }

  private Future<Answer> restored(Ask ask, BookingReads.Read read, BookingOutcome outcome) {
    return answered(
        ask,
        read,
        outcome,
        done -> Answer.seeOther(at(done)).saying(about(ask, read, "booking.restored", done)));
  }

  private Future<Answer> move(Ask ask) {
    return changeable(
        ask,
        read -> moves
            .move(ask, read)
            .compose(moved -> moved
                .outcome()
                .map(outcome -> answered(ask, read, moved.asked(), outcome))
                .or(() -> moved.elsewhere().map(Future::succeededFuture))
                .orElseGet(() -> refused(ask, read, moved.asked(), 422))));
  }

  private Future<Answer> answered(
      Ask ask, BookingReads.Read read, Asked asked, BookingOutcome outcome) {
    return outcome.tell(new ActAnswers(
        done -> Answer.seeOther(at(done))
            .saying(
                moves.sentence(ask, read, done),
                at(done) + "/undo",
                ask.words().say("booking.show.undo")),
        status -> refused(ask, read, asked.refused(outcome), status)));
  }

  private Future<Answer> details(Ask ask) {
    return changeable(
        ask,
        read -> new DetailsForms(sql)
            .read(ask, read.booking())
            .compose(form -> form.change()
                .map(change -> SeriesFork.isMany(ask, read.booking())
                    ? fork.describe(ask, change, outcome -> described(ask, read, outcome))
                    : bookings.change(change).compose(outcome -> described(ask, read, outcome)))
                .orElseGet(() -> refused(ask, read, Asked.of(form.typed()), 422))));
  }

  private Future<Answer> described(Ask ask, BookingReads.Read read, BookingOutcome outcome) {
    return answered(
        ask,
        read,
        outcome,
        done -> Answer.seeOther(at(done)).saying(ask.words().say("booking.details.done")));
  }

  private Future<Answer> decide(Ask ask) {
    return found(ask, read -> {
      boolean yes = ask.form("approved").filter("true"::equals).isPresent();
      String reason = ask.form("reason").map(String::strip).orElse("");
      var id = read.booking().id();
      var act = yes
          ? bookings.approve(ask.who(), id)
          : bookings.reject(ask.who(), id, reason.substring(0, Math.min(500, reason.length())));
      String key = yes ? "booking.decide.approved" : "booking.decide.rejected";
      return act.compose(outcome -> answered(
          ask,
          read,
          outcome,
          done ->
              Answer.seeOther(at(done)).saying(ask.words().say(key, "name", done.memberName()))));
    });
  }

  private Future<Answer> checkIn(Ask ask) {
    return found(
        ask,
        read -> carOf(ask, read, Visibility::mayArrive)
            .map(car -> Answer.seeOther(OneCar.takingOf(read.booking())))
            .map(Future::succeededFuture)
            .orElseGet(() -> arrivals
                .checkIn(ask.who(), read.booking().id())
                .compose(outcome -> stayed(ask, read, Asked.but(outcome), "stay.came"))));
  }

  /** There is more to be said of a car. */
  private static Optional<Resource> carOf(
      Ask ask, BookingReads.Read read, Predicate<Visibility> may) {
    return may.test(Visibility.of(read.booking(), ask.who(), read.catalogue()))
        ? OneCar.of(read.booking(), read.catalogue())
        : Optional.empty();
  }

  private Future<Answer> checkOut(Ask ask) {
    return found(
        ask,
        read -> carOf(ask, read, Visibility::mayChange)
            .map(car -> Answer.seeOther(OneCar.returnOf(read.booking())))
            .map(Future::succeededFuture)
            .orElseGet(() -> arrivals
                .checkOut(ask.who(), read.booking().id())
                .compose(outcome -> stayed(ask, read, Asked.but(outcome), "stay.went"))));
  }

  private Future<Answer> extend(Ask ask) {
    return found(ask, read -> {
      var present = read.booking().slot();
      Instant end = BookingRequest.slot(
              present.start().toString(), ask.form("end").orElse(""))
          .map(TimeSlot::end)
          .orElse(present.end());
      return arrivals
          .extend(ask.who(), read.booking().id(), end)
          .compose(outcome -> stayed(
              ask,
              read,
              Asked.staying(outcome, TimeSlot.between(present.end(), end)),
              "stay.stayed"));
    });
  }

  /** What was done before is told as done: it was the second click of two. */
  private Future<Answer> stayed(Ask ask, BookingReads.Read read, Asked asked, String key) {
    var outcome = asked.why().orElseThrow();
    var back = ask.form("next").flatMap(LocalPath::of).orElse(at(read.booking()));
    if (outcome instanceof BookingOutcome.NotNow why && DONE_BEFORE.contains(why.why())) {
      return succeededFuture(
          Answer.seeOther(back).saying(ask.words().say("booking.state." + why.why())));
    }
    return outcome.tell(new ActAnswers(
        done -> Answer.seeOther(back).saying(about(ask, read, key, done)),
        status -> refused(ask, read, asked, status)));
  }

  private Future<Answer> answered(
      Ask ask, BookingReads.Read read, BookingOutcome outcome, Function<Booking, Answer> done) {
    return outcome.tell(
        new ActAnswers(done, status -> refused(ask, read, Asked.but(outcome), status)));
  }

  /** The booking as it stands, with the reason why what was asked was not done; a piece of it for htmx. */
  private Future<Answer> refused(Ask ask, BookingReads.Read read, Asked asked, int status) {
    return dated
        .find(ask.who(), read.booking().id())
        .compose(found ->
            page(ask, found.orElseGet(() -> new SeriesReads.Dated(read, Optional.empty())), asked))
        .map(page -> ask.htmx()
            ? new Answer.Fragment(status, "booking/_refused", page, coop.maillon.web.Headers.NONE)
            : new Answer.Page(status, "booking/show", page, coop.maillon.web.Headers.NONE));
  }

  private Future<BookingPage> page(Ask ask, SeriesReads.Dated dated, Asked asked) {
    return people
        .around(sql, dated.read().booking(), ask.now())
        .map(around -> new BookingPages(ask, dated, around, asked).page());
  }

  private Future<Answer> found(Ask ask, Function<BookingReads.Read, Future<Answer>> act) {
    return BookingId.read(ask.path("id"))
        .map(id -> reads
            .find(ask.who(), id)
            .compose(found -> found.map(act).orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  /** Who may see it but not change it is told so before anything else is looked at. */
  private Future<Answer> changeable(Ask ask, Function<BookingReads.Read, Future<Answer>> act) {
    return found(
        ask,
        read -> Visibility.of(read.booking(), ask.who(), read.catalogue()).mayChange()
            ? act.apply(read)
            : succeededFuture(Answer.forbidden()));
  }

  private static String at(Booking booking) {
    return "/bookings/" + booking.id();
  }

  private static String about(Ask ask, BookingReads.Read read, String key, Booking booking) {
    var resource = read.catalogue().known(booking.first().resource());
    var said = new SlotWords(ask.words(), resource.site().zone());
    return ask.words()
        .say(
            key,
            Map.of(
                "resource",
                resource.name(),
                "when",
                said.whole(booking.slot()),
                "end",
                said.time(booking.slot().end())));
  }
}
