package coop.maillon.screen;

import java.time.Instant;
import java.util.Optional;

/**
 * A display that somebody hung up.
 *
 * @param resource at whose door it hangs; empty where it hangs in the hall of the site
 */
record Screen(
    long id,
    Optional<Long> resource,
    Optional<Long> site,
    String label,
    Names names,
    Optional<Instant> seenAt) {

  /** What it says of who booked. */
  enum Names {
    NONE,
    FIRST
  }

  /** What occupies a unit; {@code who} is empty where nobody may be named. */
  record Taken(long unit, Instant start, Instant end, String cause, String who) {}
}
