package coop.maillon.booking.closure;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.BiFunction;

/** The pages on which coordinators close and open again. Looking at a plan is a GET: it does nothing. */
public final class ClosureRoutes {

  private static final String HOME = "/manage/closures";

  private final Closures closures;
  private final Catalogues catalogues;

  public ClosureRoutes(Closures closures, Catalogues catalogues) {
    this.closures = closures;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(HOME, Access.COORDINATOR, this::list);
    routes.get(HOME + "/new", Access.COORDINATOR, this::form);
    routes.post(HOME, Access.COORDINATOR, this::close);
    routes.post(HOME + "/:id/undo", Access.COORDINATOR, ask -> act(ask, closures::undo));
    routes.post(HOME + "/:id/lifting", Access.COORDINATOR, ask -> act(ask, closures::lift));
  }

  private Future<Answer> list(Ask ask) {
    return closures
        .of(ask.who())
        .compose(found -> catalogues
            .fresh()
            .map(catalogue ->
                Answer.page("manage/closures", ClosuresPage.of(ask, found, catalogue))));
  }

  private Future<Answer> form(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      if (ask.query("start-date").isEmpty()) {
        return succeededFuture(
            Answer.page("manage/closure", page(ask, ClosureForm.blank(ask, catalogue), catalogue)));
      }
      var read = ClosureForm.ofQuery(ask, catalogue);
      var told = new Told(ask, read, catalogue);
      return read.wish()
          .map(wish -> closures.plan(ask.who(), wish).map(outcome -> outcome.tell(told)))
          .orElseGet(() -> succeededFuture(told.refused()));
    });
  }

  private Future<Answer> close(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      var read = ClosureForm.ofForm(ask, catalogue);
      var told = new Told(ask, read, catalogue);
      return read.wish()
          .map(wish -> closures.apply(ask.who(), wish).map(outcome -> outcome.tell(told)))
          .orElseGet(() -> succeededFuture(told.refused()));
    });
  }

  private Future<Answer> act(Ask ask, BiFunction<Who, ClosureId, Future<ClosureOutcome>> act) {
    String id = ask.path("id");
    return id.matches("[0-9]{1,18}")
        ? act.apply(ask.who(), new ClosureId(Long.parseLong(id)))
            .compose(outcome -> catalogues
                .fresh()
                .map(catalogue ->
                    outcome.tell(new Told(ask, ClosureForm.ofForm(ask, catalogue), catalogue))))
        : succeededFuture(Answer.notFound());
  }

  private static ClosurePage page(Ask ask, ClosureForm form, Catalogue catalogue) {
    return ClosurePage.of(ask, form, catalogue, Optional.empty());
  }

  /** How each outcome reads to a person. */
  private record Told(Ask ask, ClosureForm.Read read, Catalogue catalogue)
      implements ClosureOutcome.Cases<Answer> {

    Answer refused() {
      return Answer.refused("manage/closure", page(ask, read.typed(), catalogue));
    }

    @Override
    public Answer planned(ClosureOutcome.Planned planned) {
      var plan = PlanPage.of(ask.words(), read.wish().orElseThrow(), planned);
      return Answer.page(
          "manage/closure", ClosurePage.of(ask, read.typed(), catalogue, Optional.of(plan)));
    }

    @Override
    public Answer closed(ClosureOutcome.Closed closed) {
      return Answer.seeOther(HOME)
          .saying(
              ask.words().say("closure.done", "count", closed.plan().touched().size()),
              HOME + "/" + closed.id() + "/undo",
              ask.words().say("closure.undo"));
    }

    @Override
    public Answer open(ClosureOutcome.Open open) {
      return Answer.seeOther(HOME)
          .saying(
              open.lost().isEmpty()
                  ? ask.words().say("closure.opened")
                  : ask.words().say("closure.opened.lost", "count", open.lost().size()));
    }

    @Override
    public Answer notNow(ClosureOutcome.NotNow notNow) {
      String sentence = ask.words().say("closure.state." + notNow.why());
      if (!notNow.why().equals("past")) {
        return Answer.seeOther(HOME).saying(sentence);
      }
      var typed = read.typed();
      var again = new ClosureForm(
          typed.what(),
          typed.startDate(),
          typed.startTime(),
          typed.endDate(),
          typed.endTime(),
          typed.reason(),
          java.util.Map.of("end-date", sentence));
      return Answer.refused("manage/closure", page(ask, again, catalogue));
    }

    @Override
    public Answer missing(ClosureOutcome.Missing missing) {
      return Answer.notFound();
    }

    @Override
    public Answer forbidden(ClosureOutcome.Forbidden forbidden) {
      return Answer.forbidden();
    }
  }
}
