package coop.maillon.member;

import java.util.Optional;

/** Numbers as addresses and JSON write them. */
public final class Ids {

  private static final int MOST_DIGITS = 18;

  private Ids() {}

  public static Optional<Long> read(String text) {
    boolean number = !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return number ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
