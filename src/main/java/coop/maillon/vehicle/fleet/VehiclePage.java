package coop.maillon.vehicle.fleet;

import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Words;
import java.text.NumberFormat;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What vehicle/manage shows: what a car can do and how full it was when somebody looked last.
 *
 * @param typed by name of the field, as a text
 * @param last what was read last, in a sentence
 * @param learned what its trips have told of its consumption, in a sentence
 */
public record VehiclePage(
    String title,
    String slug,
    Map<String, String> typed,
    Optional<String> last,
    Optional<String> learned,
    Map<String, String> problems) {

  private static final Parameters USUAL = Parameters.of(50, 16, 7.4);

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  static VehiclePage of(Ask ask, Resource resource, Optional<Standing> standing) {
    return new VehiclePage(
        ask.words().say("vehicle.of", "name", resource.name()),
        resource.slug(),
        typed(standing.map(Standing::parameters).orElse(USUAL), numbers(ask.words())),
        standing.flatMap(one -> one.noted().map(noted -> said(noted, resource, ask.words()))),
        standing.flatMap(Standing::learned).map(seen -> said(seen, ask.words())),
        Map.of());
  }

  /** The same with what was typed, and what is to be mended. */
  VehiclePage refused(Ask ask, List<FieldProblem> found) {
    var kept = new HashMap<>(typed);
    typed.keySet().forEach(name -> ask.form(name).ifPresent(text -> kept.put(name, text)));
    var byField = new HashMap<String, String>();
    found.forEach(problem -> byField.putIfAbsent(problem.field(), problem.message()));
    return new VehiclePage(title, slug, kept, last, learned, byField);
  }

  private static Map<String, String> typed(Parameters is, NumberFormat as) {
    var typed = new HashMap<>(Map.of(
        "usable", as.format(is.usableKwh()),
        "consumption", as.format(is.kwhPer100Km()),
        "plug", as.format(is.plugKw()),
        "efficiency", as.format(100 * is.efficiency()),
        "reserve", as.format(100 * is.reserve()),
        "margin", as.format(100 * (is.margin() - 1)),
        "winter", as.format(100 * (is.winter() - 1))));
    List.of("socPct", "odometerKm", "corrects", "forget").forEach(name -> typed.put(name, ""));
    return typed;
  }

  private static String said(Noted noted, Resource resource, Words words) {
    ZonedDateTime at = noted.at().atZone(resource.site().zone());
    return words.say(
        "vehicle.last",
        Map.of(
            "percent",
            (int) Math.floor(noted.socPct()),
            "day",
            words.day(at.toLocalDate()),
            "time",
            words.time(at.toLocalTime()),
            "plugged",
            noted.plugged() ? "yes" : "no"));
  }

  private static String said(Learned seen, Words words) {
    var numbers = numbers(words);
    numbers.setMaximumFractionDigits(1);
    return words.say(
        "vehicle.learned", "trips", seen.trips(), "kwh", numbers.format(seen.kwhPer100Km()));
  }

  /** As people write them, and as they are read again. */
  private static NumberFormat numbers(Words words) {
    var numbers = NumberFormat.getInstance(words.locale());
    numbers.setGroupingUsed(false);
    numbers.setMaximumFractionDigits(2);
    return numbers;
  }
}
