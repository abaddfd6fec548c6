package coop.maillon.board;

import java.util.OptionalInt;

/**
 * How much help there is to share.
 *
 * @param places for how many of those who answer
 * @param estimateMinutes how long it may take; needed where hours are counted
 */
public record Shape(int places, Manner manner, OptionalInt estimateMinutes) {

  public static final int MOST_PLACES = 50;
  public static final int MOST_MINUTES = 6000;

  /** One place, nothing estimated. */
  public static final Shape ONE = new Shape(1, Manner.TOGETHER, OptionalInt.empty());

  public Shape {
    if (places < 1 || places > MOST_PLACES || estimateMinutes.orElse(1) < 1) {
      throw new IllegalArgumentException("places " + places + ", estimate " + estimateMinutes);
    }
  }

  /** How those who take an offer up are helped. */
  public enum Manner {
    /** All at once: the helper gives the time of one, they share it. */
    TOGETHER,
    /** One after the other: each the whole time. */
    EACH
  }
}
