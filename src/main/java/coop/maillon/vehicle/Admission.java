package coop.maillon.vehicle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a trip can be taken in: it and every later one keep their reserve. What was broken before may stay broken, but not
 * become worse.
 */
public record Admission(Chain chain, Trip wanted) {

  /** Energies of rounding. */
  private static final double DUST = 1e-9;

  /** How sure the answer is. */
  public enum Confidence {
    /** Whatever is within what may be in the battery. */
    FIRM,
    /** If a reading, or somebody who looks at the plug, says so in time. */
    CONDITIONAL,
    UNKNOWN
  }

  /** Why not. */
  public sealed interface Refusal {

    /** Longer than the charge of that moment. */
    record RangeSelf(double missingKwh) implements Refusal {}

    /** A later trip would not keep its reserve any more; whose it is, nobody is told. */
    record BreaksLater(Trip later, double missingKwh, double neededKwh) implements Refusal {}
  }

  /** Nothing where it can be taken in. */
  public Optional<Refusal> refusal() {
    return refusal(chain);
  }

  /**
   * Nothing where it can be taken in.
   *
   * @param present the trips as they are now, the wanted one at its present place where it is a change: what was broken in
   *     it may stay so
   */
  public Optional<Refusal> refusal(Chain present) {
    Chain with = chain.with(wanted);
    List<Chain.Step> steps = with.forward();
    Map<Long, Double> were = ends(present);
    int at = with.indexOf(wanted);
    double missing = missing(steps.get(at), were);
    if (missing > 0) {
      return Optional.of(new Refusal.RangeSelf(missing));
    }
    return steps.stream()
        .skip(at + 1L)
        .filter(later -> missing(later, were) > 0)
        .findFirst()
        .map(later -> breaks(with, later, missing(later, were)));
  }

  /** By how much less it ends than it should or, where it was broken before, than it did; 0 where that is enough. */
  private double missing(Chain.Step step, Map<Long, Double> were) {
    double reserve = chain.vehicle().reserveKwh();
    double was = were.getOrDefault(step.trip().id(), Double.POSITIVE_INFINITY);
    double missing = Math.min(reserve, was) - step.endKwh();
    return missing > DUST ? missing : 0;
  }

  private static Map<Long, Double> ends(Chain chain) {
    return chain.forward().stream()
        .collect(Collectors.toMap(step -> step.trip().id(), Chain.Step::endKwh, Math::min));
  }

  private static Refusal breaks(Chain with, Chain.Step later, double missing) {
    int at = with.indexOf(later.trip());
    return new Refusal.BreaksLater(
        later.trip(), missing, with.backward().get(at).startKwh());
  }

  /** What it holds when the wanted trip begins. */
  public double startKwh() {
    return step().startKwh();
  }

  /** And when it ends. */
  public double endKwh() {
    return step().endKwh();
  }

  /** What it must bring back for the later ones; infinity where a later one is impossible even from full. */
  public double mustBringBackKwh() {
    Chain with = chain.with(wanted);
    return with.backward().get(with.indexOf(wanted)).endKwh();
  }

  /** The farthest that the wanted trip may go, in whole kilometres; 0 where it may go nowhere. */
  public int mostKm() {
    return chain.vehicle().kmOf(startKwh() - mustBringBackKwh(), wanted);
  }

  private Chain.Step step() {
    Chain with = chain.with(wanted);
    return with.forward().get(with.indexOf(wanted));
  }
}
