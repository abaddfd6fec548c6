package coop.maillon;

import coop.maillon.booking.Condition;
import coop.maillon.booking.quota.FutureBookings;
import coop.maillon.booking.quota.WithinQuota;
import java.util.List;

/** Who may book what, and how much of it: groups, habilitations, quotas, approval. */
final class RulesWiring implements Part {

  private final Base base;

  RulesWiring(Base base) {
    this.base = base;
  }

  /** What is asked of the database before a booking is judged, beside the ledger of time. */
  static List<Condition> conditions() {
    return List.of(new FutureBookings(), new WithinQuota());
  }
}
