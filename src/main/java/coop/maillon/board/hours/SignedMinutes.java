package coop.maillon.board.hours;

import coop.maillon.web.Words;

/** Minutes above or below zero: + 3 h 30, − 45 min. */
public final class SignedMinutes {

  private SignedMinutes() {}

  public static String of(long minutes, Words words) {
    String length = words.minutes((int) Math.abs(minutes));
    return minutes == 0 ? length : (minutes > 0 ? "+" : "\u2212") + "\u00a0" + length;
  }
}
