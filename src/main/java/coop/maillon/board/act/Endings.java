package coop.maillon.board.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerStatus;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostKind;
import coop.maillon.board.PostStatus;
import coop.maillon.board.PostStatus.Act;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** How a post ends, and with it the answers of which nothing has come. */
final class Endings {

  private final PostStore posts = new PostStore();
  private final AnswerStore answers = new AnswerStore();
  private final Acts acts;
  private final BoardEvents events;

  Endings(Acts acts, BoardEvents events) {
    this.acts = acts;
    this.events = events;
  }

  /** Its author has what was needed, through that answer or otherwise. The right answer to a question is accepted. */
  Future<Outcome> solve(Scene scene, Optional<Answer> by) {
    boolean accepts =
        by.filter(Answer::isOpen).isPresent() && scene.post().draft().kind() == PostKind.QUESTION;
    Future<Void> accepted = accepts
        ? answers
            .become(scene.tx(), List.of(by.get().id()), AnswerStatus.ACCEPTED)
            .compose(done -> events.answer(scene, "accepted", by.get()))
        : succeededFuture();
    return accepted
        .compose(done -> acts.again(scene))
        .compose(fresh -> end(fresh, Act.RESOLVE, by));
  }

  Future<Outcome> end(Scene scene, Act act, Optional<Answer> by) {
    var post = scene.post();
    return PostStatus.LIFE
        .after(post.statusAt(scene.now()), act)
        .map(status -> end(scene, new PostStore.End(status, by.map(Answer::id))))
        .orElseGet(() -> succeededFuture(scene.notNow(post)));
  }

  private Future<Outcome> end(Scene scene, PostStore.End end) {
    var post = scene.post();
    return posts
        .end(scene.tx(), post.id(), end, scene.now())
        .compose(done -> close(scene))
        .compose(done -> tell(scene))
        .compose(done -> events.post(scene, end.status().word()))
        .compose(done -> acts.done(scene, post.id().value()));
  }

  /** The booking that it is about is not to be: whoever answered is told. */
  Future<Outcome> callOff(Scene scene) {
    var post = scene.post();
    return PostStatus.LIFE
        .after(post.status(), Act.CALL_OFF)
        .filter(next -> post.isCalledOff())
        .map(next -> end(scene, new PostStore.End(next, Optional.empty())))
        .orElseGet(() -> succeededFuture(scene.notNow(post)));
  }

  /** Time ends it: nobody is told, and nobody can answer any more. */
  Future<Outcome> expire(Scene scene) {
    var post = scene.post();
    boolean isDue =
        !PostStatus.LIFE.isFinal(post.status()) && post.statusAt(scene.now()) == PostStatus.EXPIRED;
    if (!isDue) {
      return succeededFuture(scene.notNow(post));
    }
    var end = new PostStore.End(PostStatus.EXPIRED, Optional.empty());
    return posts
        .end(scene.tx(), post.id(), end, scene.now())
        .compose(done -> close(scene))
        .compose(done -> events.post(scene, PostStatus.EXPIRED.word()))
        .compose(done -> acts.done(scene, post.id().value()));
  }

  private Future<Void> close(Scene scene) {
    return answers.become(
        scene.tx(), open(scene).stream().map(Answer::id).toList(), AnswerStatus.CLOSED);
  }

  /** Whoever offered help knows that it is not needed any more; answers to a question wait for nothing. */
  private Future<Void> tell(Scene scene) {
    Future<Void> last = succeededFuture();
    if (scene.post().draft().kind() != PostKind.QUESTION) {
      for (Answer answer : open(scene)) {
        last = last.compose(done -> events.answer(scene, "closed", answer));
      }
    }
    return last;
  }

  private static List<Answer> open(Scene scene) {
    return scene.conversation().answers().stream().filter(Answer::isOpen).toList();
  }
}
