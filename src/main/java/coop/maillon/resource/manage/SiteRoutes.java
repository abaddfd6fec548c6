package coop.maillon.resource.manage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Site;
import coop.maillon.resource.rules.Typed;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The pages of sites: coordinators read the rules of theirs, administrators write them. */
public final class SiteRoutes {

  private static final String HOME = "/manage/sites";
  private static final String TEMPLATE = "manage/site";

  private final Catalogues catalogues;
  private final Sites sites;

  public SiteRoutes(Catalogues catalogues, Sites sites) {
    this.catalogues = catalogues;
    this.sites = sites;
  }

  public void mount(RouteTable routes) {
    routes.get(HOME + "/new", Access.ADMINISTRATOR, this::blank);
    routes.post(HOME, Access.ADMINISTRATOR, this::create);
    routes.get(HOME + "/:slug", Access.COORDINATOR, this::form);
    routes.post(HOME + "/:slug", Access.ADMINISTRATOR, this::edit);
  }

  private Future<Answer> blank(Ask ask) {
    return catalogues
        .fresh()
        .map(catalogue -> Answer.page(
            TEMPLATE,
            SitePage.of(
                ask, new SitePage.Seen(catalogue, Optional.empty()), SitePage.blank(), Map.of())));
  }

  private Future<Answer> create(Ask ask) {
    var form = new SiteForm(ask, Optional.empty());
    return catalogues.fresh().compose(catalogue -> {
      var seen = new SitePage.Seen(catalogue, Optional.empty());
      return form.read()
          .map(draft ->
              sites.create(ask.who(), draft).map(outcome -> told(ask, form, seen, outcome)))
          .orElseGet(() -> succeededFuture(refused(ask, form, seen)));
    });
  }

  private Future<Answer> form(Ask ask) {
    return found(
        ask,
        (site, seen) -> sites
            .said(site.id())
            .map(said -> Answer.page(
                TEMPLATE, SitePage.of(ask, seen, SitePage.typed(site, said), Map.of()))));
  }

  private Future<Answer> edit(Ask ask) {
    return found(ask, (site, seen) -> {
      var form = new SiteForm(ask, Optional.of(site));
      return form.read()
          .map(draft ->
              sites.edit(ask.who(), site, draft).map(outcome -> told(ask, form, seen, outcome)))
          .orElseGet(() -> succeededFuture(refused(ask, form, seen)));
    });
  }

  private Future<Answer> found(Ask ask, BiFunction<Site, SitePage.Seen, Future<Answer>> act) {
    return catalogues
        .fresh()
        .compose(catalogue -> catalogue
            .site(ask.path("slug"))
            .map(site -> ask.who().mayCoordinate(site.id().value())
                ? act.apply(site, new SitePage.Seen(catalogue, Optional.of(site)))
                : succeededFuture(Answer.forbidden()))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private static Answer told(Ask ask, SiteForm form, SitePage.Seen seen, SiteOutcome outcome) {
    return outcome.fold(
        done -> Answer.seeOther(HOME + "/" + done.site().slug())
            .saying(ask.words().say("manage.resource.saved", "name", done.site().name())),
        faulty -> {
          form.fields().problem(faulty.fault().field(), faulty.fault().key());
          return refused(ask, form, seen);
        },
        Answer::forbidden);
  }

  private static Answer refused(Ask ask, SiteForm form, SitePage.Seen seen) {
    var page = SitePage.of(ask, seen, Typed.of(ask), ResourceForm.problems(form.fields()));
    return Answer.refused(TEMPLATE, page);
  }
}
