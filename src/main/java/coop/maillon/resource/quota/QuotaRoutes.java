package coop.maillon.resource.quota;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Quota;
import coop.maillon.resource.rules.Typed;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The pages of quotas. */
public final class QuotaRoutes {

  private static final String HOME = "/manage/quotas";
  private static final String TEMPLATE = "rules/quota";

  private final Quotas quotas;
  private final Catalogues catalogues;

  public QuotaRoutes(Quotas quotas, Catalogues catalogues) {
    this.quotas = quotas;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(HOME, Access.COORDINATOR, this::list);
    routes.get(HOME + "/new", Access.COORDINATOR, this::blank);
    routes.post(HOME, Access.COORDINATOR, this::create);
    routes.get(
        HOME + "/:id",
        Access.COORDINATOR,
        ask -> found(
            ask,
            (quota, all) ->
                succeededFuture(page(ask, all, Optional.of(quota), QuotaForm.typed(quota, all)))));
    routes.post(
        HOME + "/:id",
        Access.COORDINATOR,
        ask -> found(ask, (quota, all) -> save(ask, all, Optional.of(quota))));
    routes.post(
        HOME + "/:id/end",
        Access.COORDINATOR,
        ask -> found(
            ask,
            (quota, all) -> quotas.end(ask.who(), quota).map(done -> saved(ask, quota.name()))));
  }

  private Future<Answer> list(Ask ask) {
    return catalogues
        .fresh()
        .map(catalogue -> Answer.page("rules/quotas", QuotasPage.of(ask, catalogue)));
  }

  private Future<Answer> blank(Ask ask) {
    return catalogues
        .fresh()
        .map(catalogue -> page(ask, catalogue, Optional.empty(), QuotaForm.blank()));
  }

  private Future<Answer> create(Ask ask) {
    return catalogues.fresh().compose(catalogue -> save(ask, catalogue, Optional.empty()));
  }

  private Future<Answer> save(Ask ask, Catalogue catalogue, Optional<Quota> before) {
    var form = new QuotaForm(ask, catalogue);
    return form.read()
        .map(draft -> quotas.save(ask.who(), before, draft).map(done -> saved(ask, draft.name())))
        .orElseGet(() -> {
          var problems = form.problems().stream()
              .collect(Collectors.toMap(
                  FieldProblem::field, FieldProblem::message, (first, second) -> first));
          return succeededFuture(Answer.refused(
              TEMPLATE, QuotaPage.of(frame(ask, catalogue, before), ask, Typed.of(ask), problems)));
        });
  }

  private static Answer page(Ask ask, Catalogue catalogue, Optional<Quota> quota, Typed typed) {
    return Answer.page(TEMPLATE, QuotaPage.of(frame(ask, catalogue, quota), ask, typed, Map.of()));
  }

  private static QuotaPage.Frame frame(Ask ask, Catalogue catalogue, Optional<Quota> quota) {
    return new QuotaPage.Frame(
        quota.map(Quota::name).orElseGet(() -> ask.words().say("rules.quota.new")),
        quota.map(one -> HOME + "/" + one.id()).orElse(HOME),
        quota.isEmpty(),
        catalogue);
  }

  private Future<Answer> found(Ask ask, BiFunction<Quota, Catalogue, Future<Answer>> act) {
    return catalogues
        .fresh()
        .compose(catalogue -> QuotasPage.of(ask.who(), catalogue).stream()
            .filter(quota -> quota.id().toString().equals(ask.path("id")))
            .findFirst()
            .map(quota -> act.apply(quota, catalogue))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private static Answer saved(Ask ask, String name) {
    return Answer.seeOther(HOME).saying(ask.words().say("manage.resource.saved", "name", name));
  }
}
