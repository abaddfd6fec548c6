package coop.maillon.vehicle.handover;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.arriving.Entry;
import coop.maillon.booking.arriving.Moments;
import coop.maillon.booking.page.SlotWords;
import coop.maillon.vehicle.damage.DamageForm;
import coop.maillon.vehicle.damage.Effect;
import coop.maillon.vehicle.damage.Report;
import coop.maillon.vehicle.handover.Handovers.Found;
import coop.maillon.vehicle.handover.Handovers.Said;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A car at the kerb: taking it, bringing it back, the code of its key. */
public final class HandoverRoutes {

  static final String TEMPLATE = "vehicle/handover";

  private final Handovers handovers;
  private final DamageForm form;

  public HandoverRoutes(Handovers handovers, DamageForm form) {
    this.handovers = handovers;
    this.form = form;
  }

  public void mount(RouteTable routes) {
    routes.get("/bookings/:id/taking", Access.SIGNED_IN, this::taking);
    routes.uploads("/bookings/:id/taking", Access.SIGNED_IN, DamageForm.SIZES, this::take);
    routes.get("/bookings/:id/return", Access.SIGNED_IN, this::returning);
    routes.uploads("/bookings/:id/return", Access.SIGNED_IN, DamageForm.SIZES, this::giveBack);
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

  private Future<Answer> said(HandoverPages pages, Function<Said, Future<BookingOutcome>> act) {
    var fields = Fields.of(pages.ask());
    return seen(pages.ask(), fields)
        .compose(seen -> HandoverForm.read(fields, pages.way(), pages.found().sheet())
            .read()
            .map(handover -> act(pages, new Said(handover, seen), act))
            .orElseGet(
                () -> succeededFuture(Answer.refused(TEMPLATE, pages.refused(fields.problems())))));
  }

  /** What is newly damaged, where something is. */
  private Future<Optional<Report>> seen(Ask ask, Fields fields) {
    return ask.form("damage")
            .filter(Handover.word(Handover.Damage.SOMETHING)::equals)
            .isPresent()
        ? form.read(ask, fields)
        : succeededFuture(Optional.empty());
  }

  private Future<Answer> act(
      HandoverPages pages, Said said, Function<Said, Future<BookingOutcome>> act) {
    return handovers.isLeft(pages.found(), said)
        ? leave(pages, said)
        : act.apply(said)
            .compose(outcome -> effect(pages, said, outcome)
                .map(effect -> outcome.tell(new HandoverAnswers(
                    pages, booking -> told(new Done(pages, said, effect), booking)))));
  }

  private Future<Answer> leave(HandoverPages pages, Said said) {
    var found = pages.found();
    return Moments.againstComing(found.booking(), pages.ask().now())
        .map(why -> succeededFuture(
            why.tell(new HandoverAnswers(pages, booking -> Answer.seeOther(pages.next())))))
        .orElseGet(() -> handovers
            .leave(pages.ask().who(), found, said)
            .map(effect -> Answer.seeOther(pages.next())
                .saying(effect.sentence(pages.ask().words(), found.car().name()))));
  }

  private Future<Optional<Effect>> effect(HandoverPages pages, Said said, BookingOutcome outcome) {
    return outcome instanceof BookingOutcome.Done
        ? handovers.effect(pages.ask().who(), pages.found(), said)
        : succeededFuture(Optional.empty());
  }

  /** What was said, and what came of it. */
  private record Done(HandoverPages pages, Said said, Optional<Effect> effect) {}

  private static Answer told(Done done, Booking booking) {
    var car = done.pages().found().car();
    var words = done.pages().ask().words();
    var when = new SlotWords(words, car.site().zone());
    String sentence = words.say(
        done.said().handover().isReturn() ? "stay.went" : "stay.came",
        Map.of("resource", car.name(), "end", when.time(booking.slot().end())));
    return Answer.seeOther(done.pages().next())
        .saying(done.effect()
            .map(effect -> sentence + " " + effect.sentence(words, car.name()))
            .orElse(sentence));
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
