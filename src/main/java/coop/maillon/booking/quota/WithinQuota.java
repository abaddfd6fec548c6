package coop.maillon.booking.quota;

import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Condition;
import coop.maillon.booking.Facts;
import coop.maillon.booking.Finding;
import coop.maillon.booking.Violation;
import coop.maillon.db.Lock;
import coop.maillon.db.Query;
import coop.maillon.resource.Quota;
import coop.maillon.resource.TimeSlot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nobody and no team takes more than the quotas of a resource leave. Counted under a lock, so that twenty at once cannot either. */
public final class WithinQuota implements Condition {

  @Override
  public Set<Lock> locks(Claim claim) {
    return quotas(claim).map(quota -> lock(quota, claim)).collect(Collectors.toSet());
  }

  private static Lock lock(Quota quota, Claim claim) {
    return quota.holder() == Quota.Holder.TEAM
        ? Lock.ofTeamQuota(quota.group().orElseThrow().id().value())
        : Lock.ofMemberQuota(claim.member().value());
  }

  @Override
  public List<Query> facts(Claim claim) {
    return quotas(claim)
        .flatMap(quota -> Stream.concat(
            Stream.of(taken(quota, claim)), QuotaStore.belongs(quota, claim.member()).stream()))
        .toList();
  }

  private static Query taken(Quota quota, Claim claim) {
    return QuotaStore.taken(quota, claim.member(), claim.asked());
  }

  @Override
  public List<Violation> judge(Claim claim, Chain chain, Facts facts) {
    return concerning(claim, facts)
        .flatMap(quota -> Count.of(quota, claim, facts).first(Count::isTooMuch).stream())
        .map(values -> new Violation("quota", values))
        .toList();
  }

  /** What is left of each, and what the claim takes of it. */
  @Override
  public List<Finding> findings(Claim claim, Facts facts) {
    return concerning(claim, facts)
        .flatMap(quota -> Count.of(quota, claim, facts).first((count, window) -> true).stream())
        .map(values -> Finding.bound("quota", values))
        .toList();
  }

  private static Stream<Quota> concerning(Claim claim, Facts facts) {
    return quotas(claim)
        .filter(quota -> QuotaStore.belongs(quota, claim.member())
            .map(question -> Taken.belongs(facts.of(question)))
            .orElse(true));
  }

  /**
   * What a claim takes of a quota, beside what is taken already.
   *
   * @param before what the claim gives up
   */
  private record Count(Quota quota, Claim claim, List<TimeSlot> others, List<TimeSlot> before) {

    static Count of(Quota quota, Claim claim, Facts facts) {
      var all = Taken.of(facts.of(taken(quota, claim)));
      Predicate<Taken> isGivenUp = taken -> claim.givenUp().contains(taken.booking());
      return new Count(
          quota,
          claim,
          all.stream().filter(isGivenUp.negate()).map(Taken::slot).toList(),
          all.stream().filter(isGivenUp).map(Taken::slot).toList());
    }

    /** Taking no more than one had is never too much, even where the quota was lowered since. */
    boolean isTooMuch(Window window) {
      long own =
          window.taken(Stream.concat(Stream.of(claim.slot()), alongside()).toList());
      return own > window.taken(before) && window.taken(others) + own > quota.amount();
    }

    /** What else the act takes of the quota: another resource that would have done as well may not count. */
    private Stream<TimeSlot> alongside() {
      return claim.alongside().stream()
          .filter(other ->
              other.resources().stream().anyMatch(resource -> resource.quotas().contains(quota)))
          .map(Claim.Beside::slot);
    }

    /** What the sentence about the first such stretch of time needs. */
    Optional<Map<String, Object>> first(BiPredicate<Count, Window> such) {
      return Window.touchedBy(claim.slot(), quota, claim.asked()).stream()
          .filter(window -> such.test(this, window))
          .findFirst()
          .map(this::values);
    }

    private Map<String, Object> values(Window window) {
      var left =
          quota.amount() - window.taken(others) - window.taken(alongside().toList());
      var values = new HashMap<>(LeftWords.values(window, Math.max(0, left)));
      values.put("how", quota.measure().word());
      values.put("taken", LeftWords.amount(quota, window.taken(List.of(claim.slot()))));
      return values;
    }
  }

  /** An approval gives what was counted when it was asked for. */
  private static Stream<Quota> quotas(Claim claim) {
    return claim.purpose() == Claim.Purpose.APPROVE
        ? Stream.of()
        : claim.resources().flatMap(resource -> resource.quotas().stream()).distinct();
  }
}
