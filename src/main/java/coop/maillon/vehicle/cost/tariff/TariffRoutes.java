package coop.maillon.vehicle.cost.tariff;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;

/** What coordinators say that the use of something costs. */
public final class TariffRoutes {

  private static final String ONE = "/manage/tariffs/:slug";
  private static final String TEMPLATE = "vehicle/tariff";

  private final Tariffs tariffs;
  private final Catalogues catalogues;

  public TariffRoutes(Tariffs tariffs, Catalogues catalogues) {
    this.tariffs = tariffs;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(ONE, Access.COORDINATOR, ask -> found(ask, TariffRoutes::show));
    routes.post(ONE, Access.COORDINATOR, ask -> found(ask, this::set));
  }

  private Future<Answer> found(Ask ask, BiFunction<Ask, Resource, Future<Answer>> act) {
    return catalogues
        .fresh()
        .compose(catalogue -> catalogue
            .resource(ask.path("slug"))
            .map(resource -> ask.who().mayCoordinate(resource.site().id().value())
                ? act.apply(ask, resource)
                : succeededFuture(Answer.forbidden()))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private static Future<Answer> show(Ask ask, Resource resource) {
    return succeededFuture(Answer.page(TEMPLATE, new TariffPages(ask, resource).page(List.of())));
  }

  private Future<Answer> set(Ask ask, Resource resource) {
    var form = TariffForm.read(Fields.of(ask), resource);
    return form.read()
        .map(setting -> tariffs
            .set(resource, setting, ask.who().id())
            .map(done -> Answer.seeOther("/manage/tariffs/" + resource.slug())
                .saying(ask.words().say("tariff.saved", "name", resource.name()))))
        .orElseGet(() -> succeededFuture(Answer.refused(
            TEMPLATE, new TariffPages(ask, resource).page(form.fields().problems()))));
  }
}
