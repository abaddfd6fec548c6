package coop.maillon.booking.trial;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The page on which coordinators ask what would come of a booking. Looking is a GET: it does nothing. */
public final class TrialRoutes {

  static final String HOME = "/manage/rule-test";

  private final Trials trials;
  private final Catalogues catalogues;
  private final Function<String, Future<Optional<Who>>> person;

  /** @param person finds an active member by id or by e-mail address */
  public TrialRoutes(
      Trials trials, Catalogues catalogues, Function<String, Future<Optional<Who>>> person) {
    this.trials = trials;
    this.catalogues = catalogues;
    this.person = person;
  }

  public void mount(RouteTable routes) {
    routes.get(HOME, Access.COORDINATOR, this::look);
  }

  private Future<Answer> look(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      var form = TrialForm.of(ask);
      return form.isAsked()
          ? asked(ask, catalogue, form)
          : succeededFuture(Answer.page("rules/trial", TrialPage.blank(ask, form, catalogue)));
    });
  }

  private Future<Answer> asked(Ask ask, Catalogue catalogue, TrialForm form) {
    var wanted = form.wanted(catalogue);
    if (wanted.isEmpty()) {
      return succeededFuture(Answer.notFound());
    }
    return isTheirs(ask.who(), wanted)
        ? person.apply(form.member()).compose(found -> judged(ask, catalogue, form, found))
        : succeededFuture(Answer.forbidden());
  }

  private Future<Answer> judged(Ask ask, Catalogue catalogue, TrialForm form, Optional<Who> found) {
    var read = form.read(ask, found, form.wanted(catalogue));
    return read.request()
        .map(request -> trials
            .of(request)
            .map(trial -> trial
                .map(one -> Answer.page(
                    "rules/trial", TrialPage.told(ask, form, new TrialWords(ask, form, one))))
                .orElseGet(Answer::notFound)))
        .orElseGet(() -> succeededFuture(Answer.refused(
            "rules/trial", TrialPage.unread(ask, form, catalogue, read.problems()))));
  }

  static boolean isTheirs(Who who, List<Resource> wanted) {
    return wanted.stream()
        .allMatch(resource -> who.mayCoordinate(resource.site().id().value()));
  }
}
