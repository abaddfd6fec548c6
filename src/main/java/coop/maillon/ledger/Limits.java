package coop.maillon.ledger;

import java.util.OptionalLong;

/**
 * How far the accounts of members may go, as the cooperative has set it; in the smallest piece of the currency.
 *
 * @param floor zero or less
 * @param ceiling zero or more
 * @param welcome what a new account is given from the common pot
 */
public record Limits(OptionalLong floor, OptionalLong ceiling, long welcome) {

  public Limits {
    if (floor.orElse(0) > 0 || ceiling.orElse(0) < 0 || welcome < 0) {
      throw new IllegalArgumentException("a floor is below nothing, a ceiling above it");
    }
  }
}
