package coop.maillon.booking.planning;

import coop.maillon.booking.BookingId;
import coop.maillon.event.Event;
import coop.maillon.resource.ResourceId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an event says of the planning: where and when something changed, and through whom. */
record Changed(Event event) {

  boolean concernsPlanning() {
    String kind = event.kind();
    return kind.startsWith("booking.") || kind.startsWith("hold.") || kind.startsWith("closure.");
  }

  /** `planning:lyon:2026-12-08` for each day on which it is or was. */
  Set<String> topics() {
    var topics = new LinkedHashSet<String>();
    both("days").forEach(day -> topics.add("planning:" + day));
    return topics;
  }

  /** What it is about, now and before. */
  Set<ResourceId> resources() {
    var resources = new LinkedHashSet<ResourceId>();
    both("resources").forEach(id -> resources.add(new ResourceId(((Number) id).longValue())));
    return resources;
  }

  Optional<BookingId> booking() {
    return number("booking").map(BookingId::new);
  }

  /** Whose hold it is. */
  Optional<Long> holder() {
    return event.kind().startsWith("hold.") ? number("member") : Optional.empty();
  }

  /** Bookings that lie on another unit of their pool since. */
  List<Long> lanes() {
    return array(event.data(), "lanes").map(id -> ((Number) id).longValue()).toList();
  }

  private Stream<Object> both(String member) {
    JsonObject before = event.data().getJsonObject("before", new JsonObject());
    return Stream.concat(array(event.data(), member), array(before, member));
  }

  private Optional<Long> number(String member) {
    Object value = event.data().getValue(member);
    return value == null ? Optional.empty() : Optional.of(Long.valueOf(value.toString()));
  }

  private static Stream<Object> array(JsonObject json, String member) {
    return json.getJsonArray(member, new JsonArray()).stream();
  }
}
