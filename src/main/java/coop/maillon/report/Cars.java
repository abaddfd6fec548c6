package coop.maillon.report;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * Why cars were refused: because somebody else had them, or because they would not have gone far enough. The larger of the two
 * tells whether another car helps more, or a bigger charger.
 *
 * @param overlap another had it
 * @param range not charged enough for the way, or for a later one
 */
record Cars(int overlap, int range) {

  private static final String TAKEN = "taken";
  private static final Set<String> TOO_FAR = Set.of("range-self", "breaks-later");

  /** Empty where no car is reported on. */
  static Optional<Cars> of(Numbers numbers, Scope scope, Catalogue catalogue) {
    boolean any = scope.resources().stream().anyMatch(one -> one.kind() == Kind.VEHICLE);
    return any
        ? Optional.of(
            new Cars(count(numbers, catalogue, Set.of(TAKEN)), count(numbers, catalogue, TOO_FAR)))
        : Optional.empty();
  }

  private static int count(Numbers numbers, Catalogue catalogue, Set<String> rules) {
    return numbers.counted().refusals().stream()
        .filter(one -> rules.contains(one.rule()))
        .filter(one -> catalogue.known(one.resource()).kind() == Kind.VEHICLE)
        .mapToInt(Counted.Refusals::count)
        .sum();
  }

  /** What would help more: the key of its words. */
  String advice() {
    if (overlap == range) {
      return overlap == 0 ? "none" : "both";
    }
    return overlap > range ? "car" : "charger";
  }

  /** Which share of the two it is, in whole percent; of nothing, nothing. */
  int percent(int part) {
    return overlap + range == 0 ? 0 : (int) Math.round(100.0 * part / (overlap + range));
  }
}
