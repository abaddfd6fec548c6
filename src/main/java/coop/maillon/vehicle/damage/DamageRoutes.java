package coop.maillon.vehicle.damage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is damaged on a car, for everybody who may see it. */
public final class DamageRoutes {

  private static final String ONE = "/vehicles/:slug/damage";
  private static final String TEMPLATE = "vehicle/damage";

  private final Damages damages;
  private final DamageForm form;
  private final Catalogues catalogues;

  public DamageRoutes(Damages damages, DamageForm form, Catalogues catalogues) {
    this.damages = damages;
    this.form = form;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(ONE, Access.SIGNED_IN, ask -> found(ask, car -> show(ask, car)));
    routes.uploads(
        ONE, Access.SIGNED_IN, DamageForm.SIZES, ask -> found(ask, car -> report(ask, car)));
    routes.get(
        ONE + "/photos/:id",
        Access.SIGNED_IN,
        ask -> found(ask, car -> photo(ask, car, Shot.Size.LARGE)));
    routes.get(
        ONE + "/thumbnails/:id",
        Access.SIGNED_IN,
        ask -> found(ask, car -> photo(ask, car, Shot.Size.SMALL)));
  }

  private Future<Answer> found(Ask ask, Function<Resource, Future<Answer>> act) {
    return catalogues
        .fresh()
        .compose(catalogue -> catalogue
            .resource(ask.path("slug"))
            .filter(Resource::isOneCar)
            .filter(car -> ask.who().maySee(car.site().id().value()))
            .map(act)
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> show(Ask ask, Resource car) {
    return damages
        .scene(ask.who(), car)
        .map(scene -> Answer.page(TEMPLATE, DamagePage.of(ask, car, scene, List.of())));
  }

  private Future<Answer> report(Ask ask, Resource car) {
    var fields = Fields.of(ask);
    return damages
        .scene(ask.who(), car)
        .compose(scene -> form.read(ask, fields)
            .compose(read -> read.map(said -> report(ask, car, said, scene.weight()))
                .orElseGet(() -> succeededFuture(
                    Answer.refused(TEMPLATE, DamagePage.of(ask, car, scene, fields.problems()))))));
  }

  private Future<Answer> report(Ask ask, Resource car, Report said, Sighting.Word weight) {
    String next = DamagePage.next(ask);
    return damages
        .report(new Sighting(ask.who(), car, said, weight, Optional.empty()))
        .map(
            effect -> Answer.seeOther(next.isEmpty() ? "/vehicles/" + car.slug() + "/damage" : next)
                .saying(effect.sentence(ask.words(), car.name())));
  }

  private Future<Answer> photo(Ask ask, Resource car, Shot.Size size) {
    return Optional.of(ask.path("id"))
        .filter(id -> id.matches("[0-9]{1,18}"))
        .map(id -> damages.photo(car, Long.parseLong(id), size).map(DamageRoutes::shown))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static Answer shown(Optional<Buffer> jpeg) {
    return jpeg.map(bytes -> Answer.download("image/jpeg", "", bytes)
            .with("X-Content-Type-Options", "nosniff")
            .with("Content-Security-Policy", "default-src 'none'; sandbox")
            .with("Cache-Control", "private, max-age=300"))
        .orElseGet(Answer::notFound);
  }
}
