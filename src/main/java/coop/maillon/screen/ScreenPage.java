package coop.maillon.screen;

import coop.maillon.resource.Resource;
import coop.maillon.resource.Unit;
import coop.maillon.screen.Screen.Taken;
import coop.maillon.web.Words;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What screen/show and its part screen/_now show.
 *
 * @param here where the part is asked for again
 */
record ScreenPage(
    String language, String title, String day, String time, String here, List<Row> rows) {

  /** One resource: how it stands, and what comes today. */
  record Row(String name, String tone, String state, List<Line> lines) {}

  /** One stretch of today. */
  record Line(String times, String who) {}

  static ScreenPage of(Screens.Shown shown, Words words, Instant now, String here) {
    var at = now.atZone(shown.zone());
    var title = shown.screen().resource().isPresent()
        ? shown.resources().get(0).name()
        : shown.site().name();
    return new ScreenPage(
        words.language(),
        title,
        words.day(at.toLocalDate()),
        words.time(at.toLocalTime()),
        here,
        shown.resources().stream().map(one -> row(one, shown, words, now)).toList());
  }

  private static Row row(Resource resource, Screens.Shown shown, Words words, Instant now) {
    var units = shown.catalogue().leafUnits(resource).stream()
        .map(Unit::id)
        .map(id -> id.value())
        .collect(Collectors.toSet());
    var taken = shown.taken().stream().filter(one -> units.contains(one.unit())).toList();
    long busy = taken.stream()
        .filter(one -> !one.start().isAfter(now) && one.end().isAfter(now))
        .map(Taken::unit)
        .distinct()
        .count();
    boolean free = resource.isWhole() ? busy == 0 : busy < units.size();
    var state = resource.isPool()
        ? words.say("screen.left", "count", units.size() - busy)
        : words.say(free ? "screen.free" : "screen.taken");
    return new Row(
        resource.name(),
        free ? "ok" : "no",
        state,
        taken.stream().map(one -> line(one, shown, words)).distinct().toList());
  }

  private static Line line(Taken taken, Screens.Shown shown, Words words) {
    var from = taken.start().atZone(shown.zone());
    var to = taken.end().atZone(shown.zone());
    boolean named = shown.screen().names() == Screen.Names.FIRST && !taken.who().isEmpty();
    return new Line(
        words.times(from.toLocalTime(), to.toLocalTime()),
        taken.cause().equals("closure")
            ? words.say("screen.closed")
            : named ? taken.who() : words.say("screen.busy"));
  }
}
