package coop.maillon.vehicle.fleet;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.api.BookingAsks;
import coop.maillon.booking.api.BookingJson;
import coop.maillon.booking.api.PlacingAsk;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.Problem;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** How far vehicles go, and what is read off them, under `/api/v1/vehicles`. */
public final class VehicleApi {

  private final Vehicles vehicles;
  private final Catalogues catalogues;

  public VehicleApi(Vehicles vehicles, Catalogues catalogues) {
    this.vehicles = vehicles;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get("/api/v1/vehicles/:slug/range", Access.SIGNED_IN, ask -> found(ask, this::range));
    routes.post("/api/v1/vehicles/:slug/readings", Access.SIGNED_IN, ask -> found(ask, this::read));
  }

  private Future<Answer> found(Ask ask, BiFunction<Ask, Resource, Future<Answer>> act) {
    return catalogues
        .fresh()
        .compose(catalogue -> PlacingAsk.seen(ask.path("slug"), catalogue, ask)
            .filter(Resource::isOneCar)
            .map(resource -> act.apply(ask, resource))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> range(Ask ask, Resource resource) {
    Fields fields = Fields.ofQuery(ask);
    Optional<TimeSlot> slot = BookingAsks.slot(fields);
    return fields.complete()
        ? vehicles
            .standing(resource)
            .map(standing ->
                standing.map(one -> range(one, slot.orElseThrow())).orElseGet(VehicleApi::unknown))
        : succeededFuture(fields.refusal());
  }

  private static Answer range(Standing standing, TimeSlot slot) {
    if (standing.noted().isEmpty()) {
      return unknown();
    }
    return Farthest.of(standing, slot, Set.of())
        .map(VehicleApi::firm)
        .orElseGet(() -> Problem.of(409, "taken").with("alternatives", new JsonArray()));
  }

  private static Answer firm(Farthest farthest) {
    return Answer.json(
        200,
        new JsonObject()
            .put("maxKm", farthest.km())
            .put("startSocPct", hundredths(farthest.startPct()))
            .put("endSocPct", hundredths(farthest.endPct()))
            .put("confidence", "firm"));
  }

  /** Of what nobody read or described, nothing is promised. */
  private static Answer unknown() {
    return Answer.json(
        200,
        new JsonObject()
            .putNull("maxKm")
            .putNull("startSocPct")
            .putNull("endSocPct")
            .put("confidence", "unknown"));
  }

  private Future<Answer> read(Ask ask, Resource resource) {
    if (!ask.who().mayCoordinate(resource.site().id().value())) {
      return succeededFuture(Answer.forbidden());
    }
    return vehicles.standing(resource).compose(standing -> {
      var form = NotedForm.ofJson(ask, standing);
      return form.read()
          .map(noted -> vehicles
              .note(resource, noted, form.counter(), ask.who().id())
              .map(done -> Answer.json(201, json(noted, resource))))
          .orElseGet(() -> succeededFuture(form.fields().refusal()));
    });
  }

  private static JsonObject json(Noted noted, Resource resource) {
    var json = new JsonObject()
        .put("at", BookingJson.time(noted.at(), resource.site().zone()))
        .put("socPct", noted.socPct())
        .put("plugged", noted.plugged());
    noted.odometerKm().ifPresent(km -> json.put("odometerKm", km));
    return json;
  }

  private static double hundredths(double percent) {
    return Math.round(percent * 100) / 100.0;
  }
}
