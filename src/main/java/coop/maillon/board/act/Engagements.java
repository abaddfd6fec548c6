package coop.maillon.board.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.AnswerId;
import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementId;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.EngagementStatus.Act;
import coop.maillon.board.Outcome;
import coop.maillon.board.Person;
import coop.maillon.board.Side;
import coop.maillon.board.Sight;
import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the two sides can do with what they agreed on, and what a coordinator decides where they do not agree. Of several who
 * are helped together any one speaks for their side.
 */
public final class Engagements {

  private final EngagementStore store = new EngagementStore();
  private final Acts acts;
  private final Settling settling;
  private final BoardEvents events;

  Engagements(Engine engine) {
    acts = engine.acts();
    settling = engine.settling();
    events = engine.events();
  }

  /** An engagement with the side of whoever acts. */
  private record Part(Scene scene, Engagement engagement, Side side) {

    OptionalInt theirs() {
      return engagement.numbers().of(side.other());
    }

    boolean isTheirs(int minutes) {
      return theirs().isPresent() && theirs().getAsInt() == minutes;
    }

    boolean isOwn() {
      return engagement.declarer().filter(side::equals).isPresent();
    }

    Person person() {
      return engagement.on(side).filter(scene::isBy).findFirst().orElseThrow();
    }
  }

  /** Says how long it took; the other side's very number settles it, another one is a dispute. */
  public Future<Outcome> declare(Who who, EngagementId id, int minutes) {
    return byParty(
        who,
        id,
        part -> part.isTheirs(minutes) && part.engagement().isOpen()
            ? confirmed(part, minutes)
            : declare(part, minutes));
  }

  private Future<Outcome> declare(Part part, int minutes) {
    var engagement = part.engagement();
    if (!engagement.countsHours()) {
      return succeededFuture(Scene.notNow(engagement.status(), "engagement.no-hours"));
    }
    var said = engagement.numbers().with(part.side(), minutes);
    if (engagement.isAgreed()) {
      return say(part, new Saying(Act.DECLARE, said, "", part.scene().now()), "declared");
    }
    if (part.isOwn()) {
      return say(part, new Saying(Act.CORRECT, said, "", part.scene().now()), "declared");
    }
    boolean isDisputed = engagement.status() == EngagementStatus.DISPUTED;
    // from when on the dispute counts does not move, or it could be kept open for ever
    Instant since = isDisputed ? engagement.since() : part.scene().now();
    var dispute = engagement.ending().dispute();
    return say(
        part, new Saying(isDisputed ? Act.CORRECT : Act.DISPUTE, said, dispute, since), "disputed");
  }

  /** What a side says from now on. */
  private record Saying(Act act, Engagement.Numbers numbers, String dispute, Instant since) {}

  private Future<Outcome> say(Part part, Saying saying, String kind) {
    var engagement = part.engagement();
    var scene = part.scene();
    return EngagementStatus.LIFE
        .after(engagement.status(), saying.act())
        .map(next -> engagement.said(next, saying.numbers(), saying.dispute(), saying.since()))
        .map(after -> store
            .say(scene.tx(), after)
            .compose(done -> events.toOtherSide(scene, kind, after))
            .compose(done -> acts.done(scene, after.id().value())))
        .orElseGet(() -> succeededFuture(Scene.notNow(engagement.status())));
  }

  /** Takes the other side's number. */
  public Future<Outcome> confirm(Who who, EngagementId id, int minutes) {
    return byParty(who, id, part -> {
      if (!part.engagement().isOpen() || part.engagement().isAgreed()) {
        return succeededFuture(Scene.notNow(part.engagement().status()));
      }
      if (part.theirs().isEmpty()) {
        return succeededFuture(Scene.notNow(part.engagement().status(), "engagement.own-number"));
      }
      return part.isTheirs(minutes)
          ? confirmed(part, minutes)
          : succeededFuture(Scene.notNow(part.engagement().status(), "engagement.other-number"));
    });
  }

  private Future<Outcome> confirmed(Part part, int minutes) {
    return settling.count(
        part.scene(), part.engagement(), minutes, Settling.End.of(Act.CONFIRM, "confirmed"));
  }

  /** Says what is wrong with what the other side declared; a coordinator decides. */
  public Future<Outcome> dispute(Who who, EngagementId id, String reason) {
    return byParty(who, id, part -> {
      var engagement = part.engagement();
      if (part.isOwn()) {
        return succeededFuture(Scene.notNow(engagement.status(), "engagement.own-number"));
      }
      var saying =
          new Saying(Act.DISPUTE, engagement.numbers(), reason, part.scene().now());
      return say(part, saying, "disputed")
          .compose(outcome -> outcome.isDone()
              ? events.referred(part.scene(), engagement).map(outcome)
              : succeededFuture(outcome));
    });
  }

