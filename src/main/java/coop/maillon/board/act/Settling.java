package coop.maillon.board.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerStatus;
import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.EngagementStatus.Act;
import coop.maillon.board.Outcome;
import coop.maillon.board.Person;
import coop.maillon.board.Side;
import coop.maillon.ledger.TransferId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How an engagement ends: its hours on the accounts, or nothing come of it and its place free again. */
final class Settling {

  private final EngagementStore store = new EngagementStore();
  private final AnswerStore answers = new AnswerStore();
  private final Acts acts;
  private final Books books;
  private final BoardEvents events;
  private final Engaging engaging;

  Settling(Acts acts, Books books, BoardEvents events, Engaging engaging) {
    this.acts = acts;
    this.books = books;
    this.events = events;
    this.engaging = engaging;
  }

  /**
   * What ends it.
   *
   * @param kind what the others are told: `engagement.KIND`
   * @param reason why a coordinator decided so; may be empty
   */
  record End(Act act, String kind, String reason, Optional<Person> by) {

    static End of(Act act, String kind) {
      return new End(act, kind, "", Optional.empty());
    }
  }

  /** So many minutes are given for it. */
  Future<Outcome> count(Scene scene, Engagement engagement, int minutes, End end) {
    return EngagementStatus.LIFE
        .after(engagement.status(), end.act())
        .map(next -> books
            .settle(scene, engagement, minutes, end.reason())
            .compose(transfer -> ended(
                scene,
                engagement.ended(
                    next, ending(end, OptionalInt.of(minutes), Optional.of(transfer)), scene.now()),
                end)))
        .orElseGet(() -> succeededFuture(Scene.notNow(engagement.status())));
  }

  /** It is done, and nothing is counted. */
  Future<Outcome> finish(Scene scene, Engagement engagement, End end) {
    return EngagementStatus.LIFE
        .after(engagement.status(), end.act())
        .map(next -> ended(scene, engagement.ended(next, nothing(end), scene.now()), end))
        .orElseGet(() -> succeededFuture(Scene.notNow(engagement.status())));
  }

  /** Nothing comes of it: its answers are let go, and whoever is in line gets the place. */
  Future<Outcome> letGo(Scene scene, Engagement engagement, End end) {
    return EngagementStatus.LIFE
        .after(engagement.status(), end.act())
        .map(next -> books
            .free(scene, engagement)
            .compose(done -> answers.become(scene.tx(), ids(scene, engagement), released(end)))
            .compose(done -> told(scene, engagement.ended(next, nothing(end), scene.now()), end))
            .compose(done -> engaging.serveLine(scene))
            .compose(done -> acts.done(scene, engagement.id().value())))
        .orElseGet(() -> succeededFuture(Scene.notNow(engagement.status())));
  }

  /** One of several who are helped together goes; the others stay. */
  Future<Outcome> leave(Scene scene, Engagement engagement, Person receiver) {
    if (!engagement.isAgreed()) {
      return succeededFuture(Scene.notNow(engagement.status()));
    }
    var left = scene
        .conversation()
        .of(engagement)
        .filter(one -> one.member().is(receiver.id()))
        .map(Answer::id)
        .toList();
    return books
        .free(scene, engagement, receiver)
        .compose(done -> store.leave(scene.tx(), engagement.id(), receiver.id()))
        .compose(done -> answers.become(scene.tx(), left, AnswerStatus.WITHDRAWN))
        .compose(done -> events.engagement(scene, "left", engagement, engagement.parties()))
        .compose(done -> engaging.serveLine(scene))
        .compose(done -> acts.done(scene, engagement.id().value()));
  }

  /** Whether somebody may go without ending it for the others. */
  static boolean isOneOfSeveral(Engagement engagement, Person person) {
    return engagement.receivers().size() > 1
        && engagement.sideOf(person.id()).filter(Side.RECEIVERS::equals).isPresent();
  }

  private Future<Outcome> ended(Scene scene, Engagement after, End end) {
    return told(scene, after, end)
        .compose(done -> store.confirmSkills(scene.tx(), after.id()))
        .compose(done -> acts.done(scene, after.id().value()));
  }

  private Future<Void> told(Scene scene, Engagement after, End end) {
    return store
        .end(scene.tx(), after)
        .compose(done -> events.engagement(scene, end.kind(), after, after.parties()));
  }

  private static AnswerStatus released(End end) {
    return end.act() == Act.LAPSE || end.act() == Act.CALL_OFF
        ? AnswerStatus.CLOSED
        : AnswerStatus.WITHDRAWN;
  }

  private static List<coop.maillon.board.AnswerId> ids(Scene scene, Engagement engagement) {
    return scene.conversation().of(engagement).map(Answer::id).toList();
  }

  private static Engagement.Ending nothing(End end) {
    return ending(end, OptionalInt.empty(), Optional.empty());
  }

  private static Engagement.Ending ending(
      End end, OptionalInt minutes, Optional<TransferId> transfer) {
    return new Engagement.Ending("", minutes, end.reason(), end.by(), transfer);
  }
}
