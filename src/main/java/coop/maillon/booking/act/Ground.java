package coop.maillon.booking.act;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Facts;
import java.util.Optional;

/**
 * What the first round trip of a decision brought, all of it read under the locks.
 *
 * @param kept the answer to an earlier request under the same key
 * @param next the name of the next booking
 * @param waiting who else would have it
 */
public record Ground(
    Optional<OnceStore.Kept> kept, BookingId next, Chain chain, Facts facts, Waiting waiting) {

  /** Whether anybody else waits for a time that is claimed, or was offered one. */
  public enum Waiting {
    NOBODY,
    OFFERED,
    SOMEBODY
  }

  /** The same with other rows of the ledger. */
  public Ground on(Chain other) {
    return new Ground(kept, next, other, facts, waiting);
  }
}
