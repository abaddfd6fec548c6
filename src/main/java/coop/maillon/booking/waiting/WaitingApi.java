package coop.maillon.booking.waiting;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.api.ApiAnswers;
import coop.maillon.booking.api.BookingAsks;
import coop.maillon.booking.api.BookingJson;
import coop.maillon.booking.api.PlacingAsk;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** The waiting list under `/api/v1`. */
public final class WaitingApi {

  private final WaitingList list;
  private final Catalogues catalogues;

  public WaitingApi(WaitingList list, Catalogues catalogues) {
    this.list = list;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.post("/api/v1/waiting-list", Access.SIGNED_IN, this::join);
  }

  private Future<Answer> join(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      Fields fields = Fields.ofJson(ask, "resource", "start", "end");
      String slug = fields.text("resource").required();
      var slot = BookingAsks.slot(fields);
      if (!fields.complete() || slot.isEmpty()) {
        return succeededFuture(fields.refusal());
      }
      return PlacingAsk.seen(slug, catalogue, ask)
          .map(resource -> list.join(ask.who(), resource, slot.get())
              .map(joined -> answer(ask, joined, resource, catalogue)))
          .orElseGet(() -> succeededFuture(Answer.notFound()));
    });
  }

  private static Answer answer(
      Ask ask, WaitingList.Joined joined, Resource resource, Catalogue catalogue) {
    var json = new BookingJson(catalogue, ask.now());
    return joined
        .refusal()
        .map(why -> why.tell(new ApiAnswers(ask, json, 201)))
        .orElseGet(() -> Answer.json(201, place(joined, resource)));
  }

  private static JsonObject place(WaitingList.Joined joined, Resource resource) {
    var json = new JsonObject().put("resource", resource.slug());
    joined.place().ifPresent(place -> {
      var zone = resource.site().zone();
      json.put("id", Long.toString(place.id()))
          .put("start", BookingJson.time(place.slot().start(), zone))
          .put("end", BookingJson.time(place.slot().end(), zone))
          .put("ahead", place.ahead());
      place.offeredUntil().ifPresent(until -> json.put("offeredUntil", until.toString()));
    });
    return json;
  }
}
