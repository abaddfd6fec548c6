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
 */
public record Ground(Optional<OnceStore.Kept> kept, BookingId next, Chain chain, Facts facts) {

  /** The same, with other rows on the ledger. */
  public Ground on(Chain other) {
    return new Ground(kept, next, other, facts);
  }
}
