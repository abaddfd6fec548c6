package coop.maillon.vehicle.charging;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.api.BookingJson;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.vehicle.Departure;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Targets of charging, as evcc or a back end of chargers reads them. */
public final class ChargingApi {

  private static final int MOST = 200;

  private final Charging charging;
  private final Catalogues catalogues;

  public ChargingApi(Charging charging, Catalogues catalogues) {
    this.charging = charging;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get("/api/v1/vehicles/charging", Access.MEMBER, this::list);
  }

  private Future<Answer> list(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      var fields = Fields.ofQuery(ask);
      Optional<Site> site = ask.query("site").flatMap(catalogue::site);
      if (ask.query("site").isPresent() && site.isEmpty()) {
        fields.problem("site", "field.unknown");
      }
      return fields.complete()
          ? charging.targets(cars(catalogue, site)).map(ChargingApi::json)
          : succeededFuture(fields.refusal());
    });
  }

  private static List<Resource> cars(Catalogue catalogue, Optional<Site> site) {
    return catalogue.resources().stream()
        .filter(resource -> !resource.isRetired() && resource.isOneCar())
        .filter(car -> site.filter(one -> !one.id().equals(car.site().id())).isEmpty())
        .limit(MOST)
        .toList();
  }

  private static Answer json(List<Target> targets) {
    var items = new JsonArray();
    targets.forEach(target -> items.add(json(target)));
    return Answer.json(200, new JsonObject().put("items", items).putNull("next"));
  }

  private static JsonObject json(Target target) {
    ZoneId zone = target.car().site().zone();
    var leaving = target.departure();
    return new JsonObject()
        .put("vehicle", target.car().slug())
        .put("site", target.car().site().slug())
        .put("state", target.state())
        .put("departure", time(leaving.map(one -> one.trip().start()), zone))
        .put(
            "targetSocPct",
            leaving.map(one -> Math.min(100, target.neededPct(one))).orElse(null))
        .put("expectedSocPct", leaving.map(target::expectedPct).orElse(null))
        .put("plugBy", time(leaving.flatMap(Departure::plugBy), zone));
  }

  private static @org.jspecify.annotations.Nullable String time(
      Optional<Instant> moment, ZoneId zone) {
    return moment.map(at -> BookingJson.time(at, zone)).orElse(null);
  }
}
