package coop.maillon.booking;

import coop.maillon.db.Lock;
import coop.maillon.db.Query;
import java.util.List;
import java.util.Set;

/**
 * A rule about bookings that lives elsewhere: a quota, a vehicle's charge. Pure, but for the queries that travel with the
 * lock; it never writes occupancy.
 */
public interface Condition {

  /** What must not be decided about at the same time, besides the space. */
  Set<Lock> locks(Claim claim);

  /** What it must know, read under the locks. */
  List<Query> facts(Claim claim);

  /** What it finds broken; empty where the claim may stand. */
  List<Violation> judge(Claim claim, Chain chain, Facts facts);

  /** What of it concerns the claim, as if all were kept: what is broken, {@link #judge} says. */
  default List<Finding> findings(Claim claim, Facts facts) {
    return List.of();
  }

  /** Whether it wants a coordinator to say yes first, whatever the length. */
  default boolean asksApproval(Claim claim, Facts facts) {
    return false;
  }
}
