package coop.maillon.resource.rules;

import coop.maillon.resource.Approval;
import coop.maillon.resource.DayStretch;
import coop.maillon.resource.Limit;
import coop.maillon.resource.Policy;
import coop.maillon.resource.Return;
import coop.maillon.resource.WeeklyHours;
import coop.maillon.web.Fields;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The part of a form that says rules: opening hours by weekday and by date, limits, approval. Blank is silent. */
public final class PolicyForm {

  /** How many stretches a day may have in the form; two are shown, blank ones beyond unfold. */
  static final int STRETCHES = 8;

  static final String RETURN = "return";

  private PolicyForm() {}

  /** What is said; what does not read is noted in the fields. */
  public static Policy read(Fields fields) {
    var policy = Policy.SILENT;
    var hours = hours(fields);
    if (hours.isPresent()) {
      policy = policy.with(hours.get());
    }
    var approval = fields.text("approval").optional().flatMap(Approval::of);
    if (approval.isPresent()) {
      policy = policy.with(approval.get());
    }
    var bringingBack = fields.text(RETURN).optional().flatMap(Return::of);
    if (bringingBack.isPresent()) {
      policy = policy.with(bringingBack.get());
    }
    var limits = limits(fields);
    if (Policy.contradictsItself(limits)) {
      fields.problem(Limit.SHORTEST.member(), "manage.policy.contradiction");
      return policy;
    }
    return policy.with(limits).with(CalendarForm.read(fields)).with(AdmissionForm.read(fields));
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
          IntStream.rangeClosed(1, STRETCHES)
              .boxed()
              .flatMap(n -> stretch(fields, name(day, n)).stream())
              .toList());
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

  static String name(DayOfWeek day, int stretch) {
    return day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT) + "-" + stretch;
  }

  /** The fields of what is said; where the hours are not, those in force stand ready to be changed. */
  public static Map<String, List<String>> typed(Policy said, Policy inForce) {
    var typed = new HashMap<String, List<String>>();
    boolean isAlways = said.hours().filter(WeeklyHours::isAlways).isPresent();
    typed.put("hours", List.of(said.hours().isEmpty() ? "inherited" : isAlways ? "always" : "own"));
    WeeklyHours shown = isAlways ? WeeklyHours.USUAL : inForce.openingHours().week();
    for (DayOfWeek day : DayOfWeek.values()) {
      var stretches = shown.of(day);
      for (int n = 1; n <= Math.min(STRETCHES, stretches.size()); n++) {
        typed.put(name(day, n) + "-from", List.of(stretches.get(n - 1).opens()));
        typed.put(
            name(day, n) + "-to", List.of(stretches.get(n - 1).closes().replace("24:00", "00:00")));
      }
    }
    said.approval().ifPresent(approval -> typed.put("approval", List.of(approval.word())));
    said.bringingBack().ifPresent(one -> typed.put(RETURN, List.of(one.word())));
    typed.putAll(CalendarForm.typed(said.calendar()));
    typed.putAll(AdmissionForm.typed(said.admission()));
    said.limits().forEach((limit, value) -> typed.put(limit.member(), List.of(value.toString())));
    return typed;
  }
}
