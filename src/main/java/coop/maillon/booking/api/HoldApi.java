package coop.maillon.booking.api;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.HoldId;
import coop.maillon.booking.HoldOutcome;
import coop.maillon.booking.act.Holds;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Holds under `/api/v1`, which the page's own script uses too. */
public final class HoldApi {

  private final Holds holds;
  private final Catalogues catalogues;

  public HoldApi(Holds holds, Catalogues catalogues) {
    this.holds = holds;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.post("/api/v1/holds", Access.SIGNED_IN, this::place);
    routes.delete("/api/v1/holds/:id", Access.SIGNED_IN, this::release);
  }

  private Future<Answer> place(Ask ask) {
    return catalogues.fresh().compose(catalogue -> place(ask, catalogue));
  }

  private Future<Answer> place(Ask ask, Catalogue catalogue) {
    Fields fields = Fields.ofJson(ask, "resource", "start", "end");
    String slug = fields.text("resource").required();
    Optional<TimeSlot> slot = BookingAsks.slot(fields);
    Optional<Resource> resource = PlacingAsk.seen(slug, catalogue, ask);
    if (!fields.complete() || slot.isEmpty()) {
      return succeededFuture(fields.refusal());
    }
    return resource
        .map(wanted -> holds
            .place(ask.who(), wanted, slot.get())
            .map(outcome -> answer(ask, catalogue, outcome)))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private Future<Answer> release(Ask ask) {
    return HoldId.read(ask.path("id"))
        .map(id -> holds
            .release(ask.who(), id)
            .map(done -> done ? Answer.json(200, new JsonObject()) : Answer.notFound()))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static Answer answer(Ask ask, Catalogue catalogue, HoldOutcome outcome) {
    return outcome.fold(
        hold -> Answer.json(
            201,
            new JsonObject()
                .put("id", hold.id().toString())
                .put("until", hold.until().toString())),
        why -> why.tell(new ApiAnswers(ask, new BookingJson(catalogue, ask.now()), 200)));
  }
}
