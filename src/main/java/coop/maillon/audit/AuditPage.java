package coop.maillon.audit;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What audit/list shows: who did what to whom, the newest first; {@code older} leads to what was before. */
public record AuditPage(
    String title,
    String text,
    String back,
    String backLabel,
    List<Line> lines,
    Optional<String> older) {

  public boolean any() {
    return !lines.isEmpty();
  }

  /** One thing that was done; {@code href} leads to it where it has a page. */
  public record Line(
      String when,
      String actor,
      String what,
      String member,
      Optional<String> href,
      String before,
      String after) {}

  /** Where a page of the trail is, and what it is called. */
  record Place(String path, String key, String back, String backKey) {}

  static AuditPage of(Ask ask, Place place, List<Trace> traces, Catalogue catalogue) {
    var words = ask.words();
    var scribe = new Scribe(words, catalogue);
    return new AuditPage(
        words.say("audit." + place.key()),
        words.say("audit." + place.key() + ".text"),
        place.back(),
        words.say(place.backKey()),
        traces.stream().map(scribe::line).toList(),
        traces.size() < AuditRoutes.LIMIT
            ? Optional.empty()
            : Optional.of(
                place.path() + "?before=" + traces.get(traces.size() - 1).seq()));
  }

  /** Puts traces into words. */
  private record Scribe(Words words, Catalogue catalogue) {

    Line line(Trace trace) {
      String key = "audit.kind." + trace.kind();
      return new Line(
          moment(trace.at()),
          trace.actor().orElseGet(() -> words.say("audit.time")),
          words.has(key) ? words.say(key) : trace.kind(),
          trace.member().orElse(""),
          href(trace.what()),
          trace.before().map(this::told).orElse(""),
          trace.after().map(this::told).orElse(""));
    }

    private static Optional<String> href(String what) {
      return Stream.of("booking:", "post:")
          .filter(what::startsWith)
          .map(start ->
              (start.equals("post:") ? "/board/" : "/bookings/") + what.substring(start.length()))
          .findFirst();
    }

    private String told(JsonObject side) {
      return Stream.of(resources(side), times(side), rights(side))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(", "));
    }

    private String resources(JsonObject side) {
      return named(side).map(Resource::name).collect(Collectors.joining(" + "));
    }

    private Stream<Resource> named(JsonObject side) {
      return side.getJsonArray("resources", new JsonArray()).stream()
          .flatMap(id -> catalogue.resource(new ResourceId(((Number) id).longValue())).stream());
    }

    private String times(JsonObject side) {
      if (side.getString("start") == null || side.getString("end") == null) {
        return "";
      }
      ZoneId zone = zone(side);
      return words.range(
          Instant.parse(side.getString("start")).atZone(zone),
          Instant.parse(side.getString("end")).atZone(zone));
    }

    private String rights(JsonObject side) {
      return Stream.of("state", "standing", "reason", "outcome")
          .flatMap(name -> Stream.ofNullable(side.getValue(name)))
          .map(Object::toString)
          .filter(text -> !text.isBlank())
          .collect(Collectors.joining(", "));
    }

    private String moment(Instant at) {
      var local = at.atZone(home());
      return words.date(local.toLocalDate()) + " " + words.time(local.toLocalTime());
    }

    private ZoneId zone(JsonObject side) {
      return named(side).map(resource -> resource.site().zone()).findFirst().orElseGet(this::home);
    }

    private ZoneId home() {
      return catalogue.sites().stream()
          .findFirst()
          .map(site -> site.zone())
          .orElse(ZoneId.of("Europe/Paris"));
    }
  }
}
