package coop.maillon.notification;

import coop.maillon.web.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A message in the words of its reader.
 *
 * @param sentences what follows the title
 */
record Wording(String title, List<String> sentences) {

  private static final Map<String, String> ICONS = Map.of(
      "booking.placed", "check",
      "booking.pending", "glass",
      "booking.asked", "glass",
      "booking.approved", "check",
      "booking.rejected", "x",
      "booking.moved", "swap",
      "booking.changed", "info",
      "booking.cancelled", "x",
      "booking.restored", "undo",
      "booking.invited", "people");

  static Wording of(String kind, JsonObject data, Words words) {
    var what = what(data);
    var when = when(data, data.getString("zone"), words);
    var key = "notification." + kind;
    var sentences = new ArrayList<String>();
    var title = words.say(key + ".title", "what", what, "when", when, "who", data.getString("who"));
    if (words.has(key + ".text")) {
      sentences.add(words.say(key + ".text"));
    }
    addDetails(sentences, data, words);
    return new Wording(title, sentences);
  }

  static String icon(String kind) {
    return ICONS.getOrDefault(kind, "info");
  }

  String text() {
    return String.join(" ", sentences);
  }

  private static void addDetails(List<String> sentences, JsonObject data, Words words) {
    if (data.containsKey("before")) {
      var before = data.getJsonObject("before");
      var when = when(before, data.getString("zone"), words);
      sentences.add(words.say("notification.before", "what", what(before), "when", when));
    }
    if (data.containsKey("reason")) {
      sentences.add(words.say("notification.reason", "reason", data.getString("reason")));
    }
    if (data.containsKey("by") && !data.getString("by").equals(data.getString("who"))) {
      sentences.add(words.say("notification.by", "by", data.getString("by")));
    }
    if (!data.getString("title", "").isBlank()) {
      sentences.add(words.say("notification.title", "title", data.getString("title")));
    }
  }

  private static String what(JsonObject data) {
    return data.getJsonArray("what", new JsonArray()).stream()
        .map(Object::toString)
        .collect(Collectors.joining(" + "));
  }

  private static String when(JsonObject data, String zone, Words words) {
    var place = ZoneId.of(zone);
    return words.range(
        Instant.parse(data.getString("start")).atZone(place),
        Instant.parse(data.getString("end")).atZone(place));
  }
}
