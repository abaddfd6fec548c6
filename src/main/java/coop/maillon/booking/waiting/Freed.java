package coop.maillon.booking.waiting;

import coop.maillon.event.Event;
import coop.maillon.resource.ResourceId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What events say may have become free. */
public final class Freed {

  private static final Set<String> KINDS = Set.of(
      "booking.cancelled",
      "booking.moved",
      "booking.rejected",
      "booking.restored",
      "booking.released",
      "booking.returned",
      "hold.released",
      "closure.lifted",
      "closure.shortened",
      "closure.undone");

  private Freed() {}

  /** The resources; empty where nothing was freed. */
  public static Optional<Set<ResourceId>> by(List<Event> events) {
    Set<ResourceId> freed = events.stream()
        .filter(event -> KINDS.contains(event.kind()))
        .map(Event::data)
        .flatMap(data -> Stream.of(data, data.getJsonObject("before", new JsonObject())))
        .flatMap(data -> data.getJsonArray("resources", new JsonArray()).stream())
        .map(id -> new ResourceId(((Number) id).longValue()))
        .collect(Collectors.toSet());
    return Optional.of(freed).filter(some -> !some.isEmpty());
  }
}
