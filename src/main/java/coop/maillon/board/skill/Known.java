package coop.maillon.board.skill;

import java.util.List;

/**
 * What somebody says of themselves.
 *
 * @param offers what they know how to do
 * @param seeks what they would like others to know
 * @param askable whether a new request may be sent to them
 * @param shown whether others see that they are there on the day of a booking of theirs
 */
public record Known(List<Offered> offers, List<String> seeks, boolean askable, boolean shown) {

  /** @param confirmed how many people whom they helped with it say so */
  public record Offered(String name, int confirmed) {}

  public Known {
    offers = List.copyOf(offers);
    seeks = List.copyOf(seeks);
  }

  /** The same as somebody writes it, to be kept. */
  public record Said(List<String> offers, List<String> seeks, boolean askable, boolean shown) {}
}
