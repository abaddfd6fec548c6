package coop.maillon.live;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * What one reader is told of one event.
 *
 * @param html a piece of page to be put in, rendered for what the reader may know
 * @param data the same for programs
 */
public record Message(String kind, Optional<String> html, JsonObject data) {

  /** As it is sent. */
  String text(long seq, String topic) {
    var json = new JsonObject().put("seq", seq).put("topic", topic).put("kind", kind);
    html.ifPresent(piece -> json.put("html", piece));
    return json.put("data", data).encode();
  }
}
