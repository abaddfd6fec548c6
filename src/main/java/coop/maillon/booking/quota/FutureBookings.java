package coop.maillon.booking.quota;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Condition;
import coop.maillon.booking.Facts;
import coop.maillon.booking.Finding;
import coop.maillon.booking.Violation;
import coop.maillon.db.Lock;
import coop.maillon.db.Query;
import coop.maillon.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** At most so many bookings to come of one resource for one member, where its policy says so. Off by default. */
public final class FutureBookings implements Condition {

  @Override
  public Set<Lock> locks(Claim claim) {
    return limited(claim).findAny().isPresent()
        ? Set.of(Lock.ofMemberQuota(claim.member().value()))
        : Set.of();
  }

  @Override
  public List<Query> facts(Claim claim) {
    return limited(claim).map(resource -> toCome(claim, resource)).toList();
  }

  @Override
  public List<Violation> judge(Claim claim, Chain chain, Facts facts) {
    return limited(claim)
        .filter(resource -> isUsedUp(resource, claim, facts.of(toCome(claim, resource))))
        .map(resource ->
            new Violation("quota", Map.of("resource", resource.name(), "limit", limit(resource))))
        .toList();
  }

  @Override
  public List<Finding> findings(Claim claim, Facts facts) {
    return limited(claim)
        .map(resource ->
            Finding.bound("quota", Map.of("resource", resource.name(), "limit", limit(resource))))
        .toList();
  }

  private static boolean isUsedUp(
      Resource resource, Claim claim, List<io.vertx.core.json.JsonObject> rows) {
    long others = rows.stream()
        .filter(row -> !claim.givenUp().contains(new BookingId(row.getLong("id"))))
        .count();
    return others + alongside(resource, claim) >= limit(resource);
  }

  private static long alongside(Resource resource, Claim claim) {
    return claim.alongside().stream()
        .filter(other -> other.resources().contains(resource))
        .count();
  }

  private static Query toCome(Claim claim, Resource resource) {
    return QuotaStore.toCome(claim.member(), resource.id(), claim.asked());
  }

  private static Stream<Resource> limited(Claim claim) {
    return claim
        .resources()
        .filter(resource -> claim.purpose() != Claim.Purpose.APPROVE
            && resource.policy().futureBookings().isPresent());
  }

  private static int limit(Resource resource) {
    return resource.policy().futureBookings().orElseThrow();
  }
}
