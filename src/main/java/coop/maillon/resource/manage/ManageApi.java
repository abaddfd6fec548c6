package coop.maillon.resource.manage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Policy;
import coop.maillon.resource.Resource;
import coop.maillon.resource.api.ResourceApi;
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
import java.util.OptionalInt;

/** Keeping resources by program, under `/api/v1`. */
public final class ManageApi {

  private final Catalogues catalogues;
  private final Resources resources;

  public ManageApi(Catalogues catalogues, Resources resources) {
    this.catalogues = catalogues;
    this.resources = resources;
  }

  public void mount(RouteTable routes) {
    routes.post("/api/v1/resources", Access.COORDINATOR, this::create);
    routes.patch("/api/v1/resources/:slug", Access.SIGNED_IN, this::edit);
  }

  private Future<Answer> create(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      var asked = new ResourceAsk(ask, catalogue, Optional.empty(), Policy.SILENT);
      return asked
          .read()
          .map(draft -> resources
              .create(ask.who(), draft)
              .map(outcome -> outcome.tell(new Told(ask, asked.fields(), 201))))
          .orElseGet(() -> succeededFuture(asked.fields().refusal()));
    });
  }

  private Future<Answer> edit(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> catalogue
            .resource(ask.path("slug"))
            .filter(resource -> ask.who().maySee(resource.site().id().value()))
            .map(resource -> edit(ask, catalogue, resource))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> edit(Ask ask, Catalogue catalogue, Resource resource) {
    return resources.said(resource.id()).compose(said -> {
      var asked = new ResourceAsk(ask, catalogue, Optional.of(resource), said);
      Optional<ResourceDraft> draft = asked.read();
      if (draft.isEmpty()) {
        return succeededFuture(asked.fields().refusal());
      }
      if (!ask.who().mayCoordinate(resource.site().id().value())) {
        return succeededFuture(Answer.forbidden());
      }
      Optional<String> match = ask.header("If-Match");
      return match.isEmpty()
          ? succeededFuture(Problem.of(428, "version-required"))
          : resources
              .edit(ask.who(), resource.id(), OptionalInt.of(version(match.get())), draft.get())
              .map(outcome -> outcome.tell(new Told(ask, asked.fields(), 200)));
    });
  }

  /** `"7"` or `7`; what is no number is no version that ever was. */
  private static int version(String tag) {
    String bare = tag.replace("\"", "").replace("W/", "").strip();
    return bare.matches("[0-9]{1,9}") ? Integer.parseInt(bare) : -1;
  }

  /** How each outcome reads to a program. */
  private record Told(Ask ask, Fields fields, int status) implements ResourceOutcome.Cases<Answer> {

    @Override
    public Answer done(ResourceOutcome.Done done) {
      Resource resource = done.resource();
      Answer answer = Answer.json(status, ResourceApi.json(resource, done.catalogue()))
          .with("ETag", "\"" + resource.version() + "\"");
      return status == 201
          ? answer.with("Location", "/api/v1/resources/" + resource.slug())
          : answer;
    }

    @Override
    public Answer faulty(ResourceOutcome.Faulty faulty) {
      faulty.faults().forEach(fault -> fields.problem(fault.field(), fault.key()));
      return fields.refusal();
    }

    @Override
    public Answer inTheWay(ResourceOutcome.InTheWay inTheWay) {
      var bookings = new JsonArray();
      inTheWay
          .obstacles()
          .forEach(obstacle -> bookings.add(new JsonObject()
              .put("booking", Long.toString(obstacle.booking()))
              .put("start", obstacle.slot().start().toString())
              .put("end", obstacle.slot().end().toString())));
      return Problem.of(409, "in-use")
          .detail(ask.words()
              .say("manage.resource.in-use", "count", inTheWay.obstacles().size()))
          .with("bookings", bookings);
    }

    @Override
    public Answer outdated(ResourceOutcome.Outdated outdated) {
      return Problem.of(412, "changed").header("ETag", "\"" + outdated.version() + "\"");
    }

    @Override
    public Answer missing(ResourceOutcome.Missing missing) {
      return Answer.notFound();
    }

    @Override
    public Answer forbidden(ResourceOutcome.Forbidden forbidden) {
      return Answer.forbidden();
    }
  }
}
