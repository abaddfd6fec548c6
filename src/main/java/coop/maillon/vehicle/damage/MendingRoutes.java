package coop.maillon.vehicle.damage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.closure.ClosureOutcome;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** What coordinators do about the damage of their cars. */
public final class MendingRoutes {

  private static final String HOME = "/manage/vehicles/:slug/damage";
  private static final String ONE = HOME + "/:id";
  private static final String TEMPLATE = "vehicle/damages";
  private static final int LONGEST_WORD = 300;

  private final Damages damages;
  private final Outages outages;
  private final Catalogues catalogues;

  public MendingRoutes(Damages damages, Outages outages, Catalogues catalogues) {
    this.damages = damages;
    this.outages = outages;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(HOME, Access.COORDINATOR, ask -> found(ask, car -> page(ask, car, "")));
    routes.post(
        HOME + "/reopening", Access.COORDINATOR, ask -> found(ask, car -> shorten(ask, car)));
    routes.post(ONE + "/mending", Access.COORDINATOR, ask -> found(ask, car -> mend(ask, car)));
    routes.post(ONE + "/undo", Access.COORDINATOR, ask -> found(ask, car -> reopen(ask, car)));
    routes.post(ONE + "/severity", Access.COORDINATOR, ask -> found(ask, car -> weigh(ask, car)));
  }

  private Future<Answer> found(Ask ask, Function<Resource, Future<Answer>> act) {
    return catalogues
        .fresh()
        .compose(catalogue -> catalogue
            .resource(ask.path("slug"))
            .filter(Resource::isOneCar)
            .map(car -> ask.who().mayCoordinate(car.site().id().value())
                ? act.apply(car)
                : succeededFuture(Answer.forbidden()))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  /** @param problem why what was asked last was not done; may be empty */
  private Future<Answer> page(Ask ask, Resource car, String problem) {
    return damages.log(car).map(log -> {
      var page = MendingPage.of(ask, car, log, problem);
      return problem.isEmpty() ? Answer.page(TEMPLATE, page) : Answer.refused(TEMPLATE, page);
    });
  }

  private Future<Answer> mend(Ask ask, Resource car) {
    String word = Fields.of(ask).text("word").max(LONGEST_WORD).optional().orElse("");
    return numbered(
        ask,
        id -> damages
            .mend(ask.who(), car, id, word)
            .map(settled -> settled == Damages.Settled.MISSING
                ? Answer.notFound()
                : back(car)
                    .saying(
                        ask.words()
                            .say(
                                settled == Damages.Settled.OPENED
                                    ? "damages.mend.opened"
                                    : "damages.mend.done",
                                "name",
                                car.name()),
                        home(car) + "/" + id + "/undo",
                        ask.words().say("damages.mend.undo"))));
  }

  private Future<Answer> reopen(Ask ask, Resource car) {
    return numbered(
        ask, id -> damages.reopen(ask.who(), car, id).map(settled -> told(ask, car, settled)));
  }

  private Future<Answer> weigh(Ask ask, Resource car) {
    return ask.form("severity")
        .flatMap(Severity::named)
        .map(severity -> numbered(
            ask,
            id -> damages
                .weigh(ask.who(), car, id, severity)
                .map(settled -> told(ask, car, settled))))
        .orElseGet(() -> page(ask, car, ask.words().say("manage.problems")));
  }

  private static Answer told(Ask ask, Resource car, Damages.Settled settled) {
    return switch (settled) {
      case MISSING -> Answer.notFound();
      case NOTED -> back(car).saying(ask.words().say("damages.noted"));
      case CLOSED -> back(car).saying(ask.words().say("damages.noted.closed", "name", car.name()));
      case OPENED -> back(car).saying(ask.words().say("damages.mend.opened", "name", car.name()));
    };
  }

  private Future<Answer> shorten(Ask ask, Resource car) {
    var day = Fields.of(ask).date("day");
    return day.map(date -> outages
            .shorten(ask.who(), car, date)
            .compose(outcome -> outcome
                .filter(ClosureOutcome.Open.class::isInstance)
                .map(open -> succeededFuture(shortened(ask, car, date)))
                .orElseGet(() -> unshortened(ask, car))))
        .orElseGet(() -> unshortened(ask, car));
  }

  private static Answer shortened(Ask ask, Resource car, LocalDate day) {
    return back(car)
        .saying(ask.words().say("damages.shortened", "day", ask.words().day(day)));
  }

  private Future<Answer> unshortened(Ask ask, Resource car) {
    return page(ask, car, ask.words().say("damages.shorten.not"));
  }

  private static Future<Answer> numbered(Ask ask, Function<Long, Future<Answer>> act) {
    return Optional.of(ask.path("id"))
        .filter(id -> id.matches("[0-9]{1,18}"))
        .map(id -> act.apply(Long.valueOf(id)))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static Answer back(Resource car) {
    return Answer.seeOther(home(car));
  }

  private static String home(Resource car) {
    return "/manage/vehicles/" + car.slug() + "/damage";
  }
}
