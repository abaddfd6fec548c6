package coop.maillon.booking.api;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.act.FreeTimes;
import coop.maillon.booking.free.Alternative;
import coop.maillon.booking.free.Busy;
import coop.maillon.booking.free.FreeTime;
import coop.maillon.booking.free.Openings;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.api.ResourceSearch;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What is still free, under `/api/v1`. */
public final class FreeApi {

  private static final int LONGEST_MINUTES = 400 * 24 * 60;

  private final FreeTimes free;
  private final Catalogues catalogues;

  public FreeApi(FreeTimes free, Catalogues catalogues) {
    this.free = free;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get("/api/v1/resources/:slug/availability", Access.SIGNED_IN, this::availability);
    routes.get("/api/v1/openings", Access.SIGNED_IN, this::openings);
  }

  private Future<Answer> availability(Ask ask) {
    Fields fields = Fields.ofQuery(ask);
    TimeSlot window = BookingAsks.window(fields, ask.now());
    if (!fields.complete()) {
      return succeededFuture(fields.refusal());
    }
    var looking = FreeTimes.Looking.at(window, ask.who());
    return catalogues
        .fresh()
        .compose(catalogue -> PlacingAsk.seen(ask.path("slug"), catalogue, ask)
            .map(resource -> free.availability(looking, resource, catalogue)
                .map(found -> Answer.json(200, json(found, resource.site().zone()))))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> openings(Ask ask) {
    Fields fields = Fields.ofQuery(ask).required("minutes");
    TimeSlot window = BookingAsks.window(fields, ask.now());
    int minutes = fields.whole("minutes", 1, LONGEST_MINUTES).orElse(1);
    ResourceSearch search = ResourceSearch.read(fields);
    Page page = Page.read(fields);
    if (!fields.complete()) {
      return succeededFuture(fields.refusal());
    }
    var looking = FreeTimes.Looking.at(window, ask.who());
    return catalogues
        .fresh()
        .compose(catalogue -> free.vacancies(looking, wanted(search, catalogue, ask), catalogue)
            .map(found -> Openings.earliest(found, minutes, page.offset() + page.limit() + 1))
            .map(found -> page.of(found, new BookingJson(catalogue, ask.now()))));
  }

  private static List<Resource> wanted(ResourceSearch search, Catalogue catalogue, Ask ask) {
    return search.in(catalogue).stream()
        .filter(resource -> !resource.isRetired())
        .filter(resource -> ask.who().maySee(resource.site().id().value()))
        .toList();
  }

  private record Page(int offset, int limit) {

    static Page read(Fields fields) {
      return new Page(
          fields.whole("cursor", 0, 10_000).orElse(0),
          fields.whole("limit", 1, 200).orElse(50));
    }

    Answer of(List<Alternative> found, BookingJson json) {
      var items = json.alternatives(found.stream().skip(offset).limit(limit).toList());
      boolean isMore = found.size() > offset + limit;
      return Answer.json(
          200,
          new JsonObject()
              .put("items", items)
              .put("next", isMore ? Integer.toString(offset + limit) : null));
    }
  }

  private static JsonObject json(FreeTimes.Availability found, ZoneId zone) {
    var free = new JsonArray();
    found.free().forEach(stretch -> free.add(json(stretch, zone)));
    var busy = new JsonArray();
    found.busy().forEach(taken -> busy.add(json(taken, zone)));
    return new JsonObject().put("free", free).put("busy", busy);
  }

  private static JsonObject json(FreeTime.Stretch stretch, ZoneId zone) {
    return json(stretch.during(), zone).put("units", stretch.units());
  }

  private static JsonObject json(Busy busy, ZoneId zone) {
    return json(busy.during(), zone)
        .put("unit", busy.unit().toString())
        .put("cause", busy.cause().name().toLowerCase(Locale.ROOT));
  }

  private static JsonObject json(TimeSlot slot, ZoneId zone) {
    return new JsonObject()
        .put("start", BookingJson.time(slot.start(), zone))
        .put("end", BookingJson.time(slot.end(), zone));
  }
}
