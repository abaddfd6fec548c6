package coop.maillon.vehicle.pool;

/** How a simulated week is booked. */
enum Rule {
  /** The first car that is free then. */
  OVERLAP_ONLY,
  /** A car that goes far enough, the best fit of them. */
  BEST_FIT,
  /** The same, and others make room. */
  WITH_MOVES
}
