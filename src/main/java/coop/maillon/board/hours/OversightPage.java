package coop.maillon.board.hours;

import coop.maillon.ledger.Limits;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What board/oversight shows: disputes to decide, hours that may be taken back, and how far accounts may go.
 *
 * @param limits for administrators
 */
record OversightPage(
    String title,
    List<Line> disputes,
    List<Line> given,
    Optional<Bounds> limits,
    Map<String, String> problems) {

  static final String TEMPLATE = "board/oversight";
  private static final int HOUR = 60;

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  public boolean anyDispute() {
    return !disputes.isEmpty();
  }

  public boolean anyGiven() {
    return !given.isEmpty();
  }

  /** One engagement. */
  record Line(String id, String href, String title, String people, String length, String when) {}

  /** In whole hours, as the fields have them. */
  record Bounds(String floor, String ceiling, String welcome) {}

  /** What it is made of besides the engagements. */
  record Facts(Limits limits, List<FieldProblem> problems, ZoneId zone) {}

  static OversightPage of(Ask ask, List<Overseen> all, Facts facts) {
    Words words = ask.words();
    return new OversightPage(
        words.say("hours.oversight"),
        lines(all.stream().filter(Overseen::disputed).toList(), words, facts.zone()),
        lines(all.stream().filter(one -> !one.disputed()).toList(), words, facts.zone()),
        ask.who().administrator() ? Optional.of(bounds(ask, facts)) : Optional.empty(),
        facts.problems().stream()
            .collect(Collectors.toMap(
                FieldProblem::field, FieldProblem::message, (first, second) -> first)));
  }

  private static List<Line> lines(List<Overseen> all, Words words, ZoneId zone) {
    return all.stream()
        .map(one -> new Line(
            one.id().toString(),
            "/board/" + one.subject().post(),
            one.subject().title(),
            words.say("hours.helps", "helper", one.helper(), "others", words.all(one.receivers())),
            words.minutes(one.minutes()),
            words.shortDay(one.since().atZone(zone).toLocalDate())))
        .toList();
  }

  /** What was typed, where it could not be taken. */
  private static Bounds bounds(Ask ask, Facts facts) {
    var limits = facts.limits();
    return new Bounds(
        ask.form("floor").orElse(String.valueOf(-limits.floor().orElse(0) / HOUR)),
        ask.form("ceiling").orElse(hours(limits.ceiling())),
        ask.form("welcome").orElse(String.valueOf(limits.welcome() / HOUR)));
  }

  private static String hours(OptionalLong minutes) {
    return minutes.isPresent() ? String.valueOf(minutes.getAsLong() / HOUR) : "";
  }
}
