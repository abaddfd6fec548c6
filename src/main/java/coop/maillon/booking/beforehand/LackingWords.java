package coop.maillon.booking.beforehand;

import coop.maillon.booking.beforehand.Beforehand.Lacking;
import coop.maillon.resource.Resource;
import coop.maillon.web.Words;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked of whoever books and they have not, with the trainings that give it. */
record LackingWords(
    BeforehandReads.Looking looking, Map<String, List<JsonObject>> rows, Words words) {

  /** @param bound resources of which the group that may book them binds whoever looks */
  List<Lacking> all(List<Resource> bound) {
    return Stream.concat(
            looking.resources().stream().flatMap(this::habilitations),
            bound.stream().flatMap(this::groups))
        .distinct()
        .toList();
  }

  private Stream<Lacking> habilitations(Resource resource) {
    return said(resource.policy().admission().habilitations()).stream()
        .flatMap(slug -> lacking(resource, slug).stream());
  }

  private static List<String> said(Optional<List<String>> slugs) {
    return slugs.orElse(List.of());
  }

  private Optional<Lacking> lacking(Resource resource, String slug) {
    var held = rows("held", slug);
    var day =
        LocalDate.ofInstant(looking.slot().end().minusNanos(1), resource.site().zone());
    boolean isThere = held.stream().anyMatch(row -> isValidOn(row, day));
    return isThere || held.isEmpty()
        ? Optional.empty()
        : Optional.of(new Lacking(what(resource, held), ways(resource, slug)));
  }

  private static boolean isValidOn(JsonObject row, LocalDate day) {
    String since = row.getString("since");
    return since != null
        && !LocalDate.parse(since).isAfter(day)
        && until(row).map(last -> !last.isBefore(day)).orElse(true);
  }

  private static Optional<LocalDate> until(JsonObject row) {
    return Optional.ofNullable(row.getString("until")).map(LocalDate::parse);
  }

  private String what(Resource resource, List<JsonObject> held) {
    String name = held.get(0).getString("name");
    return held.stream()
        .flatMap(row -> until(row).stream())
        .max(LocalDate::compareTo)
        .map(last -> words.say(
            "beforehand.ended",
            Map.of("name", name, "resource", resource.name(), "until", words.day(last))))
        .orElseGet(() ->
            words.say("beforehand.lacking", Map.of("name", name, "resource", resource.name())));
  }

  private List<String> ways(Resource resource, String slug) {
    var ways = new ArrayList<String>();
    rows("training", slug).stream().map(this::training).forEach(ways::add);
    ways.add(words.say(
        ways.isEmpty() ? "beforehand.ask" : "beforehand.ask-training",
        "site",
        resource.site().name()));
    return ways;
  }

  private String training(JsonObject training) {
    return words.say(
        training.getBoolean("enrolled") ? "beforehand.enrolled" : "beforehand.training",
        Map.of(
            "title", training.getString("title"),
            "day", words.day(LocalDate.parse(training.getString("day"))),
            "site", training.getString("site")));
  }

  private Stream<Lacking> groups(Resource resource) {
    var wanted = said(resource.policy().admission().groups());
    var known = wanted.stream().flatMap(slug -> rows("group", slug).stream()).toList();
    return wanted.isEmpty() || known.stream().anyMatch(row -> row.getBoolean("belongs"))
        ? Stream.of()
        : Stream.of(new Lacking(
            words.say(
                "booking.rule.group",
                Map.of(
                    "resource", resource.name(),
                    "name",
                        words.all(
                            known.stream().map(row -> row.getString("name")).toList()))),
            List.of(words.say("beforehand.ask-group", "site", resource.site().name()))));
  }

  private List<JsonObject> rows(String sort, String slug) {
    return rows.getOrDefault(sort, List.of()).stream()
        .filter(row -> row.getString("slug").equals(slug))
        .toList();
  }
}
