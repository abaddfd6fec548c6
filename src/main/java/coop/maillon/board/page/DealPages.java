package coop.maillon.board.page;

import coop.maillon.board.Conversation;
import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.Person;
import coop.maillon.board.Side;
import coop.maillon.board.hours.SignedMinutes;
import coop.maillon.ledger.Standing;
import coop.maillon.member.MemberId;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts what one agreed on into words, for one of its parties. */
record DealPages(
    Conversation conversation, MemberId reader, Optional<Standing> standing, Moments moments) {

  private static final int HOUR = 60;

  Deal of(Engagement deal) {
    return new Deal(
        deal.id().toString(),
        words().say("board.deal.with", "who", others(deal)),
        new Links(moments, reader).of(deal),
        versus(deal),
        confirm(deal),
        declare(deal),
        thanks(deal),
        ways(deal),
        companions(deal),
        text(deal),
        note(deal),
        call(deal));
  }

  private Words words() {
    return moments.words();
  }

  private Side side(Engagement deal) {
    return deal.sideOf(reader).orElseThrow();
  }

  /** By first name; several are told one after the other. */
  private String others(Engagement deal) {
    return words().all(deal.on(side(deal).other()).map(Person::firstName).toList());
  }

  private OptionalInt mine(Engagement deal) {
    return deal.numbers().of(side(deal));
  }

  private OptionalInt theirs(Engagement deal) {
    return deal.numbers().of(side(deal).other());
  }

  private boolean isOpenNumber(Engagement deal) {
    return deal.status() == EngagementStatus.DECLARED || deal.status() == EngagementStatus.DISPUTED;
  }

  private Optional<Deal.Versus> versus(Engagement deal) {
    if (!isOpenNumber(deal)) {
      return Optional.empty();
    }
    boolean said = mine(deal).isPresent();
    boolean answered = theirs(deal).isPresent();
    return Optional.of(new Deal.Versus(
        words().say(said ? "board.deal.mine" : "board.deal.planned"),
        length(said ? mine(deal) : deal.estimateMinutes()),
        answered
            ? words().say("board.deal.theirs", "who", others(deal))
            : words().say("board.deal.agreed"),
        length(answered ? theirs(deal) : deal.estimateMinutes())));
  }

  private String length(OptionalInt minutes) {
    return words().minutes(minutes.orElse(0));
  }

  private Optional<Deal.Confirm> confirm(Engagement deal) {
    if (!isOpenNumber(deal) || theirs(deal).isEmpty()) {
      return Optional.empty();
    }
    var key = mine(deal).isPresent() ? "board.deal.take" : "board.deal.confirm";
    return Optional.of(new Deal.Confirm(
        words().say(key, "who", others(deal), "length", length(theirs(deal))),
        theirs(deal).getAsInt()));
  }

  private Optional<Deal.Declare> declare(Engagement deal) {
    if (!deal.countsHours() || !deal.isOpen()) {
      return Optional.empty();
    }
    int minutes = mine(deal).orElse(deal.estimateMinutes().orElse(HOUR));
    boolean isFirst = deal.isAgreed();
    boolean answers = deal.status() == EngagementStatus.DECLARED && theirs(deal).isPresent();
    return Optional.of(new Deal.Declare(
        isFirst ? "" : words().say(answers ? "board.deal.otherwise" : "board.deal.correct"),
        words().say("board.deal.number"),
        String.valueOf(minutes / HOUR),
        String.valueOf(minutes % HOUR),
        words().say(isFirst ? "board.deal.first.hint" : "board.deal.hint", "who", others(deal)),
        answers));
  }

  private Optional<Deal.Thanks> thanks(Engagement deal) {
    if (deal.isAgreed() || !thankable(deal)) {
      return Optional.empty();
    }
    String said = deal.thanks().stream()
        .filter(one -> one.from().is(reader))
        .map(Engagement.Thanks::body)
        .findFirst()
        .orElse("");
    return Optional.of(new Deal.Thanks(
        words().say("board.deal.word", "who", others(deal)),
        words().say("board.deal.thanks"),
        said));
  }

  private static boolean thankable(Engagement deal) {
    return deal.isOpen() || deal.status() == EngagementStatus.CONFIRMED;
  }

  private Deal.Ways ways(Engagement deal) {
    if (!deal.isAgreed()) {
      return new Deal.Ways("", "", "");
    }
    boolean helps = side(deal) == Side.HELPER;
    return new Deal.Ways(
        deal.countsHours() ? "" : words().say("board.deal.finish"),
        words().say("board.deal.cancel"),
        words()
            .say(
                helps ? "board.deal.miss.receivers" : "board.deal.miss.helper",
                "who",
                others(deal)));
  }

  private List<Deal.Companion> companions(Engagement deal) {
    return deal.isAgreed() && side(deal) == Side.HELPER && deal.receivers().size() > 1
        ? conversation
            .of(deal)
            .map(one -> new Deal.Companion(one.id().toString(), one.member().name()))
            .toList()
        : List.of();
  }

  private String text(Engagement deal) {
    return switch (deal.status()) {
      case AGREED -> deal.countsHours() ? words().say("board.deal.text.agreed") : "";
      case DECLARED -> theirs(deal).isPresent() ? answerText(deal) : waitText(deal);
      case DISPUTED ->
        words()
            .say(
                "board.deal.text.disputed",
                "day",
                moments.lastDay(deal.silentUntil()),
                "length",
                words().minutes(deal.smallest()));
      default -> "";
    };
  }

  /** What becomes of one's account, and what comes of not answering. */
  private String answerText(Engagement deal) {
    String silence = words()
        .say(
            deal.settlesItself() ? "board.deal.text.settles" : "board.deal.text.refers",
            "day",
            moments.lastDay(deal.silentUntil()));
    return standing
        .map(account -> words()
                .say(
                    "board.deal.text.balance",
                    "before",
                    SignedMinutes.of(account.balance(), words()),
                    "after",
                    SignedMinutes.of(account.balance() + change(deal), words()))
            + " " + silence)
        .orElse(silence);
  }

  /** What the reader's account gets of it; the remainder is the last one's. */
  private long change(Engagement deal) {
    int minutes = theirs(deal).orElseThrow();
    if (side(deal) == Side.HELPER) {
      return minutes;
    }
    int many = deal.receivers().size();
    int each = minutes / many;
    boolean isLast = deal.receivers().get(many - 1).is(reader);
    return isLast ? each * (many - 1L) - minutes : -each;
  }

  private String waitText(Engagement deal) {
    return words()
        .say(
            deal.settlesItself() ? "board.deal.text.waits" : "board.deal.text.waits.refers",
            "who",
            others(deal),
            "day",
            moments.lastDay(deal.silentUntil()));
  }

  /** What somebody wrote about it: what is wrong, or why it was decided so. */
  private String note(Engagement deal) {
    var ending = deal.ending();
    if (!ending.reason().isEmpty()) {
      return words()
          .say(
              "board.deal.decided",
              "who",
              ending.by().map(Person::name).orElse(""),
              "reason",
              ending.reason());
    }
    return ending.dispute().isEmpty()
        ? ""
        : words().say("board.deal.dispute", "reason", ending.dispute());
  }

  private String call(Engagement deal) {
    return deal.status() == EngagementStatus.DECLARED && theirs(deal).isPresent()
        ? words().say("board.deal.call", "who", others(deal), "length", length(theirs(deal)))
        : "";
  }
}
