package coop.maillon.live;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What a page asks for: `{"subscribe":["planning:lyon:2026-12-08"],"after":17}`.
 *
 * @param after the last number that it has seen, where it comes back
 */
record Subscription(List<String> topics, Optional<Long> after) {

  private static final int MOST = 40;

  /** Empty for anything else. */
  static Optional<Subscription> read(String text) {
    try {
      var json = new JsonObject(text);
      JsonArray topics = json.getJsonArray("subscribe", new JsonArray());
      boolean readable = json.containsKey("subscribe")
          && topics.size() <= MOST
          && topics.stream().allMatch(String.class::isInstance);
      Long after = json.getLong("after");
      return readable
          ? Optional.of(new Subscription(
              topics.stream().map(String.class::cast).distinct().toList(),
              Optional.ofNullable(after)))
          : Optional.empty();
    } catch (DecodeException | ClassCastException unreadable) {
      return Optional.empty();
    }
  }
}
