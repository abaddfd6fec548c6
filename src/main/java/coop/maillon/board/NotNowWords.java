package coop.maillon.board;

import coop.maillon.web.Words;
import java.util.TreeSet;

/** Why something cannot be done now, and what can. */
public final class NotNowWords {

  private NotNowWords() {}

  /** Les heures sont déjà confirmées. Possible : dire ses heures. */
  public static String sentence(Outcome.NotNow notNow, Words words) {
    var why = words.say("board.not-now." + notNow.why());
    var possible = new TreeSet<>(notNow.possible())
        .stream().map(act -> words.say("board.act." + act)).toList();
    return possible.isEmpty()
        ? why
        : why + " " + words.say("board.possible", "acts", words.all(possible));
  }
}
