package coop.maillon.board.act;

import static coop.maillon.board.act.Hall.ADA;
import static coop.maillon.board.act.Hall.who;

import coop.maillon.board.AnswerStatus;
import coop.maillon.board.EngagementId;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.Outcome;
import coop.maillon.board.act.Model.E;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** One thing done with an engagement, by the program and by the model. */
record Deal(Hall hall, Model model, Random random) {

  /** Does it, and holds what came of it against what should have. */
  interface Comparing {
    Outcome compare(String what, Future<Outcome> act, String expected);
  }

  void step(E deal, long by, Comparing comparing) {
    int dice = random.nextInt(20);
    if (dice < 8) {
      declare(deal, by, comparing);
    } else if (dice < 13) {
      confirm(deal, by, comparing);
    } else if (dice < 15) {
      dispute(deal, by, comparing);
    } else if (dice < 18) {
      decide(deal, comparing);
    } else {
      cancel(deal, by, comparing);
    }
  }

  private Instant now() {
    return hall.clock().instant();
  }

  private boolean isHelper(E deal, long by) {
    return deal.helper == by;
  }

  private Optional<Integer> theirs(E deal, long by) {
    return isHelper(deal, by) ? deal.receiversSay : deal.helperSays;
  }

  private Optional<Integer> own(E deal, long by) {
    return isHelper(deal, by) ? deal.helperSays : deal.receiversSay;
  }

  private void declare(E deal, long by, Comparing comparing) {
    int minutes = random.nextInt(3) == 0 ? theirs(deal, by).orElse(60) : 1 + random.nextInt(240);
    var act = hall.board().engagements().declare(who(by), new EngagementId(deal.id), minutes);
    comparing.compare("declare", act, declared(deal, by, minutes));
  }

  private String declared(E deal, long by, int minutes) {
    if (!deal.isParty(by)) {
      return "Missing";
    }
    if (!deal.post.hours || !deal.isOpen()) {
      return "NotNow";
    }
    if (theirs(deal, by).filter(said -> said == minutes).isPresent()) {
      model.count(deal, minutes, now());
      return "Done";
    }
    boolean disputes = deal.status == EngagementStatus.DECLARED && own(deal, by).isEmpty();
    if (deal.status != EngagementStatus.DISPUTED) {
      deal.since = now();
    }
    if (disputes) {
      deal.status = EngagementStatus.DISPUTED;
    } else if (deal.status == EngagementStatus.AGREED) {
      deal.status = EngagementStatus.DECLARED;
    }
    said(deal, by, minutes);
    return "Done";
  }

  private void said(E deal, long by, int minutes) {
    if (isHelper(deal, by)) {
      deal.helperSays = Optional.of(minutes);
    } else {
      deal.receiversSay = Optional.of(minutes);
    }
  }

  private void confirm(E deal, long by, Comparing comparing) {
    int minutes = theirs(deal, by).orElse(45) + (random.nextInt(5) == 0 ? 1 : 0);
    var act = hall.board().engagements().confirm(who(by), new EngagementId(deal.id), minutes);
    boolean isTheirs =
        deal.isOpen() && theirs(deal, by).filter(said -> said == minutes).isPresent();
    String expected = !deal.isParty(by) ? "Missing" : isTheirs ? "Done" : "NotNow";
    if (expected.equals("Done")) {
      model.count(deal, minutes, now());
    }
    comparing.compare("confirm", act, expected);
  }

  private void dispute(E deal, long by, Comparing comparing) {
    var act = hall.board().engagements().dispute(who(by), new EngagementId(deal.id), "trop");
    boolean may = deal.status == EngagementStatus.DECLARED && own(deal, by).isEmpty();
    String expected = !deal.isParty(by) ? "Missing" : may ? "Done" : "NotNow";
    if (expected.equals("Done")) {
      deal.status = EngagementStatus.DISPUTED;
      deal.since = now();
    }
    comparing.compare("dispute", act, expected);
  }

  private void decide(E deal, Comparing comparing) {
    int minutes = 1 + random.nextInt(200);
    var id = new EngagementId(deal.id);
    boolean nothing = random.nextInt(4) == 0;
    var act = nothing
        ? hall.board().engagements().dismiss(who(ADA), id, "rien")
        : hall.board().engagements().decide(who(ADA), id, minutes, "vu ensemble");
    String expected = deal.status == EngagementStatus.DISPUTED ? "Done" : "NotNow";
    if (expected.equals("Done") && nothing) {
      model.letGo(deal, EngagementStatus.CANCELLED, AnswerStatus.WITHDRAWN, now());
    } else if (expected.equals("Done")) {
      model.count(deal, minutes, now());
    }
    comparing.compare(nothing ? "dismiss" : "decide", act, expected);
  }

  private void cancel(E deal, long by, Comparing comparing) {
    boolean misses = random.nextInt(3) == 0;
    var id = new EngagementId(deal.id);
    var act = misses
        ? hall.board().engagements().miss(who(by), id)
        : hall.board().engagements().cancel(who(by), id);
    boolean may = deal.status == EngagementStatus.AGREED;
    String expected = !deal.isParty(by) ? "Missing" : may ? "Done" : "NotNow";
    if (expected.equals("Done")) {
      end(deal, by, misses);
    }
    comparing.compare(misses ? "miss" : "cancel", act, expected);
  }

  private void end(E deal, long by, boolean misses) {
    if (!misses && deal.receivers.size() > 1 && deal.receivers.contains(by)) {
      model.leave(deal, by, now());
    } else {
      var to = misses ? EngagementStatus.ABSENT : EngagementStatus.CANCELLED;
      model.letGo(deal, to, AnswerStatus.WITHDRAWN, now());
    }
  }
}
