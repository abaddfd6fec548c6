package coop.maillon.resource.manage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** The pages on which coordinators keep resources. */
public final class ResourceRoutes {

  static final String HOME = "/manage/resources";
  private static final String TEMPLATE = "manage/resource";

  private final Catalogues catalogues;
  private final Resources resources;

  public ResourceRoutes(Catalogues catalogues, Resources resources) {
    this.catalogues = catalogues;
    this.resources = resources;
  }

  public void mount(RouteTable routes) {
    routes.get(HOME, Access.COORDINATOR, this::list);
    routes.post(HOME, Access.COORDINATOR, this::create);
    routes.get(HOME + "/new", Access.COORDINATOR, this::blank);
    routes.get(HOME + "/:slug", Access.COORDINATOR, ask -> found(ask, this::form));
    routes.post(HOME + "/:slug", Access.COORDINATOR, ask -> found(ask, this::edit));
    routes.post(HOME + "/:slug/retirement", Access.COORDINATOR, ask -> found(ask, this::retire));
    routes.post(HOME + "/:slug/return", Access.COORDINATOR, ask -> found(ask, this::bringBack));
    routes.upload(
        HOME + "/:slug/photo",
        Access.COORDINATOR,
        Photo.LARGEST + 64 * 1024,
        ask -> found(ask, this::show));
    routes.post(
        HOME + "/:slug/photo/removal", Access.COORDINATOR, ask -> found(ask, this::dropPhoto));
    routes.get("/resources/:slug/photo", Access.SIGNED_IN, this::photo);
  }

  private Future<Answer> list(Ask ask) {
    return catalogues
        .fresh()
        .map(catalogue -> Answer.page("manage/resources", ResourcesPage.of(ask, catalogue)));
  }

  private Future<Answer> blank(Ask ask) {
    return catalogues.fresh().map(catalogue -> {
      Optional<Site> site =
          ask.query("site").flatMap(catalogue::site).or(() -> first(ask, catalogue));
      var ground = new ResourcePage.Ground(
          ask, catalogue, Optional.empty(), ResourceForm.blank(site), Optional.empty());
      return Answer.page(TEMPLATE, ResourcePage.of(ground, Map.of()));
    });
  }

  private static Optional<Site> first(Ask ask, Catalogue catalogue) {
    return catalogue.sites().stream()
        .filter(site -> ask.who().mayCoordinate(site.id().value()))
        .findFirst();
  }

  private Future<Answer> create(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      var told = new ResourceTold(ask, catalogue, Optional.empty());
      return told.form()
          .read()
          .map(draft -> resources.create(ask.who(), draft).map(outcome -> outcome.tell(told)))
          .orElseGet(() -> succeededFuture(told.refused()));
    });
  }

  /** A resource that the asker may look after, in its catalogue. */
  private record Found(Resource resource, Catalogue catalogue) {}

  private Future<Answer> found(Ask ask, BiFunction<Ask, Found, Future<Answer>> act) {
    return catalogues
        .fresh()
        .compose(catalogue -> catalogue
            .resource(ask.path("slug"))
            .map(resource -> ask.who().mayCoordinate(resource.site().id().value())
                ? act.apply(ask, new Found(resource, catalogue))
                : succeededFuture(Answer.forbidden()))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> form(Ask ask, Found found) {
    return ground(ask, found)
        .map(ground -> Answer.page(TEMPLATE, ResourcePage.of(ground, Map.of())));
  }

  private Future<ResourcePage.Ground> ground(Ask ask, Found found) {
    return resources
        .said(found.resource().id())
        .map(said -> new ResourcePage.Ground(
            ask,
            found.catalogue(),
            Optional.of(found.resource()),
            ResourceForm.typed(found.resource(), said, found.catalogue()),
            Optional.empty()));
  }

  private Future<Answer> edit(Ask ask, Found found) {
    var told = new ResourceTold(ask, found.catalogue(), Optional.of(found.resource()));
    var draft = told.form().read();
    int version = told.form().fields().whole("version", 1, Integer.MAX_VALUE).orElse(0);
    return draft
        .map(wanted -> resources
            .edit(ask.who(), found.resource().id(), OptionalInt.of(version), wanted)
            .map(outcome -> outcome.tell(told)))
        .orElseGet(() -> succeededFuture(told.refused()));
  }

  private Future<Answer> retire(Ask ask, Found found) {
    return ground(ask, found)
        .compose(ground -> resources
            .retire(ask.who(), found.resource().id())
            .map(
                outcome -> outcome.tell(new ResourceTold(ask, ground, "manage.resource.retired"))));
  }

  private Future<Answer> bringBack(Ask ask, Found found) {
    return ground(ask, found)
        .compose(ground -> resources
            .bringBack(ask.who(), found.resource().id())
            .map(outcome -> outcome.tell(new ResourceTold(ask, ground, "manage.resource.back"))));
  }

  private Future<Answer> show(Ask ask, Found found) {
    Optional<Photo> photo = ask.upload("photo").flatMap(upload -> Photo.of(upload.content()));
    return ground(ask, found).compose(ground -> {
      var told = new ResourceTold(ask, ground, "manage.resource.saved");
      return photo
          .map(picture -> resources
              .show(ask.who(), found.resource().id(), picture)
              .map(outcome -> outcome.tell(told)))
          .orElseGet(() -> succeededFuture(told.refused("photo", "manage.resource.photo.type")));
    });
  }

  private Future<Answer> dropPhoto(Ask ask, Found found) {
    return ground(ask, found)
        .compose(ground -> resources
            .dropPhoto(ask.who(), found.resource().id())
            .map(outcome -> outcome.tell(new ResourceTold(ask, ground, "manage.resource.saved"))));
  }

  private Future<Answer> photo(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> catalogue
            .resource(ask.path("slug"))
            .filter(resource -> ask.who().maySee(resource.site().id().value()))
            .map(resource -> resources.photo(resource.id()).map(photo -> shown(photo, resource)))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private static Answer shown(Optional<Photo> photo, Resource resource) {
    return photo
        .map(picture -> Answer.download(picture.type(), "", picture.bytes())
            .with("X-Content-Type-Options", "nosniff")
            .with("Content-Security-Policy", "default-src 'none'; sandbox")
            .with("Cache-Control", "private, max-age=300")
            .with("ETag", "\"" + resource.version() + "\""))
        .orElseGet(Answer::notFound);
  }
}
