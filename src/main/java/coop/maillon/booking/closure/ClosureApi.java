package coop.maillon.booking.closure;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.api.BookingJson;
import coop.maillon.booking.rehouse.Evacuation;
import coop.maillon.booking.rehouse.Home;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Problem;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.BiFunction;

/** Closures for programs, under `/api/v1`. */
public final class ClosureApi {

  private final Closures closures;
  private final Catalogues catalogues;

  public ClosureApi(Closures closures, Catalogues catalogues) {
    this.closures = closures;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.post("/api/v1/closures", Access.SIGNED_IN, this::close);
    routes.post("/api/v1/closures/:id/undo", Access.SIGNED_IN, ask -> act(ask, closures::undo));
    routes.post("/api/v1/closures/:id/lifting", Access.SIGNED_IN, ask -> act(ask, closures::lift));
  }

  private Future<Answer> close(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      var asked = new ClosureAsk(ask, catalogue);
      if (!asked.isComplete()) {
        return succeededFuture(asked.fields().refusal());
      }
      return asked
          .wish()
          .map(wish ->
              asked.isApplied() ? closures.apply(ask.who(), wish) : closures.plan(ask.who(), wish))
          .map(future -> future.map(outcome -> outcome.tell(new Told(ask))))
          .orElseGet(() -> succeededFuture(Answer.notFound()));
    });
  }

  private Future<Answer> act(
      Ask ask, BiFunction<coop.maillon.web.Who, ClosureId, Future<ClosureOutcome>> act) {
    String id = ask.path("id");
    return id.matches("[0-9]{1,18}")
        ? act.apply(ask.who(), new ClosureId(Long.parseLong(id)))
            .map(outcome -> outcome.tell(new Told(ask)))
        : succeededFuture(Answer.notFound());
  }

  /** How each outcome reads to a program. */
  private record Told(Ask ask) implements ClosureOutcome.Cases<Answer> {

    @Override
    public Answer planned(ClosureOutcome.Planned planned) {
      return Answer.json(200, told(planned.plan()));
    }

    @Override
    public Answer closed(ClosureOutcome.Closed closed) {
      return Answer.json(201, told(closed.plan()).put("id", closed.id().toString()))
          .with("Location", "/api/v1/closures/" + closed.id());
    }

    @Override
    public Answer open(ClosureOutcome.Open open) {
      var refused = new JsonArray();
      open.lost()
          .forEach(booking -> refused.add(new JsonObject().put("booking", booking.toString())));
      return Answer.json(
          200,
          new JsonObject()
              .put("id", open.closure().id().toString())
              .put("lifted", true)
              .put("refused", refused));
    }

    @Override
    public Answer notNow(ClosureOutcome.NotNow notNow) {
      String sentence = ask.words().say("closure.state." + notNow.why());
      return notNow.why().equals("past")
          ? Problem.of(422, "rule")
              .detail(sentence)
              .with(
                  "violations",
                  new JsonArray()
                      .add(new JsonObject().put("rule", "past").put("message", sentence)))
              .with("alternatives", new JsonArray())
          : Problem.of(409, "state").detail(sentence);
    }

    @Override
    public Answer missing(ClosureOutcome.Missing missing) {
      return Answer.notFound();
    }

    @Override
    public Answer forbidden(ClosureOutcome.Forbidden forbidden) {
      return Answer.forbidden();
    }

    private static JsonObject told(Evacuation plan) {
      var touched = new JsonArray();
      plan.touched()
          .forEach(booking -> touched.add(new JsonObject()
              .put("booking", booking.id().toString())
              .put("proposal", plan.homeOf(booking).map(Told::proposal).orElse(null))));
      return new JsonObject()
          .put("touched", touched)
          .put("best", plan.rehousing().proven());
    }

    private static JsonObject proposal(Home home) {
      var zone = home.instead().site().zone();
      return new JsonObject()
          .put("resource", home.instead().slug())
          .put("start", BookingJson.time(home.slot().start(), zone))
          .put("end", BookingJson.time(home.slot().end(), zone));
    }
  }
}
