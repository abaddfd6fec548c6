package coop.maillon.booking.repeat;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.series.Outlook;
import coop.maillon.booking.series.Scope;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.booking.series.SeriesOutcome;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Headers;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.function.Function;

/**
 * Doing something with several dates of a series, in two steps: each date with what would become of it, then the act. And a
 * date that comes back.
 */
public final class SeriesActRoutes {

  private final SeriesBookings series;
  private final BookingReads reads;

  public SeriesActRoutes(SeriesBookings series, BookingReads reads) {
    this.series = series;
    this.reads = reads;
  }

  public void mount(RouteTable routes) {
    routes.get("/bookings/:id/series", Access.SIGNED_IN, ask -> form(ask, this::look));
    routes.post("/bookings/:id/series", Access.SIGNED_IN, ask -> form(ask, this::act));
    routes.post("/bookings/:id/series/dates", Access.SIGNED_IN, ask -> form(ask, this::add));
  }

  private Future<Answer> form(Ask ask, Function<SeriesActForm, Future<Answer>> act) {
    return BookingId.read(ask.path("id"))
        .map(id -> reads
            .find(ask.who(), id)
            .compose(found -> found
                .map(read -> form(new SeriesActForm(ask, read), act))
                .orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static Future<Answer> form(
      SeriesActForm form, Function<SeriesActForm, Future<Answer>> act) {
    var booking = form.read().booking();
    if (!Visibility.of(booking, form.ask().who(), form.read().catalogue()).mayChange()) {
      return succeededFuture(Answer.forbidden());
    }
    return booking.course().series().isPresent()
        ? act.apply(form)
        : succeededFuture(Answer.seeOther(at(booking.id())));
  }

  private static String at(BookingId id) {
    return "/bookings/" + id;
  }

  private Future<Answer> look(SeriesActForm form) {
    boolean isReadable =
        form.scope() != Scope.ONE && (!form.isMove() || form.change().isPresent());
    return isReadable
        ? page(form, 200)
        : succeededFuture(Answer.seeOther(at(form.read().booking().id())));
  }

  private Future<Answer> page(SeriesActForm form, int status) {
    return outlook(form)
        .map(all -> all.refusal()
            .map(why -> elsewhere(form, why))
            .orElseGet(() -> new Answer.Page(
                status, "series/act", SeriesActPage.of(form, all.dates()), Headers.NONE)));
  }

  private Future<Outlook.All> outlook(SeriesActForm form) {
    var booking = form.read().booking().id();
    return form.isMove()
        ? series.outlook(form.change().orElseThrow())
        : series.outlook(form.ask().who(), booking, form.scope());
  }

  /** Nothing can be said of any date: the booking says where it stands. */
  private static Answer elsewhere(SeriesActForm form, BookingOutcome why) {
    var words = form.ask().words();
    String state = why instanceof BookingOutcome.NotNow notNow ? notNow.why() : "changed";
    return Answer.seeOther(at(form.read().booking().id()))
        .saying(words.say("booking.state." + state));
  }

  private Future<Answer> act(SeriesActForm form) {
    if (form.scope() == Scope.ONE || (form.isMove() && form.change().isEmpty())) {
      return succeededFuture(Answer.seeOther(at(form.read().booking().id())));
    }
    var booking = form.read().booking().id();
    var act = form.isMove()
        ? series.change(form.change().orElseThrow())
        : series.cancel(form.ask().who(), booking, form.scope(), form.conflict());
    return act.compose(outcome -> outcome.tell(new Answers(form)));
  }

  /** What each thing that may come of it is answered. */
  private final class Answers implements SeriesOutcome.Cases<Future<Answer>> {

    private final SeriesActForm form;

    Answers(SeriesActForm form) {
      this.form = form;
    }

    @Override
    public Future<Answer> done(SeriesOutcome.Done done) {
      var path = at(form.read().booking().id());
      return succeededFuture(Answer.seeOther(path)
          .saying(said(done), path + "/undo", form.ask().words().say("booking.show.undo")));
    }

    private String said(SeriesOutcome.Done done) {
      var words = form.ask().words();
      boolean asks =
          done.bookings().stream().map(Booking::status).anyMatch(BookingStatus.PENDING::equals);
      String key = form.isMove() ? asks ? "series.asked" : "series.moved" : "series.cancelled";
      String left = done.refused().isEmpty()
          ? ""
          : " " + words.say("series.left", "count", done.refused().size());
      return words.say(key, "count", done.bookings().size()) + left;
    }

    @Override
    public Future<Answer> none(SeriesOutcome.None none) {
      return page(form, 409);
    }

    @Override
    public Future<Answer> other(SeriesOutcome.Other other) {
      return succeededFuture(elsewhere(form, other.outcome()));
    }
  }

  private Future<Answer> add(SeriesActForm form) {
    var booking = form.read().booking();
    return PlaceWord.date(form.text("date"))
        .map(date -> series
            .add(form.ask().who(), booking.id(), date)
            .map(outcome -> outcome.tell(new AddedAnswers(form))))
        .orElseGet(() -> succeededFuture(Answer.seeOther(at(booking.id()))));
  }
}
