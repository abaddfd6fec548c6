package coop.maillon.board;

import coop.maillon.ledger.Standing;
import coop.maillon.web.Words;

/**
 * Why somebody cannot promise so much.
 *
 * @param payer who would give the hours
 * @param standing how their account stands; told to nobody else
 * @param minutes what they would promise
 */
public record Floor(Person payer, Standing standing, int minutes) {

  /** For whom it is their own account, with its numbers; for others, without. */
  public String sentence(long reader, Words words) {
    if (payer.id().value() != reader) {
      return words.say(
          "board.floor.other", "name", payer.name(), "minutes", words.minutes(minutes));
    }
    return words.say(
        "board.floor",
        "minutes",
        words.minutes(minutes),
        "left",
        words.minutes((int) standing.mostToPromise()),
        "floor",
        words.minutes((int) -standing.floor().orElse(0)));
  }
}
