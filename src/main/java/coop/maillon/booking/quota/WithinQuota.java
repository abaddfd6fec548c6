package coop.maillon.booking.quota;

import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Condition;
import coop.maillon.booking.Facts;
import coop.maillon.booking.Violation;
import coop.maillon.db.Lock;
import coop.maillon.db.Query;
import coop.maillon.resource.Quota;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    return quotas(claim)
        .filter(quota -> QuotaStore.belongs(quota, claim.member())
            .map(question -> Taken.belongs(facts.of(question)))
            .orElse(true))
        .flatMap(quota -> judge(quota, claim, Taken.of(facts.of(taken(quota, claim)))).stream())
        .toList();
  }

  private static Optional<Violation> judge(Quota quota, Claim claim, List<Taken> all) {
    var others = all.stream()
        .filter(taken -> !claim.givenUp().contains(taken.booking()))
        .map(Taken::slot)
        .toList();
    var before = all.stream()
        .filter(taken -> claim.givenUp().contains(taken.booking()))
        .map(Taken::slot)
        .toList();
    return Window.touchedBy(claim.slot(), quota, claim.asked()).stream()
        .filter(window -> {
          long own = window.taken(own(claim));
          // taking no more than one had is never too much, even where the quota was lowered since
          return own > window.taken(before) && window.taken(others) + own > quota.amount();
        })
        .findFirst()
        .map(window -> violation(window, claim, others));
  }

  private static List<coop.maillon.resource.TimeSlot> own(Claim claim) {
    return Stream.concat(Stream.of(claim.slot()), claim.alongside().stream()).toList();
  }

  private static Violation violation(
      Window window, Claim claim, List<coop.maillon.resource.TimeSlot> others) {
    var left = window.quota().amount() - window.taken(others) - window.taken(claim.alongside());
    Map<String, Object> values = new HashMap<>(LeftWords.values(window, Math.max(0, left)));
    values.put("how", window.quota().measure().word());
    values.put("taken", LeftWords.amount(window.quota(), window.taken(List.of(claim.slot()))));
    return new Violation("quota", values);
  }

  /** An approval gives what was counted when it was asked for. */
  private static Stream<Quota> quotas(Claim claim) {
    return claim.purpose() == Claim.Purpose.APPROVE
        ? Stream.of()
        : claim.resources().flatMap(resource -> resource.quotas().stream()).distinct();
  }
}
