package coop.maillon.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether what was taken has to be brought back by somebody, or is free again when its time is over. */
public enum Return {
  NEEDED,
  BY_TIME;

  /** The word in JSON and in forms: {@code needed}, {@code by-time}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What that word says; empty for any other. */
  public static Optional<Return> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** Of a sort of thing whose rules say nothing: a room is left, a thing comes back. */
  static Return usual(Kind kind) {
    return kind == Kind.SPACE ? BY_TIME : NEEDED;
  }
}
