package coop.maillon.ledger;

import java.util.OptionalLong;

/**
 * How an account stands, in the smallest piece of its currency.
 *
 * @param balance the sum of its entries
 * @param reserved what it has promised and not given yet
 * @param floor how far below nothing it may go; none where it may go as far as one likes
 * @param ceiling above which its owner is told that others would like to give, too; nothing is refused
 */
public record Standing(long balance, long reserved, OptionalLong floor, OptionalLong ceiling) {

  /** What is left of the balance when all that was promised is given. */
  public long available() {
    return balance - reserved;
  }

  /** Whether it may promise so much more. */
  public boolean mayPromise(long amount) {
    return floor.isEmpty() || available() - amount >= floor.getAsLong();
  }

  /** How much more it may promise; never less than nothing. */
  public long mostToPromise() {
    return floor.isEmpty() ? Long.MAX_VALUE : Math.max(0, available() - floor.getAsLong());
  }

  public boolean isAboveCeiling() {
    return ceiling.isPresent() && balance > ceiling.getAsLong();
  }
}
