package coop.maillon.resource.page;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.api.ResourceSearch;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;

/** The list of what is shared, with search and filters. */
public final class ResourceRoutes {

  private final Catalogues catalogues;

  public ResourceRoutes(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get("/resources", Access.SIGNED_IN, this::list);
  }

  /** A filter that cannot be read is as if it were not set: one may always look. */
  private Future<Answer> list(Ask ask) {
    return catalogues.fresh().map(catalogue -> {
      var search = ResourceSearch.read(Fields.ofQuery(ask));
      var found = search.in(catalogue).stream()
          .filter(resource -> isSeen(ask, resource))
          .filter(resource -> hasTag(ask, resource))
          .toList();
      var page =
          ResourcesPage.of(new ResourcesPage.Found(ask, catalogue, seen(ask, catalogue), found));
      return Answer.page("resource/list", page);
    });
  }

  private static List<Resource> seen(Ask ask, Catalogue catalogue) {
    return catalogue.resources().stream()
        .filter(resource -> isSeen(ask, resource))
        .toList();
  }

  private static boolean isSeen(Ask ask, Resource resource) {
    return !resource.isRetired() && ask.who().maySee(resource.site().id().value());
  }

  private static boolean hasTag(Ask ask, Resource resource) {
    String wanted = ask.query("tag").map(String::strip).orElse("").toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        || resource.tags().stream().anyMatch(tag -> tag.toLowerCase(Locale.ROOT).equals(wanted));
  }
}
