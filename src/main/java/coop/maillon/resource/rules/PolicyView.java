package coop.maillon.resource.rules;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Limit;
import coop.maillon.resource.Policy;
import coop.maillon.web.Words;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What manage/_policy shows.
 *
 * @param hours whose hours hold
 * @param exceptions those said, and blank ones
 */
public record PolicyView(
    List<Choice> hours,
    List<Day> days,
    List<CalendarForm.Row> exceptions,
    List<Choice> holidays,
    List<Choice> approval,
    List<Choice> bringingBack,
    List<Number> limits,
    List<AdmissionForm.Boxes> admission) {

  /**
   * Where the rules are shown.
   *
   * @param inherited the rules that hold where nothing is said
   */
  public record Setting(
      Catalogue catalogue, Policy inherited, Words words, Map<String, String> problems) {}

  private static final int USUAL = 2;
  private static final int MORE = 2;

  /**
   * One weekday of the editor.
   *
   * @param more blank ones, to be unfolded
   */
  public record Day(
      String label, List<Stretch> stretches, List<Stretch> more, Optional<String> problem) {}

  /** Two time fields. */
  public record Stretch(String name, String from, String to, String fromLabel, String toLabel) {}

  /** A rule that is a number; {@code hint} says what holds where it is blank. */
  public record Number(
      String name,
      String label,
      String value,
      int least,
      int most,
      String hint,
      Optional<String> problem) {}

  public static PolicyView of(Typed typed, Setting setting) {
    var words = setting.words();
    var problems = setting.problems();
    return new PolicyView(
        choices(typed, "hours", words, "inherited", "always", "own"),
        Arrays.stream(DayOfWeek.values())
            .map(day -> day(day, typed, words, problems))
            .toList(),
        CalendarForm.rows(typed, problems),
        choices(typed, "holidays", words, "", "open", "closed"),
        choices(typed, "approval", words, "", "never", "always"),
        choices(typed, PolicyForm.RETURN, words, "", "needed", "by-time"),
        Arrays.stream(Limit.values())
            .map(limit -> number(limit, typed, setting))
            .toList(),
        AdmissionForm.boxes(typed, setting));
  }

  private static List<Choice> choices(Typed typed, String name, Words words, String... values) {
    return Arrays.stream(values)
        .map(value -> new Choice(
            value,
            words.say("manage.policy." + name + "." + (value.isEmpty() ? "inherited" : value)),
            typed.text(name).equals(value)))
        .toList();
  }

  private static Day day(DayOfWeek day, Typed typed, Words words, Map<String, String> problems) {
    String label = day.getDisplayName(TextStyle.FULL, words.locale());
    var all = IntStream.rangeClosed(1, PolicyForm.STRETCHES)
        .mapToObj(n -> new Stretch(
            PolicyForm.name(day, n),
            typed.text(PolicyForm.name(day, n) + "-from"),
            typed.text(PolicyForm.name(day, n) + "-to"),
            words.say("manage.policy.from", "day", label, "number", n),
            words.say("manage.policy.to", "day", label, "number", n)))
        .toList();
    int shown = shown(all);
    return new Day(
        label,
        all.subList(0, shown),
        all.subList(shown, Math.min(shown + MORE, all.size())),
        Optional.ofNullable(problems.get(PolicyForm.name(day, 1).substring(0, 3))));
  }

  /** All that are filled in, and no fewer than a morning and an afternoon. */
  private static int shown(List<Stretch> all) {
    return IntStream.rangeClosed(1, all.size())
        .filter(n -> !all.get(n - 1).from().isEmpty() || !all.get(n - 1).to().isEmpty())
        .max()
        .stream()
        .map(last -> Math.max(last, USUAL))
        .findFirst()
        .orElse(USUAL);
  }

  private static Number number(Limit limit, Typed typed, Setting ground) {
    Words words = ground.words();
    Integer holds = ground.inherited().inForce().limits().get(limit);
    String hint = holds == null
        ? words.say("manage.policy.none")
        : words.say("manage.policy.otherwise", "value", holds);
    return new Number(
        limit.member(),
        words.say("manage.policy." + limit.member()),
        typed.text(limit.member()),
        limit.least(),
        limit.most(),
        hint,
        Optional.ofNullable(ground.problems().get(limit.member())));
  }
}
