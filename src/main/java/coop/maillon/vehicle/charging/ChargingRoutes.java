package coop.maillon.vehicle.charging;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.SiteId;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Optional;

/** The page for whoever looks after the cars of a site: what to plug in, and until when. Whose trip it is, it does not say. */
public final class ChargingRoutes {

  private final Charging charging;
  private final Catalogues catalogues;

  public ChargingRoutes(Charging charging, Catalogues catalogues) {
    this.charging = charging;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get("/vehicles/charging", Access.MEMBER, this::show);
  }

  private Future<Answer> show(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> site(ask, catalogue)
            .map(site -> page(ask, site, catalogue))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> page(Ask ask, Site site, Catalogue catalogue) {
    var cars =
        catalogue.inService(site.id()).stream().filter(Resource::isOneCar).toList();
    return charging
        .targets(cars)
        .map(targets ->
            Answer.page("vehicle/charging", ChargingPage.of(ask, site, catalogue, targets)));
  }

  private static Optional<Site> site(Ask ask, Catalogue catalogue) {
    var named = ask.query("site").filter(slug -> !slug.isEmpty());
    return named.isPresent()
        ? named.flatMap(catalogue::site)
        : ask.who()
            .homeSite()
            .map(SiteId::new)
            .flatMap(catalogue::site)
            .or(() -> catalogue.sites().stream().findFirst());
  }
}
