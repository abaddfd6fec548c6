package coop.maillon.problem;

import coop.maillon.resource.ResourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A problem that somebody signalled.
 *
 * @param reporter their name; empty where time itself noticed it
 * @param booking what was booked and is not back, where that is the problem
 * @param closed when somebody saw to it
 * @param outcome what they did about it, as the reporter reads it; may be empty
 */
public record Signalled(
    long id,
    ResourceId resource,
    String reporter,
    String text,
    Sort sort,
    Proof proof,
    Optional<Long> booking,
    Instant at,
    Optional<Instant> closed,
    String outcome) {

  /** How it came to be known. */
  public enum Sort {
    REPORT,
    LATE
  }

  /** Whether there is a picture of it. */
  public enum Proof {
    PICTURE,
    WORDS
  }

  public boolean hasPhoto() {
    return proof == Proof.PICTURE;
  }
}
