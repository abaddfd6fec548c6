package coop.maillon.resource.manage;

import coop.maillon.resource.Approval;
import coop.maillon.resource.DayStretch;
import coop.maillon.resource.Limit;
import coop.maillon.resource.Policy;
import coop.maillon.resource.WeeklyHours;
import coop.maillon.web.Fields;
import coop.maillon.web.Words;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of a form that says rules: opening hours by weekday, limits, approval. Blank is silent. */
final class PolicyForm {

  /** How many stretches a day has in the form. */
  private static final int STRETCHES = 2;

  private PolicyForm() {}

  /** What is said; what does not read is noted in the fields. */
  static Policy read(Fields fields) {
    var policy = Policy.SILENT;
    var hours = hours(fields);
    if (hours.isPresent()) {
      policy = policy.with(hours.get());
    }
    var approval = fields.text("approval").optional().flatMap(Approval::of);
    if (approval.isPresent()) {
      policy = policy.with(approval.get());
    }
    var limits = limits(fields);
    if (Policy.contradictsItself(limits)) {
      fields.problem(Limit.SHORTEST.member(), "manage.policy.contradiction");
      return policy;
    }
    return new Policy(policy.hours(), policy.approval(), limits);
  }

  private static Map<Limit, Integer> limits(Fields fields) {
    var limits = new EnumMap<Limit, Integer>(Limit.class);
    for (Limit limit : Limit.values()) {
      fields
          .whole(limit.member(), limit.least(), limit.most())
          .ifPresent(value -> limits.put(limit, value));
    }
    return limits;
  }

  private static Optional<WeeklyHours> hours(Fields fields) {
    return switch (fields.text("hours").optional().orElse("")) {
      case "always" -> Optional.of(WeeklyHours.ALWAYS);
      case "own" -> Optional.of(week(fields));
      default -> Optional.empty();
    };
  }

  private static WeeklyHours week(Fields fields) {
    var week = new EnumMap<DayOfWeek, List<DayStretch>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(
          day,
          Stream.of(1, 2).flatMap(n -> stretch(fields, name(day, n)).stream()).toList());
    }
    return new WeeklyHours(week);
  }

  /** Midnight as an end is the end of the day. */
  private static Optional<DayStretch> stretch(Fields fields, String name) {
    var from = fields.text(name + "-from").optional();
    var to = fields.text(name + "-to").optional().map(end -> end.equals("00:00") ? "24:00" : end);
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    var stretch = from.flatMap(start -> to.flatMap(end -> DayStretch.parse(start, end)));
    if (stretch.isEmpty()) {
      fields.problem(name.substring(0, 3), "manage.policy.stretch");
    }
    return stretch;
  }

  private static String name(DayOfWeek day, int stretch) {
    return day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT) + "-" + stretch;
  }

  /** The fields of what is said; where the hours are not, those in force stand ready to be changed. */
  static Map<String, List<String>> typed(Policy said, Policy inForce) {
    var typed = new HashMap<String, List<String>>();
    boolean isAlways = said.hours().filter(WeeklyHours::isAlways).isPresent();
    typed.put("hours", List.of(said.hours().isEmpty() ? "inherited" : isAlways ? "always" : "own"));
    WeeklyHours shown = isAlways ? WeeklyHours.USUAL : inForce.openingHours();
    for (DayOfWeek day : DayOfWeek.values()) {
      var stretches = shown.of(day);
      for (int n = 1; n <= Math.min(STRETCHES, stretches.size()); n++) {
        typed.put(name(day, n) + "-from", List.of(stretches.get(n - 1).opens()));
        typed.put(
            name(day, n) + "-to", List.of(stretches.get(n - 1).closes().replace("24:00", "00:00")));
      }
    }
    said.approval().ifPresent(approval -> typed.put("approval", List.of(approval.word())));
    said.limits().forEach((limit, value) -> typed.put(limit.member(), List.of(value.toString())));
    return typed;
  }

  /**
   * What manage/_policy shows.
   *
   * @param hours whose hours hold
   */
  public record View(
      List<Choice> hours, List<Day> days, List<Choice> approval, List<Number> limits) {}

  /** One weekday of the editor. */
  public record Day(String label, List<Stretch> stretches, Optional<String> problem) {}

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

  /** @param inherited the rules that hold where nothing is said */
  static View view(Typed typed, Policy inherited, Words words, Map<String, String> problems) {
    return new View(
        choices(typed, "hours", words, "inherited", "always", "own"),
        Arrays.stream(DayOfWeek.values())
            .map(day -> day(day, typed, words, problems))
            .toList(),
        choices(typed, "approval", words, "", "never", "always"),
        Arrays.stream(Limit.values())
            .map(limit -> number(limit, typed, new Ground(inherited, words, problems)))
            .toList());
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
    var stretches = Stream.of(1, 2)
        .map(n -> new Stretch(
            name(day, n),
            typed.text(name(day, n) + "-from"),
            typed.text(name(day, n) + "-to"),
            words.say("manage.policy.from", "day", label, "number", n),
            words.say("manage.policy.to", "day", label, "number", n)))
        .toList();
    return new Day(
        label, stretches, Optional.ofNullable(problems.get(name(day, 1).substring(0, 3))));
  }

  private record Ground(Policy inherited, Words words, Map<String, String> problems) {}

  private static Number number(Limit limit, Typed typed, Ground ground) {
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
