package coop.maillon.resource;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A policy as JSON: {@code {"hours":{"mon":[["08:00","20:00"]]},"approval":"never",
 * "granularityMinutes":15}}.
 *
 * <p>A member that is absent or null is silent; a weekday that is absent is closed. Numbers are
 * named as in {@link Limit}. {@code exceptions} are {@code {"from":"2026-12-24","to":"2026-12-31","open":[["09:00","12:00"]],
 * "name":"Fêtes"}}, {@code holidays} is {@code open} or {@code closed}; {@code groups}, {@code habilitations} and
 * {@code approvalGroups} are slugs; {@code return} is {@code needed} or {@code by-time}.
 */
public final class PolicyJson {

  private static final String HOURS = "hours";
  private static final String APPROVAL = "approval";
  private static final String EXCEPTIONS = "exceptions";
  private static final String HOLIDAYS = "holidays";
  private static final String GROUPS = "groups";
  private static final String HABILITATIONS = "habilitations";
  private static final String RETURN = "return";
  private static final String APPROVAL_GROUPS = "approvalGroups";
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private static final Predicate<String> SLUG =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*").asMatchPredicate();

  private final List<Problem> problems = new ArrayList<>();

  private PolicyJson() {}

  /**
   * What does not make a policy.
   *
   * @param member the member's name, {@code hours.mon} within the hours
   * @param reason the end of a message key
   */
  public record Problem(String member, Reason reason) {}

  /** Why a member is refused. */
  public enum Reason {
    /** No policy has such a member. */
    UNKNOWN,
    /** Not of the form that the member has, or beyond what it allows. */
    MALFORMED,
    /** The shortest booking would be longer than the longest. */
    CONTRADICTION
  }

  /** A policy, or what is wrong with the JSON: all problems, in the order of its members. */
  public record Reading(Policy policy, List<Problem> problems) {

    public Reading {
      problems = List.copyOf(problems);
    }

    public <R> R fold(Function<Policy, R> whenRead, Function<List<Problem>, R> whenRefused) {
      return problems.isEmpty() ? whenRead.apply(policy) : whenRefused.apply(problems);
    }
  }

  /** Reads what a person sent. */
  public static Reading read(JsonObject json) {
    var reading = new PolicyJson();
    var policy = reading.policy(json);
    return new Reading(policy, reading.problems);
  }

  /**
   * Reads what was written by {@link #write}.
   *
   * @throws IllegalStateException where it was not
   */
  public static Policy stored(JsonObject json) {
    return read(json).fold(policy -> policy, problems -> {
      throw new IllegalStateException("a stored policy does not read: " + problems);
    });
  }

  /** Writes what the policy says, nothing where it is silent. */
  public static JsonObject write(Policy policy) {
    var json = new JsonObject();
    policy.hours().ifPresent(hours -> json.put(HOURS, write(hours)));
    policy.approval().ifPresent(approval -> json.put(APPROVAL, approval.word()));
    for (var limit : Limit.values()) {
      Optional.ofNullable(policy.limits().get(limit))
          .ifPresent(value -> json.put(limit.member(), value));
    }
    write(policy.calendar(), json);
    write(policy.admission(), json);
    policy.bringingBack().ifPresent(said -> json.put(RETURN, said.word()));
    return json;
  }

  private static void write(Calendar calendar, JsonObject json) {
    if (!calendar.exceptions().isEmpty()) {
      json.put(EXCEPTIONS, DatedHoursJson.write(calendar.exceptions()));
    }
    calendar.holidays().ifPresent(holidays -> json.put(HOLIDAYS, holidays.word()));
  }

  private static void write(Admission admission, JsonObject json) {
    admission.groups().ifPresent(slugs -> json.put(GROUPS, new JsonArray(slugs)));
    admission.habilitations().ifPresent(slugs -> json.put(HABILITATIONS, new JsonArray(slugs)));
    admission.asking().ifPresent(slugs -> json.put(APPROVAL_GROUPS, new JsonArray(slugs)));
  }

  /** Writes opening hours, from Monday, closed days left out. */
  public static JsonObject write(WeeklyHours hours) {
    var json = new JsonObject();
    for (var day : DayOfWeek.values()) {
      var stretches = write(hours.of(day));
      if (!stretches.isEmpty()) {
        json.put(DAYS.get(day.ordinal()), stretches);
      }
    }
    return json;
  }

  static JsonArray write(List<DayStretch> stretches) {
    var json = new JsonArray();
    stretches.forEach(open -> json.add(new JsonArray().add(open.opens()).add(open.closes())));
    return json;
  }

