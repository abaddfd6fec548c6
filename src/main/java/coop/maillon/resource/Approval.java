package coop.maillon.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a coordinator has to say yes before a booking stands. */
public enum Approval {
  NEVER,
  ALWAYS;

  /** The word in JSON and in forms, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The approval of that word; empty for any other. */
  public static Optional<Approval> of(String word) {
    return Arrays.stream(values())
        .filter(approval -> approval.word().equals(word))
        .findFirst();
  }
}
