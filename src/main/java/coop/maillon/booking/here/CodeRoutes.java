package coop.maillon.booking.here;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/** The codes of doors and things, for coordinators to print. */
public final class CodeRoutes {

  private final Catalogues catalogues;
  private final String base;

  /** @param base of the addresses that the codes lead to, without a slash at the end */
  public CodeRoutes(Catalogues catalogues, String base) {
    this.catalogues = catalogues;
    this.base = base;
  }

  public void mount(RouteTable routes) {
    routes.get("/manage/codes", Access.COORDINATOR, this::sheet);
    routes.get("/manage/codes/:slug", Access.COORDINATOR, this::one);
  }

  private Future<Answer> sheet(Ask ask) {
    return catalogues.fresh().map(catalogue -> {
      List<Site> sites = catalogue.sites().stream()
          .filter(site -> ask.who().mayCoordinate(site.id().value()))
          .toList();
      Optional<Site> site =
          ask.query("site").map(catalogue::site).orElseGet(() -> sites.stream().findFirst());
      return site.map(one -> sites.contains(one)
              ? Answer.page("here/codes", page(ask, one, sites, catalogue))
              : Answer.forbidden())
          .orElseGet(Answer::notFound);
    });
  }

  private CodesPage page(Ask ask, Site site, List<Site> sites, Catalogue catalogue) {
    var codes = catalogue.inService(site.id()).stream()
        .map(one -> CodesPage.code(one, base))
        .toList();
    return CodesPage.of(site, sites, codes, ask.words());
  }

  /** One of them as a drawing, for a sign of one's own. */
  private Future<Answer> one(Ask ask) {
    return catalogues
        .fresh()
        .map(catalogue -> catalogue
            .resource(ask.path("slug"))
            .filter(resource -> !resource.isRetired())
            .map(resource -> drawing(ask, resource))
            .orElseGet(Answer::notFound));
  }

  private Answer drawing(Ask ask, Resource resource) {
    return ask.who().mayCoordinate(resource.site().id().value())
        ? Answer.download(
            "image/svg+xml",
            resource.slug() + ".svg",
            Buffer.buffer(CodesPage.code(resource, base).drawing().svg()))
        : Answer.forbidden();
  }
}
