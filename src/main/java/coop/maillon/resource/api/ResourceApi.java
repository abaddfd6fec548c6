package coop.maillon.resource.api;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.PolicyJson;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Reading sites and resources under `/api/v1`. */
public final class ResourceApi {

  private final Catalogues catalogues;

  public ResourceApi(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get("/api/v1/sites", Access.SIGNED_IN, this::sites);
    routes.get("/api/v1/resources", Access.SIGNED_IN, this::list);
    routes.get("/api/v1/resources/:slug", Access.SIGNED_IN, this::show);
  }

  private Future<Answer> sites(Ask ask) {
    return catalogues.fresh().map(catalogue -> {
      var items = new JsonArray();
      catalogue.sites().stream()
          .filter(site -> ask.who().maySee(site.id().value()))
          .forEach(site -> items.add(site(site)));
      return Answer.json(200, new JsonObject().put("items", items).putNull("next"));
    });
  }

  private Future<Answer> show(Ask ask) {
    return catalogues
        .fresh()
        .map(catalogue -> catalogue
            .resource(ask.path("slug"))
            .filter(resource -> isSeen(resource, ask))
            .map(resource -> Answer.json(200, json(resource, catalogue))
                .with("ETag", "\"" + resource.version() + "\""))
            .orElseGet(Answer::notFound));
  }

  private Future<Answer> list(Ask ask) {
    Fields fields = Fields.ofQuery(ask);
    ResourceSearch search = ResourceSearch.read(fields);
    int limit = fields.whole("limit", 1, 200).orElse(50);
    int offset = fields.whole("cursor", 0, 1_000_000).orElse(0);
    if (!fields.complete()) {
      return succeededFuture(fields.refusal());
    }
    return catalogues.fresh().map(catalogue -> {
      List<Resource> found = search.in(catalogue).stream()
          .filter(resource -> isSeen(resource, ask))
          .toList();
      var items = new JsonArray();
      found.stream()
          .skip(offset)
          .limit(limit)
          .forEach(resource -> items.add(json(resource, catalogue)));
      boolean isMore = found.size() > offset + limit;
      Optional<String> next =
          isMore ? Optional.of(Integer.toString(offset + limit)) : Optional.empty();
      return Answer.json(200, new JsonObject().put("items", items).put("next", next.orElse(null)));
    });
  }

  /** What is retired is there only for those who coordinate it. */
  private static boolean isSeen(Resource resource, Ask ask) {
    long site = resource.site().id().value();
    return ask.who().maySee(site) && (!resource.isRetired() || ask.who().mayCoordinate(site));
  }

  private static JsonObject site(Site site) {
    return new JsonObject()
        .put("id", site.id().toString())
        .put("slug", site.slug())
        .put("name", site.name())
        .put("zone", site.zone().getId())
        .put("address", site.address());
  }

  /** A resource as the API tells it. */
  public static JsonObject json(Resource resource, Catalogue catalogue) {
    var parts = new JsonArray();
    resource.parts().forEach(part -> parts.add(catalogue.known(part).slug()));
    return new JsonObject()
        .put("id", resource.id().toString())
        .put("slug", resource.slug())
        .put("name", resource.name())
        .put("kind", resource.kind().word())
        .put("site", resource.site().slug())
        .put("description", resource.description())
        .put("capacity", resource.capacity())
        .put("attributes", attributes(resource))
        .put("tags", new JsonArray(resource.tags()))
        .put("units", units(resource))
        .put("parts", parts)
        .put("retired", resource.isRetired())
        .put("policy", PolicyJson.write(resource.policy().inForce()))
        .put("version", resource.version());
  }

  private static JsonObject attributes(Resource resource) {
    var json = new JsonObject();
    resource.attributes().forEach(json::put);
    return json;
  }

  private static JsonArray units(Resource resource) {
    var units = new JsonArray();
    resource
        .units()
        .forEach(unit ->
            units.add(new JsonObject().put("id", unit.id().toString()).put("label", unit.label())));
    return units;
  }
}