  /** Nothing will come of it. Whoever is helped together with others goes alone. */
  public Future<Outcome> cancel(Who who, EngagementId id) {
    return byParty(
        who,
        id,
        part -> Settling.isOneOfSeveral(part.engagement(), part.person())
            ? settling.leave(part.scene(), part.engagement(), part.person())
            : settling.letGo(
                part.scene(), part.engagement(), Settling.End.of(Act.CANCEL, "cancelled")));
  }

  /** The helper does without one of those who were to be helped together. */
  public Future<Outcome> release(Who who, EngagementId id, AnswerId answer) {
    return byParty(who, id, part -> {
      var whom = part.scene().conversation().answer(answer).map(one -> one.member());
      if (part.side() != Side.HELPER) {
        return Acts.forbidden();
      }
      return whom.filter(person -> Settling.isOneOfSeveral(part.engagement(), person))
          .map(person -> settling.leave(part.scene(), part.engagement(), person))
          .orElseGet(Acts::missing);
    });
  }

  /** The other side was not there. */
  public Future<Outcome> miss(Who who, EngagementId id) {
    return byParty(
        who,
        id,
        part ->
            settling.letGo(part.scene(), part.engagement(), Settling.End.of(Act.MISS, "absent")));
  }

  /** It is done; where no hours are counted. */
  public Future<Outcome> finish(Who who, EngagementId id) {
    return byParty(
        who,
        id,
        part -> part.engagement().countsHours()
            ? succeededFuture(Scene.notNow(part.engagement().status(), "engagement.hours"))
            : settling.finish(
                part.scene(), part.engagement(), Settling.End.of(Act.FINISH, "finished")));
  }

  /** Thanks in words, which everybody reads who reads the post; a later word replaces it. */
  public Future<Outcome> thank(Who who, EngagementId id, String words) {
    return byParty(who, id, part -> {
      var engagement = part.engagement();
      var status = engagement.status();
      if (status == EngagementStatus.CANCELLED || status == EngagementStatus.ABSENT) {
        return succeededFuture(Scene.notNow(status));
      }
      var thanks = new Engagement.Thanks(part.person(), words, part.scene().now());
      return store
          .thank(part.scene().tx(), id, thanks)
          .compose(done -> events.thanks(part.scene(), engagement))
          .compose(done -> acts.done(part.scene(), id.value()));
    });
  }

  /** A coordinator who is no party says how much it was, and why. */
  public Future<Outcome> decide(Who who, EngagementId id, int minutes, String reason) {
    return byDecider(
        who,
        id,
        (scene, engagement) ->
            settling.count(scene, engagement, minutes, end(who, Act.DECIDE, "decided", reason)));
  }

  /** A coordinator who is no party says that there is nothing to count, and why. */
  public Future<Outcome> dismiss(Who who, EngagementId id, String reason) {
    return byDecider(
        who,
        id,
        (scene, engagement) ->
            settling.letGo(scene, engagement, end(who, Act.DISMISS, "dismissed", reason)));
  }

  private static Settling.End end(Who who, Act act, String kind, String reason) {
    var decider = new Person(new MemberId(who.id()), who.name(), Person.Presence.HERE);
    return new Settling.End(act, kind, reason, Optional.of(decider));
  }

  private Future<Outcome> byDecider(
      Who who, EngagementId id, BiFunction<Scene, Engagement, Future<Outcome>> act) {
    var sight = new Sight(who);
    return acts.on(
        who,
        id,
        scene -> scene
            .conversation()
            .engagement(id)
            .filter(found -> sight.sees(scene.post(), found))
            .map(found ->
                sight.decides(scene.post(), found) ? act.apply(scene, found) : Acts.forbidden())
            .orElseGet(Acts::missing));
  }

  private Future<Outcome> byParty(Who who, EngagementId id, Function<Part, Future<Outcome>> act) {
    var sight = new Sight(who);
    return acts.on(
        who,
        id,
        scene -> scene
            .conversation()
            .engagement(id)
            .filter(found -> sight.sees(scene.post(), found))
            .map(found -> found
                .sideOf(sight.reader())
                .map(side -> act.apply(new Part(scene, found, side)))
                .orElseGet(Acts::forbidden))
            .orElseGet(Acts::missing));
  }
}
