package coop.maillon.problem;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Site;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** The roster of duty, site by site. */
public final class DutyRoutes {

  private static final String HOME = "/manage/duty";

  private final Duties duties;
  private final Catalogues catalogues;

  public DutyRoutes(Duties duties, Catalogues catalogues) {
    this.duties = duties;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(HOME, Access.COORDINATOR, ask -> at(ask, ask.query("site"), show(ask)));
    routes.post(HOME, Access.COORDINATOR, ask -> at(ask, ask.form("site"), set(ask)));
  }

  private Future<Answer> at(
      Ask ask, Optional<String> slug, BiFunction<Site, Catalogue, Future<Answer>> act) {
    return catalogues
        .fresh()
        .compose(catalogue -> slug.map(catalogue::site)
            .orElseGet(() -> coordinated(ask, catalogue).stream().findFirst())
            .map(site -> ask.who().mayCoordinate(site.id().value())
                ? act.apply(site, catalogue)
                : succeededFuture(Answer.forbidden()))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private BiFunction<Site, Catalogue, Future<Answer>> show(Ask ask) {
    return (site, catalogue) -> duties
        .of(site.id().value(), DutyPage.monday(ask, site))
        .map(roster -> Answer.page(
            "problem/duty", DutyPage.of(ask, site, coordinated(ask, catalogue), roster)));
  }

  private BiFunction<Site, Catalogue, Future<Answer>> set(Ask ask) {
    return (site, catalogue) -> duties
        .set(
            site.id().value(), weeks(ask, DutyPage.monday(ask, site)), ask.who().id())
        .map(done -> Answer.seeOther(HOME + "?site=" + site.slug())
            .saying(ask.words().say("problem.duty.saved")));
  }

  private static List<Duties.Week> weeks(Ask ask, LocalDate first) {
    return IntStream.range(0, DutyPage.WEEKS)
        .mapToObj(first::plusWeeks)
        .filter(monday -> ask.form("member-" + monday).isPresent())
        .map(monday -> new Duties.Week(
            monday, person(ask, "member-" + monday), person(ask, "substitute-" + monday)))
        .toList();
  }

  private static Optional<Long> person(Ask ask, String field) {
    return ask.form(field).filter(id -> id.matches("[0-9]{1,18}")).map(Long::valueOf);
  }

  private static List<Site> coordinated(Ask ask, Catalogue catalogue) {
    return catalogue.sites().stream()
        .filter(site -> ask.who().mayCoordinate(site.id().value()))
        .toList();
  }
}
