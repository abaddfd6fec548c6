package coop.maillon.vehicle.damage;

import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.LocalPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What vehicle/damage shows: what is known to be damaged on a car, and the form in which somebody says more.
 *
 * @param next where it leads once it is sent
 * @param closed until when it is closed for safety, in a sentence
 * @param manage the page of those who coordinate the site
 */
record DamagePage(
    String title,
    String slug,
    String name,
    String next,
    Optional<String> closed,
    List<DamageCard> damages,
    DamagePart form,
    Optional<String> manage) {

  public boolean none() {
    return damages.isEmpty();
  }

  public boolean anyProblem() {
    return !form.problems().isEmpty();
  }

  static DamagePage of(Ask ask, Resource car, Scene scene, List<FieldProblem> problems) {
    var words = ask.words();
    var zone = car.site().zone();
    return new DamagePage(
        words.say("damage.of", "name", car.name()),
        car.slug(),
        car.name(),
        next(ask),
        scene
            .closedUntil()
            .map(until -> words.say(
                "damage.closed.until", "day", words.day(until.atZone(zone).toLocalDate()))),
        DamageCard.of(scene.open(), car, words),
        DamagePart.of(ask, DamagePart.Unsafe.of(scene.weight()), byField(problems)),
        ask.who().mayCoordinate(car.site().id().value())
            ? Optional.of("/manage/vehicles/" + car.slug() + "/damage")
            : Optional.empty());
  }

  private static Map<String, String> byField(List<FieldProblem> problems) {
    return problems.stream()
        .collect(
            Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, more) -> first));
  }

  /** Back to where the form was opened. */
  static String next(Ask ask) {
    return ask.form("next").or(() -> ask.query("next")).flatMap(LocalPath::of).orElse("");
  }
}
