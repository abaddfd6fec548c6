package coop.maillon.board.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerId;
import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementId;
import coop.maillon.board.Floor;
import coop.maillon.board.Mode;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostKind;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Agreeing with whoever answered, within what whoever is helped may promise; and giving free places to those in line. */
final class Engaging {

  private final AnswerStore answers = new AnswerStore();
  private final EngagementStore engagements = new EngagementStore();
  private final Acts acts;
  private final Books books;
  private final BoardEvents events;

  Engaging(Acts acts, Books books, BoardEvents events) {
    this.acts = acts;
    this.books = books;
    this.events = events;
  }

  /** The answer is accepted and agreed on, or the floor of an account says why not. */
  Future<Outcome> engage(Scene scene, Answer answer) {
    return obstacle(scene, answer)
        .compose(floor -> floor
            .<Future<Outcome>>map(found -> succeededFuture(new Outcome.Against(found)))
            .orElseGet(() -> agree(scene, answer)
                .compose(done -> acts.done(scene, answer.id().value()))));
  }

  /** Offers free places to those who wait, the first in line first; whoever cannot promise the hours waits on. */
  Future<Void> serveLine(Scene scene) {
    return serveLine(scene, Set.of());
  }

  private Future<Void> serveLine(Scene scene, Set<AnswerId> passed) {
    return acts.again(scene)
        .compose(fresh -> next(fresh, passed)
            .map(answer ->
                engage(fresh, answer).compose(outcome -> serveLine(fresh, passing(passed, answer))))
            .orElseGet(Future::succeededFuture));
  }

  private static Optional<Answer> next(Scene scene, Set<AnswerId> passed) {
    return scene.post().isOpenAt(scene.now()) && !scene.conversation().isFull()
        ? scene.conversation().line().stream()
            .filter(one -> one.member().isHere() && !passed.contains(one.id()))
            .findFirst()
        : Optional.empty();
  }

  private static Set<AnswerId> passing(Set<AnswerId> passed, Answer answer) {
    var all = new HashSet<>(passed);
    all.add(answer.id());
    return all;
  }

  private Future<Optional<Floor>> obstacle(Scene scene, Answer answer) {
    return countsHours(scene)
        ? books.obstacle(scene, scene.conversation().payer(answer), estimate(scene))
        : succeededFuture(Optional.empty());
  }

  private Future<Void> agree(Scene scene, Answer answer) {
    var conversation = scene.conversation();
    var receiver = conversation.payer(answer);
    return engagement(scene, answer)
        .compose(id -> engagements
            .join(scene.tx(), id, receiver.id())
            .compose(done -> answers.accept(scene.tx(), answer.id(), id))
            .compose(done -> countsHours(scene)
                ? books.promise(scene, id, receiver, estimate(scene))
                : succeededFuture()))
        .compose(done -> events.answer(scene, "accepted", answer));
  }

  private Future<EngagementId> engagement(Scene scene, Answer answer) {
    var conversation = scene.conversation();
    return conversation
        .joinable()
        .map(Engagement::id)
        .map(Future::succeededFuture)
        .orElseGet(() ->
            engagements.insert(scene.tx(), scene.post(), conversation.helper(answer), scene.now()));
  }

  private static boolean countsHours(Scene scene) {
    return scene.post().draft().mode() == Mode.HOURS
        && scene.post().draft().kind() != PostKind.QUESTION;
  }

  private static int estimate(Scene scene) {
    return scene.post().draft().shape().estimateMinutes().orElseThrow();
  }
}
