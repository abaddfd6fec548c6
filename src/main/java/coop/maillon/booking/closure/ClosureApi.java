package coop.maillon.booking.closure;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.Problem;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

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
      var fields =
          Fields.ofJson(ask, "site", "resource", "unit", "start", "end", "reason", "apply");
      Optional<TimeSlot> slot = slot(fields);
      String reason = fields.text("reason").max(200).required();
      boolean isApplied = fields.flag("apply");
      boolean isOne = Stream.of("site", "resource", "unit").filter(fields::has).count() == 1;
      if (!isOne) {
        fields.problem("resource", "closure.one-target");
      }
      if (!fields.complete() || slot.isEmpty()) {
        return succeededFuture(fields.refusal());
      }
      return target(fields, catalogue)
          .map(target -> new ClosureWish(target, slot.get(), reason))
          .map(wish -> isApplied ? closures.apply(ask.who(), wish) : closures.plan(ask.who(), wish))
          .map(future -> future.map(outcome -> outcome.tell(new Told(ask))))
          .orElseGet(() -> succeededFuture(Answer.notFound()));
    });
  }

  private static Optional<TimeSlot> slot(Fields fields) {
    fields.required("start", "end");
    Optional<Instant> start = fields.instant("start");
    Optional<Instant> end = fields.instant("end");
    Optional<TimeSlot> slot = start.flatMap(from -> end.flatMap(to -> TimeSlot.between(from, to)));
    if (start.isPresent() && end.isPresent() && slot.isEmpty()) {
      fields.problem("end", "field.after", "other", "start");
    }
    return slot;
  }

  private static Optional<Target> target(Fields fields, Catalogue catalogue) {
    if (fields.has("site")) {
      return fields.text("site").optional().flatMap(catalogue::site).map(Target::of);
    }
    return fields.has("resource")
        ? fields.text("resource").optional().flatMap(catalogue::resource).map(Target::of)
        : fields
            .text("unit")
            .optional()
            .filter(id -> id.matches("[0-9]{1,18}"))
            .flatMap(id -> catalogue.unit(new UnitId(Long.parseLong(id))))
            .map(Target::of);
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
      return Answer.json(
          200, new JsonObject().put("touched", touched(planned.plan().touched())));
    }

    @Override
    public Answer closed(ClosureOutcome.Closed closed) {
      return Answer.json(
              201,
              new JsonObject()
                  .put("id", closed.id().toString())
                  .put("touched", touched(closed.touched())))
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

    private static JsonArray touched(List<Booking> bookings) {
      var touched = new JsonArray();
      bookings.forEach(booking -> touched.add(
          new JsonObject().put("booking", booking.id().toString()).putNull("proposal")));
      return touched;
    }
  }
}
