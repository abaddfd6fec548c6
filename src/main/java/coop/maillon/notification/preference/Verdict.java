package coop.maillon.notification.preference;

import java.time.Instant;

/**
 * What becomes of a mail that is to leave.
 *
 * @param at when it is looked at again, or its digest comes
 */
public record Verdict(Way way, Instant at) {

  public static final Verdict LEAVES = new Verdict(Way.LEAVES, Instant.EPOCH);
  public static final Verdict WITHHELD = new Verdict(Way.WITHHELD, Instant.EPOCH);

  /** What can become of it. */
  public enum Way {
    LEAVES,
    /** It is looked at again when the quiet hours end. */
    WAITS,
    IN_DIGEST,
    WITHHELD
  }

  static Verdict later(Instant at) {
    return new Verdict(Way.WAITS, at);
  }

  static Verdict inDigest(Instant at) {
    return new Verdict(Way.IN_DIGEST, at);
  }
}
