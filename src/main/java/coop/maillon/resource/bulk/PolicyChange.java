package coop.maillon.resource.bulk;

import coop.maillon.resource.Admission;
import coop.maillon.resource.Calendar;
import coop.maillon.resource.Limit;
import coop.maillon.resource.Policy;
import coop.maillon.resource.PolicyJson;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What shall be said anew of some rules, all others left as each resource has them.
 *
 * @param parts names among {@link #PARTS}
 * @param said what those parts say; silent is silent
 */
record PolicyChange(Set<String> parts, Policy said) {

  private static final String HOURS = "hours";
  private static final String EXCEPTIONS = "exceptions";
  private static final String HOLIDAYS = "holidays";
  private static final String APPROVAL = "approval";
  private static final String RETURN = "return";
  private static final String GROUPS = "groups";
  private static final String HABILITATIONS = "habilitations";

  /** All that can be changed by itself, as the form names it. Approval is one rule in three members. */
  static final List<String> PARTS = Stream.concat(
          Stream.of(HOURS, EXCEPTIONS, HOLIDAYS, APPROVAL, RETURN, GROUPS, HABILITATIONS),
          Stream.of(Limit.values())
              .filter(limit -> limit != Limit.APPROVAL_ABOVE)
              .map(Limit::member))
      .toList();

  PolicyChange {
    parts = Set.copyOf(parts);
  }

  boolean changesHours() {
    return Stream.of(HOURS, EXCEPTIONS, HOLIDAYS).anyMatch(parts::contains);
  }

  /** The same for the same change: to know again what was looked at. */
  String mark() {
    var content = new TreeSet<>(parts) + PolicyJson.write(said).encode();
    return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The policy with those parts said anew; empty where it would contradict itself. */
  Optional<Policy> on(Policy before) {
    var limits = limits(before.limits());
    return Policy.contradictsItself(limits)
        ? Optional.empty()
        : Optional.of(new Policy(
            parts.contains(HOURS) ? said.hours() : before.hours(),
            parts.contains(APPROVAL) ? said.approval() : before.approval(),
            limits,
            calendar(before.calendar()),
            admission(before.admission()),
            parts.contains(RETURN) ? said.bringingBack() : before.bringingBack()));
  }

  private Map<Limit, Integer> limits(Map<Limit, Integer> before) {
    var limits = new EnumMap<Limit, Integer>(Limit.class);
    limits.putAll(before);
    for (Limit limit : Limit.values()) {
      if (parts.contains(limit == Limit.APPROVAL_ABOVE ? APPROVAL : limit.member())) {
        limits.remove(limit);
        Optional.ofNullable(said.limits().get(limit)).ifPresent(value -> limits.put(limit, value));
      }
    }
    return limits;
  }

  private Calendar calendar(Calendar before) {
    return new Calendar(
        parts.contains(EXCEPTIONS) ? said.calendar().exceptions() : before.exceptions(),
        parts.contains(HOLIDAYS) ? said.calendar().holidays() : before.holidays(),
        before.region());
  }

  private Admission admission(Admission before) {
    return new Admission(
        parts.contains(GROUPS) ? said.admission().groups() : before.groups(),
        parts.contains(HABILITATIONS) ? said.admission().habilitations() : before.habilitations(),
        parts.contains(APPROVAL) ? said.admission().asking() : before.asking());
  }
}
