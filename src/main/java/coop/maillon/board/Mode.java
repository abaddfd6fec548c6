package coop.maillon.board;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is given for help. */
public enum Mode {
  FREE,
  /** Its time, on the accounts. */
  HOURS,
  /** Paid professional work: its price and its bill are the cooperative's own affair. */
  SERVICE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Mode> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
