package coop.maillon.vehicle.charging;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Site;
import coop.maillon.vehicle.Departure;
import coop.maillon.web.Ask;
import coop.maillon.web.SearchBox.Choice;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What vehicle/charging shows: each car of a site with what it must hold, and until when. */
record ChargingPage(String title, String site, List<Choice> sites, List<Line> cars) {

  private static final Map<String, String> KINDS =
      Map.of("ready", "ok", "charging", "ok", "to-plug", "wait", "short", "no");
  private static final Map<String, String> ICONS =
      Map.of("ready", "check", "charging", "bolt", "to-plug", "plug", "short", "alert");

  public boolean none() {
    return cars.isEmpty();
  }

  public boolean several() {
    return sites.size() > 1;
  }

  /** A car, how it stands by a sign and in a word, and what it must hold when, in a sentence each. */
  record Line(
      String name,
      String slug,
      String kind,
      String icon,
      String label,
      String needed,
      Optional<String> expected,
      Optional<String> plugBy) {}

  static ChargingPage of(Ask ask, Site site, Catalogue catalogue, List<Target> targets) {
    return new ChargingPage(
        ask.words().say("charging.title", "site", site.name()),
        site.slug(),
        catalogue.sites().stream()
            .map(one -> new Choice(one.slug(), one.name(), one.equals(site)))
            .toList(),
        targets.stream().map(target -> line(target, ask.words())).toList());
  }

  private static Line line(Target target, Words words) {
    String state = target.state();
    var leaving = target.departure();
    return new Line(
        target.car().name(),
        target.car().slug(),
        KINDS.getOrDefault(state, ""),
        ICONS.getOrDefault(state, "info"),
        words.say("charging.state." + state),
        leaving.map(one -> needed(target, one, words)).orElseGet(() -> none(state, words)),
        leaving.map(one -> words.say("charging.expected", "percent", target.expectedPct(one))),
        target.plugBy().map(last -> at(last, target, words)));
  }

  private static String none(String state, Words words) {
    return words.say(state.equals("unread") ? "vehicle.never-read" : "charging.nothing");
  }

  private static String needed(Target target, Departure leaving, Words words) {
    int percent = target.neededPct(leaving);
    var start = leaving.trip().start().atZone(target.car().site().zone());
    return words.say(
        percent > 100 ? "charging.impossible" : "charging.needed",
        Map.of(
            "percent", percent,
            "day", words.day(start.toLocalDate()),
            "time", words.time(start.toLocalTime())));
  }

  private static String at(Instant moment, Target target, Words words) {
    ZonedDateTime local = moment.atZone(target.car().site().zone());
    return words.say(
        "charging.plug-by",
        Map.of("day", words.day(local.toLocalDate()), "time", words.time(local.toLocalTime())));
  }
}
