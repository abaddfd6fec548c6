package coop.maillon.notification;

import coop.maillon.web.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message in the words of its reader.
 *
 * @param sentences what follows the title
 */
public record Wording(String title, List<String> sentences) {

  private static final Map<String, String> ICONS = Map.ofEntries(
      Map.entry("booking.placed", "check"),
      Map.entry("booking.pending", "glass"),
      Map.entry("booking.asked", "glass"),
      Map.entry("booking.approved", "check"),
      Map.entry("booking.rejected", "x"),
      Map.entry("booking.moved", "swap"),
      Map.entry("booking.changed", "info"),
      Map.entry("booking.cancelled", "x"),
      Map.entry("booking.restored", "undo"),
      Map.entry("booking.extended", "clock"),
      Map.entry("booking.released", "x"),
      Map.entry("booking.invited", "people"),
      Map.entry("series.placed", "check"),
      Map.entry("series.pending", "glass"),
      Map.entry("series.asked", "glass"),
      Map.entry("series.moved", "swap"),
      Map.entry("series.changed", "info"),
      Map.entry("series.cancelled", "x"),
      Map.entry("series.restored", "undo"),
      Map.entry("series.invited", "people"));

  public static Wording of(String kind, JsonObject data, Words words) {
    var key = "notification." + kind;
    var gaps = gaps(data, words);
    var sentences = new ArrayList<String>();
    if (words.has(key + ".text")) {
      sentences.add(words.say(key + ".text", gaps));
    }
    addLines(sentences, data, words);
    addDetails(sentences, data, words);
    return new Wording(words.say(key + ".title", gaps), sentences);
  }

  public static String icon(String kind) {
    return ClosureTale.KINDS.contains(kind)
        ? "lock"
        : Plain.iconOf(kind)
            .or(() -> BoardTale.iconOf(kind))
            .orElseGet(() -> ICONS.getOrDefault(kind, "info"));
  }

  private static Map<String, Object> gaps(JsonObject data, Words words) {
    var gaps = new HashMap<String, Object>();
    gaps.put("what", what(data));
    gaps.put("when", data.containsKey("start") ? when(data, data.getString("zone"), words) : "");
    gaps.put("until", until(data, words));
    gaps.put("from", day(data, "start", words));
    gaps.put("last", day(data, "last", words));
    gaps.put("pending", data.getInteger("pending", 0));
    gaps.put("count", data.getInteger("count", 0));
    gaps.put("percent", data.getInteger("percent", 0));
    gaps.put("plug", data.getString("plug", "").replace('-', '_'));
    gaps.put("km", data.getInteger("km", 0));
    gaps.put("length", words.minutes(data.getInteger("minutes", 0)));
    Stream.of("who", "name", "place", "reason", "outcome", "about", "skill", "nearness")
        .forEach(name -> gaps.put(name, data.getString(name, "")));
    return gaps;
  }

  /** The day of that moment, at the place. */
  private static String day(JsonObject data, String name, Words words) {
    return data.containsKey(name)
        ? words.day(Instant.parse(data.getString(name))
            .atZone(ZoneId.of(data.getString("zone")))
            .toLocalDate())
        : "";
  }

  /** A day, or a moment of the place. */
  private static String until(JsonObject data, Words words) {
    var until = data.getString("until", "");
    if (until.isEmpty()) {
      return "";
    }
    if (until.indexOf('T') < 0) {
      return words.day(LocalDate.parse(until));
    }
    var at = Instant.parse(until).atZone(ZoneId.of(data.getString("zone")));
    return words.day(at.toLocalDate()) + " " + words.time(at.toLocalTime());
  }

  public String text() {
    return String.join(" ", sentences);
  }

  /** What became of each booking that is told of. */
  private static void addLines(List<String> sentences, JsonObject data, Words words) {
    data.getJsonArray("lines", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .forEach(line -> sentences.add(line(line, data.getString("zone"), words)));
  }

  private static String line(JsonObject line, String zone, Words words) {
    var before = line.getJsonObject("before");
    var gaps = new HashMap<String, Object>();
    gaps.put("what", what(before));
    gaps.put("when", when(before, zone, words));
    if (!line.containsKey("after")) {
      return words.say("notification.line.lost", gaps);
    }
    var after = line.getJsonObject("after");
    gaps.put("to", what(after));
    gaps.put("then", when(after, zone, words));
    boolean isKept = after.getString("start").equals(before.getString("start"))
        && after.getString("end").equals(before.getString("end"));
    return words.say(isKept ? "notification.line.kept" : "notification.line.moved", gaps);
  }

  private static void addDetails(List<String> sentences, JsonObject data, Words words) {
    if (data.containsKey("dates")) {
      addDates(sentences, data, words);
    }
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

  /** Of several dates: when the first is, and how many wait for a yes while others are sure. */
  private static void addDates(List<String> sentences, JsonObject data, Words words) {
    int pending = data.getInteger("pending");
    var when = when(data, data.getString("zone"), words);
    sentences.add(words.say("notification.series.first", "when", when));
    if (pending > 0 && pending < data.getInteger("count")) {
      sentences.add(words.say("notification.series.some", "pending", pending));
    }
  }

  static String what(JsonObject data) {
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
