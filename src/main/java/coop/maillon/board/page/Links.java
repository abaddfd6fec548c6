package coop.maillon.board.page;

import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.Person;
import coop.maillon.board.Side;
import coop.maillon.board.page.Deal.Step;
import coop.maillon.member.MemberId;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;

/** The links of the chain: agreed, said, confirmed, settled; fewer where no hours are counted. */
record Links(Moments moments, MemberId reader) {

  List<Step> of(Engagement deal) {
    return deal.countsHours() ? hours(deal) : done(deal);
  }

  private List<Step> hours(Engagement deal) {
    return switch (deal.status()) {
      case AGREED ->
        List.of(
            agreed(deal),
            now("say", text("say.now")),
            next("confirm", ""),
            next("settled", text("settled.next")));
      case DECLARED ->
        List.of(
            agreed(deal),
            said(deal),
            now("confirm", confirmer(deal)),
            next("settled", text("settled.next")));
      case DISPUTED -> disputed(deal);
      case CONFIRMED ->
        List.of(
            agreed(deal),
            new Step("done", label("said"), "", false),
            new Step("done", label("confirmed"), confirmed(deal), false),
            new Step("done", label("settled"), settled(deal), false));
      case CANCELLED, ABSENT -> List.of(agreed(deal), ended(deal));
    };
  }

  private List<Step> disputed(Engagement deal) {
    return List.of(
        agreed(deal),
        new Step("done", label("said"), text("said.both"), false),
        new Step("no", label("disputed"), text("disputed.now"), true),
        next("settled", text("settled.next")));
  }

  private List<Step> done(Engagement deal) {
    return switch (deal.status()) {
      case CONFIRMED ->
        List.of(
            agreed(deal), new Step("done", label("finished"), moments.when(deal.since()), false));
      case CANCELLED, ABSENT -> List.of(agreed(deal), ended(deal));
      default -> List.of(agreed(deal), now("finish", text("finish.now")));
    };
  }

  private Step agreed(Engagement deal) {
    String when = moments.when(deal.agreed());
    String text = deal.estimateMinutes().isPresent() && deal.countsHours()
        ? words()
            .say(
                "board.link.agreed.text",
                "when",
                when,
                "length",
                words().minutes(deal.estimateMinutes().getAsInt()),
                "minutes",
                deal.estimateMinutes().getAsInt())
        : when;
    return new Step("done", label("agreed"), text, false);
  }

  private Step said(Engagement deal) {
    Side side = deal.declarer().orElseThrow();
    return new Step(
        "done",
        label("said"),
        words()
            .say(
                "board.link.said.text",
                "who",
                name(deal, side),
                "when",
                moments.when(deal.since())),
        false);
  }

  private String confirmer(Engagement deal) {
    Side side = deal.declarer().orElseThrow().other();
    return words().say("board.link.confirm.text", "who", name(deal, side));
  }

  private String confirmed(Engagement deal) {
    return deal.ending()
        .by()
        .map(Person::name)
        .map(name -> words().say("board.link.confirmed.by", "who", name))
        .orElseGet(() -> moments.when(deal.since()));
  }

  private String settled(Engagement deal) {
    return words()
        .say(
            "board.link.settled.text",
            "length",
            words().minutes(deal.ending().minutes().orElse(0)));
  }

  private Step ended(Engagement deal) {
    var key = deal.status() == EngagementStatus.ABSENT ? "absent" : "cancelled";
    return new Step("no", label(key), moments.when(deal.since()), true);
  }

  /** By first name, the reader as *vous*. */
  private String name(Engagement deal, Side side) {
    Optional<Person> self = deal.on(side).filter(one -> one.is(reader)).findFirst();
    return self.isPresent()
        ? words().say("board.you.inline")
        : words().all(deal.on(side).map(Person::firstName).toList());
  }

  private Step now(String key, String text) {
    return new Step("now", label(key), text, true);
  }

  private Step next(String key, String text) {
    return new Step("next", label(key), text, false);
  }

  private Words words() {
    return moments.words();
  }

  private String label(String key) {
    return words().say("board.link." + key);
  }

  private String text(String key) {
    return words().say("board.link." + key + ".text");
  }
}
