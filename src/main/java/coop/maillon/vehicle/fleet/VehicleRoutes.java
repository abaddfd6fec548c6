package coop.maillon.vehicle.fleet;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Optional;

/** What coordinators say of their cars. */
public final class VehicleRoutes {

  private static final String ONE = "/manage/vehicles/:slug";
  private static final String TEMPLATE = "vehicle/manage";

  private final Vehicles vehicles;
  private final Catalogues catalogues;

  public VehicleRoutes(Vehicles vehicles, Catalogues catalogues) {
    this.vehicles = vehicles;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(ONE, Access.COORDINATOR, ask -> found(ask, this::show));
    routes.post(ONE, Access.COORDINATOR, ask -> found(ask, this::equip));
    routes.post(ONE + "/readings", Access.COORDINATOR, ask -> found(ask, this::note));
  }

  private interface Act {
    Future<Answer> on(Ask ask, Resource resource, Optional<Standing> standing);
  }

  private Future<Answer> found(Ask ask, Act act) {
    return catalogues
        .fresh()
        .compose(catalogue -> catalogue
            .resource(ask.path("slug"))
            .filter(Resource::isOneCar)
            .map(resource -> ask.who().mayCoordinate(resource.site().id().value())
                ? vehicles.standing(resource).compose(standing -> act.on(ask, resource, standing))
                : succeededFuture(Answer.forbidden()))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> show(Ask ask, Resource resource, Optional<Standing> standing) {
    return succeededFuture(Answer.page(TEMPLATE, VehiclePage.of(ask, resource, standing)));
  }

  private Future<Answer> equip(Ask ask, Resource resource, Optional<Standing> standing) {
    var form = VehicleForm.read(Fields.of(ask));
    return form.read()
        .map(parameters -> vehicles
            .equip(resource, parameters, form.learned(), ask.who().id())
            .map(done -> back(ask, resource, "vehicle.saved")))
        .orElseGet(() -> refused(ask, form.fields(), VehiclePage.of(ask, resource, standing)));
  }

  private Future<Answer> note(Ask ask, Resource resource, Optional<Standing> standing) {
    var form = NotedForm.of(ask, Fields.of(ask), standing);
    return form.read()
        .map(noted -> vehicles
            .note(resource, noted, form.counter(), ask.who().id())
            .map(done -> back(
                ask,
                resource,
                form.counter() == NotedForm.Counter.WENT_ON
                    ? "vehicle.noted"
                    : "vehicle.corrected")))
        .orElseGet(() -> refused(ask, form.fields(), VehiclePage.of(ask, resource, standing)));
  }

  private static Future<Answer> refused(Ask ask, Fields fields, VehiclePage page) {
    return succeededFuture(Answer.refused(TEMPLATE, page.refused(ask, fields.problems())));
  }

  private static Answer back(Ask ask, Resource resource, String key) {
    return Answer.seeOther("/manage/vehicles/" + resource.slug())
        .saying(ask.words().say(key, "name", resource.name()));
  }
}
