package coop.maillon.ledger;

import java.util.Locale;

/** What an account counts, always in whole numbers of the smallest piece. */
public enum Currency {
  /** Minutes of help. */
  MINUTES,
  /** Hundredths of a euro. */
  CENTS;

  /** As the tables write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Currency ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
