package coop.maillon.booking.leaving;

import coop.maillon.member.Member;
import coop.maillon.web.Ask;
import java.util.Optional;

/**
 * What member/departure shows: what ends when somebody leaves, before it does.
 *
 * @param back where one came from
 * @param problem what is missing
 */
record DeparturePage(
    String title,
    String back,
    String backLabel,
    String action,
    String bookings,
    String waiting,
    boolean lastAdministrator,
    boolean self,
    Optional<String> problem) {

  static DeparturePage of(Ask ask, Member member, Departures.Ahead ahead) {
    var words = ask.words();
    boolean isSelf = member.id().value() == ask.who().id();
    return new DeparturePage(
        isSelf
            ? words.say("departure.title.self")
            : words.say("departure.title", "name", member.name()),
        isSelf ? "/me" : "/manage/members/" + member.id(),
        isSelf ? words.say("departure.back.self") : member.name(),
        ask.path(),
        words.say("departure.bookings", "count", ahead.bookings()),
        words.say("departure.waiting", "count", ahead.waiting()),
        ahead.lastAdministrator(),
        isSelf,
        Optional.empty());
  }

  DeparturePage with(String missing) {
    return new DeparturePage(
        title,
        back,
        backLabel,
        action,
        bookings,
        waiting,
        lastAdministrator,
        self,
        Optional.of(missing));
  }
}
