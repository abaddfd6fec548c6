package coop.maillon.booking.planning;

import coop.maillon.booking.api.BookingJson;
import coop.maillon.booking.planning.LiveScene.OneDay;
import coop.maillon.booking.planning.LiveScene.Variant;
import coop.maillon.booking.planning.PlanningStore.Raw;
import coop.maillon.live.Channel;
import coop.maillon.live.Message;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Unit;
import coop.maillon.web.Views;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders what changed, once for all readers who may know the same: of each row that it touches the booking itself, and the
 * gaps and counts, which are the same for everybody. Other people's bookings in those rows stay as each page has them.
 */
final class LiveRows {

  private final Views views;

  LiveRows(Views views) {
    this.views = views;
  }

  /** What the template `booking/_live` shows. */
  record LivePage(List<RowPage> rows) {}

  Channel.Telling telling(LiveScene scene, Map<String, OneDay> days) {
    var told = new HashMap<String, Map<Variant, Message>>();
    return (reader, topic) -> Optional.ofNullable(days.get(topic)).map(day -> {
      Variant variant = scene.variant(reader);
      return told.computeIfAbsent(topic, first -> new HashMap<>())
          .computeIfAbsent(variant, first -> message(scene, day, reader, variant));
    });
  }

  private Message message(LiveScene scene, OneDay day, Who reader, Variant variant) {
    Words words = views.messages().in(variant.language());
    var seen = day.raws().stream().map(raw -> see(scene, raw, variant)).toList();
    var ledger = Ledger.of(scene.catalogue(), scene.now(), seen);
    Columns columns = Columns.whole(day.day());
    List<RowPage> rows = day.touched().stream()
        .map(resource -> RowPage.of(ledger.scene(resource, day.day(), columns, words)))
        .map(row -> row.only(id(scene)))
        .toList();
    String html = views.fragment("booking/_live", new LivePage(rows), variant.language());
    return new Message(scene.changed().event().kind(), Optional.of(html), data(scene, day, reader));
  }

  /** The one that it is about as the reader may know it; of the others, that they are there. */
  private static Taken see(LiveScene scene, Raw raw, Variant variant) {
    Taken open = raw.open();
    boolean about = open.isBooking() && String.valueOf(open.id()).equals(id(scene));
    return open.sort() == Taken.Sort.CLOSED
        ? open
        : open.seen(about ? variant.sight() : Sight.TIME);
  }

  private static String id(LiveScene scene) {
    return scene.booking().map(booking -> booking.id().toString()).orElse("");
  }

  private static JsonObject data(LiveScene scene, OneDay day, Who reader) {
    var data = new JsonObject();
    var json = new BookingJson(scene.catalogue(), scene.now());
    scene.booking().ifPresent(booking -> data.put("booking", json.of(booking, reader)));
    JsonObject told = scene.changed().event().data();
    List.of("hold", "holds", "closure", "start", "end", "reason").forEach(member -> {
      boolean hidden = member.equals("reason") && scene.booking().isPresent();
      if (told.containsKey(member) && !hidden) {
        data.put(member, told.getValue(member));
      }
    });
    data.put("day", day.day().date().toString()).put("site", day.day().site().slug());
    data.put(
        "resources", new JsonArray(day.touched().stream().map(Resource::slug).toList()));
    return data.put("lanes", lanes(scene, day));
  }

  private static JsonArray lanes(LiveScene scene, OneDay day) {
    var lanes = new JsonArray();
    for (Resource pool : day.touched()) {
      List<Long> units =
          pool.units().stream().map(Unit::id).map(id -> id.value()).toList();
      for (Raw raw : day.raws()) {
        int lane = units.indexOf(raw.open().unit()) + 1;
        if (pool.isPool()
            && lane > 0
            && scene.changed().lanes().contains(raw.open().id())) {
          lanes.add(new JsonObject()
              .put("booking", String.valueOf(raw.open().id()))
              .put("resource", pool.slug())
              .put("lane", lane));
        }
      }
    }
    return lanes;
  }
}
