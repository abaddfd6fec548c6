package coop.maillon.booking.anyof;

import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Facts;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Violation;
import coop.maillon.booking.seat.Budget;
import coop.maillon.db.Query;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A port: which of several resources a booking gets, and which others, not bound to theirs yet, go to another one for it. Pure,
 * but for the queries that travel with the lock.
 */
public interface Assignment {

  /** Where each booking stays on what was asked for. */
  Assignment NONE = new Assignment() {
    @Override
    public List<Resource> among(Collection<Resource> wanted, Catalogue catalogue) {
      return List.of();
    }

    @Override
    public List<Query> facts(Collection<Resource> among, Instant asked) {
      return List.of();
    }

    @Override
    public boolean mayHelp(Violation violation) {
      return false;
    }

    @Override
    public Optional<Assigned> assign(Scene scene, Budget budget) {
      return Optional.empty();
    }
  };

  /** All that bookings may be moved between where these are wanted, themselves among them; none where it does not apply. */
  List<Resource> among(Collection<Resource> wanted, Catalogue catalogue);

  /** What it must know of all of them, read under their locks. */
  List<Query> facts(Collection<Resource> among, Instant asked);

  /** Whether a claim that breaks this rule may stand once others have moved. */
  boolean mayHelp(Violation violation);

  /**
   * @param budget spent where only a place that is free as things are is looked for
   * @return empty where there is none, or none was found in time
   */
  Optional<Assigned> assign(Scene scene, Budget budget);

  /**
   * What is decided on.
   *
   * @param claim what is wanted, on the first of the resources
   * @param wanted those that would do
   * @param among all that others may be moved between
   * @param chain what lies on all of them, without what ends by this claim
   */
  record Scene(
      Claim claim, List<Resource> wanted, List<Resource> among, Chain chain, Facts facts) {}

  /**
   * Where it goes.
   *
   * @param moved the rows of others as they will be, on another resource
   */
  record Assigned(Resource resource, List<Occupied> moved) {}
}
