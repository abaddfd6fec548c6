package coop.maillon.board.page;

import coop.maillon.board.Engagement;
import coop.maillon.board.Person;
import coop.maillon.board.Side;
import java.util.OptionalInt;

/**
 * What two sides do not agree on, for whoever decides it.
 *
 * @param dispute what one side says is wrong; may be empty
 * @param hours of the smaller number, which stands in the field first
 * @param text what comes of it where nobody decides
 */
record Decision(
    String id,
    String heading,
    String helper,
    String helperSays,
    String receivers,
    String receiversSay,
    String dispute,
    String hours,
    String minutes,
    String text) {

  private static final int HOUR = 60;

  static Decision of(Engagement deal, Moments moments) {
    var words = moments.words();
    String helper = deal.helper().firstName();
    String others = words.all(deal.on(Side.RECEIVERS).map(Person::firstName).toList());
    String dispute = deal.ending().dispute();
    return new Decision(
        deal.id().toString(),
        words.say("board.decide.heading", "helper", helper, "others", others),
        words.say("board.decide.says", "who", helper),
        says(deal.numbers().helper(), moments),
        words.say("board.decide.says", "who", others),
        says(deal.numbers().receivers(), moments),
        dispute.isEmpty() ? "" : words.say("board.deal.dispute", "reason", dispute),
        String.valueOf(deal.smallest() / HOUR),
        String.valueOf(deal.smallest() % HOUR),
        words.say(
            "board.decide.text",
            "day",
            moments.lastDay(deal.silentUntil()),
            "length",
            words.minutes(deal.smallest())));
  }

  private static String says(OptionalInt minutes, Moments moments) {
    var words = moments.words();
    return minutes.isPresent()
        ? words.minutes(minutes.getAsInt())
        : words.say("board.decide.nothing");
  }
}