  private Policy policy(JsonObject json) {
    var policy = Policy.SILENT;
    var limits = new EnumMap<Limit, Integer>(Limit.class);
    for (var member : json) {
      if (member.getValue() != null) {
        policy = with(policy, limits, member);
      }
    }
    if (Policy.contradictsItself(limits)) {
      problems.add(new Problem(Limit.SHORTEST.member(), Reason.CONTRADICTION));
      return policy;
    }
    return policy.with(limits);
  }

  private Policy with(Policy policy, Map<Limit, Integer> limits, Map.Entry<String, Object> member) {
    var value = member.getValue();
    switch (member.getKey()) {
      case HOURS -> {
        return hours(value).map(policy::with).orElse(policy);
      }
      case APPROVAL -> {
        return approval(value).map(policy::with).orElse(policy);
      }
      case RETURN -> {
        return bringingBack(value).map(policy::with).orElse(policy);
      }
      case EXCEPTIONS, HOLIDAYS -> {
        return policy.with(calendar(policy.calendar(), member.getKey(), value));
      }
      case GROUPS, HABILITATIONS, APPROVAL_GROUPS -> {
        return policy.with(admission(policy.admission(), member.getKey(), value));
      }
      default -> limit(member.getKey(), value, limits);
    }
    return policy;
  }

  private Calendar calendar(Calendar calendar, String member, Object value) {
    if (member.equals(EXCEPTIONS)) {
      return orProblem(EXCEPTIONS, DatedHoursJson.read(value))
          .map(calendar::with)
          .orElse(calendar);
    }
    var holidays = value instanceof String word ? Holidays.of(word) : Optional.<Holidays>empty();
    return orProblem(HOLIDAYS, holidays).map(calendar::with).orElse(calendar);
  }

  private Admission admission(Admission admission, String member, Object value) {
    Function<List<String>, Admission> with = switch (member) {
      case GROUPS -> admission::toGroups;
      case HABILITATIONS -> admission::needing;
      default -> admission::askingOf;
    };
    return orProblem(member, slugs(value)).map(with).orElse(admission);
  }

  private static Optional<List<String>> slugs(Object value) {
    return value instanceof JsonArray array
            && array.stream().allMatch(one -> one instanceof String slug && SLUG.test(slug))
        ? Optional.of(array.stream().map(String.class::cast).toList())
        : Optional.empty();
  }

  private Optional<Approval> approval(Object value) {
    var approval = value instanceof String word ? Approval.of(word) : Optional.<Approval>empty();
    return orProblem(APPROVAL, approval);
  }

  private Optional<Return> bringingBack(Object value) {
    return orProblem(
        RETURN, value instanceof String word ? Return.of(word) : Optional.<Return>empty());
  }

  private void limit(String member, Object value, Map<Limit, Integer> limits) {
    var limit = Limit.of(member);
    if (limit.isEmpty()) {
      problems.add(new Problem(member, Reason.UNKNOWN));
    } else if (value instanceof Integer whole && limit.get().allows(whole)) {
      limits.put(limit.get(), whole);
    } else {
      problems.add(new Problem(member, Reason.MALFORMED));
    }
  }

  private Optional<WeeklyHours> hours(Object value) {
    if (!(value instanceof JsonObject json)) {
      return orProblem(HOURS, Optional.empty());
    }
    var week = new EnumMap<DayOfWeek, List<DayStretch>>(DayOfWeek.class);
    for (var name : json.fieldNames()) {
      var day = DAYS.indexOf(name);
      if (day < 0) {
        problems.add(new Problem(HOURS + "." + name, Reason.UNKNOWN));
      } else {
        orProblem(HOURS + "." + name, stretches(json.getValue(name)))
            .ifPresent(stretches -> week.put(DayOfWeek.of(day + 1), stretches));
      }
    }
    return Optional.of(new WeeklyHours(week));
  }

  static Optional<List<DayStretch>> stretches(@Nullable Object value) {
    if (!(value instanceof JsonArray array)) {
      return Optional.empty();
    }
    var stretches = array.stream().map(PolicyJson::stretch).toList();
    return stretches.stream().allMatch(Optional::isPresent)
        ? Optional.of(stretches.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  private static Optional<DayStretch> stretch(@Nullable Object value) {
    return value instanceof JsonArray pair
            && pair.size() == 2
            && pair.getValue(0) instanceof String from
            && pair.getValue(1) instanceof String to
        ? DayStretch.parse(from, to)
        : Optional.empty();
  }

  private <T> Optional<T> orProblem(String member, Optional<T> value) {
    if (value.isEmpty()) {
      problems.add(new Problem(member, Reason.MALFORMED));
    }
    return value;
  }
}
