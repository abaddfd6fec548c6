package coop.maillon.vehicle.fleet;

import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Condition;
import coop.maillon.booking.Facts;
import coop.maillon.booking.Violation;
import coop.maillon.db.Lock;
import coop.maillon.db.Query;
import coop.maillon.resource.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A vehicle is only booked where it and every later booking of it keep their charge. The lock of its time is enough: whoever
 * takes charge takes time.
 */
public final class EnoughCharge implements Condition {

  @Override
  public Set<Lock> locks(Claim claim) {
    return Set.of();
  }

  @Override
  public List<Query> facts(Claim claim) {
    return vehicles(claim).map(one -> FleetStore.charge(one.id())).toList();
  }

  @Override
  public List<Violation> judge(Claim claim, Chain chain, Facts facts) {
    return vehicles(claim)
        .flatMap(one -> {
          var rows = facts.of(FleetStore.charge(one.id()));
          return Standing.of(rows, one.site().zone()).stream()
              .flatMap(standing -> new Drive(claim, one, standing).refusal().stream());
        })
        .toList();
  }

  /** A request waiting for a yes has its charge already; while a form is open nobody knows how far. */
  private static Stream<Resource> vehicles(Claim claim) {
    return claim.purpose() == Claim.Purpose.APPROVE || claim.purpose() == Claim.Purpose.HOLD
        ? Stream.of()
        : claim.resources().filter(Resource::isOneCar);
  }
}
