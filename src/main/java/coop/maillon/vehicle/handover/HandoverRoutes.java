package coop.maillon.vehicle.handover;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.arriving.Entry;
import coop.maillon.booking.page.SlotWords;
import coop.maillon.vehicle.handover.Handovers.Found;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** A car at the kerb: taking it, bringing it back, the code of its key. */
public final class HandoverRoutes {

  static final String TEMPLATE = "vehicle/handover";

  private final Handovers handovers;

  public HandoverRoutes(Handovers handovers) {
    this.handovers = handovers;
  }

  public void mount(RouteTable routes) {
    routes.get("/bookings/:id/taking", Access.SIGNED_IN, this::taking);
    routes.post("/bookings/:id/taking", Access.SIGNED_IN, this::take);
    routes.get("/bookings/:id/return", Access.SIGNED_IN, this::returning);
    routes.post("/bookings/:id/return", Access.SIGNED_IN, this::giveBack);
    routes.post("/bookings/:id/code", Access.SIGNED_IN, this::show);
  }

  private Future<Answer> taking(Ask ask) {
    return found(ask, Visibility::mayArrive, found -> page(ask, found, Handover.Way.TAKE));
  }

  private Future<Answer> returning(Ask ask) {
    return found(ask, Visibility::mayChange, found -> page(ask, found, Handover.Way.RETURN));
  }

  private static Future<Answer> page(Ask ask, Found found, Handover.Way way) {
    return succeededFuture(Answer.page(TEMPLATE, new HandoverPages(ask, found, way).page()));
  }

  private Future<Answer> take(Ask ask) {
    return found(
        ask,
        Visibility::mayArrive,
        found -> said(
            new HandoverPages(ask, found, Handover.Way.TAKE),
            said -> handovers.take(ask.who(), found, said)));
  }

  private Future<Answer> giveBack(Ask ask) {
    return found(
        ask,
        Visibility::mayChange,
        found -> said(
            new HandoverPages(ask, found, Handover.Way.RETURN),
            said -> handovers.giveBack(ask.who(), found, said)));
  }

  private static Future<Answer> said(
      HandoverPages pages, Function<Handover, Future<BookingOutcome>> act) {
    var form =
        HandoverForm.read(Fields.of(pages.ask()), pages.way(), pages.found().sheet());
    return form.read()
        .map(said -> act.apply(said)
            .map(outcome ->
                outcome.tell(new HandoverAnswers(pages, said, done -> told(pages, said, done)))))
        .orElseGet(() ->
            succeededFuture(Answer.refused(TEMPLATE, pages.refused(form.fields().problems()))));
  }

  /** Whoever saw damage says what it is, next. */
  private static Answer told(HandoverPages pages, Handover said, Booking booking) {
    var found = pages.found();
    boolean isDamaged =
        said.damage().filter(one -> one == Handover.Damage.SOMETHING).isPresent();
    String next = isDamaged
        ? "/problems/new?resource=" + found.car().slug() + "&next=" + pages.next()
        : pages.next();
    var when = new SlotWords(pages.ask().words(), found.car().site().zone());
    return Answer.seeOther(next)
        .saying(pages
            .ask()
            .words()
            .say(
                said.isReturn() ? "stay.went" : "stay.came",
                Map.of(
                    "resource",
                    found.car().name(),
                    "end",
                    when.time(booking.slot().end()))));
  }

  /** To whoever may have it, at the time when they may; the page says from when. */
  private Future<Answer> show(Ask ask) {
    return found(ask, Visibility::seesAccess, found -> {
      var way =
          found.booking().course().arrived().isPresent() ? Handover.Way.RETURN : Handover.Way.TAKE;
      var pages = new HandoverPages(ask, found, way);
      var resources = Acts.resources(found.booking(), found.read().catalogue());
      return new Entry(found.booking(), resources, ask.now()).code().isPresent()
          ? handovers
              .show(ask.who(), found)
              .map(done -> Answer.seeOther(pages.path() + "?next=" + pages.next()))
          : succeededFuture(Answer.conflict(TEMPLATE, pages.page()));
    });
  }

  private Future<Answer> found(
      Ask ask, Predicate<Visibility> may, Function<Found, Future<Answer>> act) {
    return BookingId.read(ask.path("id"))
        .map(id -> handovers
            .find(ask.who(), id)
            .compose(found -> found
                .map(one ->
                    may.test(Visibility.of(one.booking(), ask.who(), one.read().catalogue()))
                        ? act.apply(one)
                        : succeededFuture(Answer.forbidden()))
                .orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }
}
