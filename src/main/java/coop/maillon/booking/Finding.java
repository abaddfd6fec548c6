package coop.maillon.booking;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One rule looked at for a claim, kept or not: for whoever wants to know why.
 *
 * @param rule the word of the API, as a {@link Violation} has it
 * @param values what its sentence needs; `resource` and `name` tell it from others of the same rule
 */
public record Finding(String rule, Map<String, Object> values, Verdict verdict) {

  private static final List<String> ABOUT = List.of("resource", "name");

  /** How the claim stands to the rule. */
  public enum Verdict {
    KEPT,
    BROKEN,
    /** It binds members; whoever asks here coordinates. */
    UNBOUND
  }

  public Finding {
    values = Map.copyOf(values);
  }

  public static Finding bound(String rule, Map<String, Object> values) {
    return new Finding(rule, values, Verdict.KEPT);
  }

  public static Finding unbound(String rule, Map<String, Object> values) {
    return new Finding(rule, values, Verdict.UNBOUND);
  }

  /** What the judge found broken has the last word: each violation is a finding, in the place of the one it is about. */
  public static List<Finding> judged(List<Finding> lookedAt, List<Violation> broken) {
    var unforeseen = broken.stream()
        .filter(one -> lookedAt.stream().noneMatch(finding -> finding.isAbout(one)))
        .map(Finding::of);
    return Stream.concat(lookedAt.stream().map(finding -> finding.judged(broken)), unforeseen)
        .toList();
  }

  /** Its sentence where it is broken; for most rules it says the rule itself. */
  public Violation violation() {
    return new Violation(rule, values);
  }

  private static Finding of(Violation violation) {
    return new Finding(violation.rule(), violation.values(), Verdict.BROKEN);
  }

  private Finding judged(List<Violation> broken) {
    return broken.stream().filter(this::isAbout).findFirst().map(Finding::of).orElse(this);
  }

  private boolean isAbout(Violation violation) {
    return violation.rule().equals(rule)
        && ABOUT.stream()
            .allMatch(
                name -> Objects.equals(values.get(name), violation.values().get(name)));
  }
}
