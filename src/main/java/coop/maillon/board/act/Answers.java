package coop.maillon.board.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerId;
import coop.maillon.board.AnswerStatus;
import coop.maillon.board.AnswerStatus.Act;
import coop.maillon.board.Outcome;
import coop.maillon.board.Person;
import coop.maillon.board.PostId;
import coop.maillon.board.PostKind;
import coop.maillon.board.Shape;
import coop.maillon.db.Repeat;
import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a person can do with an answer: give it, accept it, decline it, take it back, say more about it. */
public final class Answers {

  private final AnswerStore store = new AnswerStore();
  private final PostStore posts = new PostStore();
  private final Acts acts;
  private final Engaging engaging;
  private final Endings endings;
  private final BoardEvents events;
  private final Once once;

  Answers(Engine engine) {
    acts = engine.acts();
    engaging = engine.engaging();
    endings = engine.endings();
    events = engine.events();
    once = engine.once();
  }

  /** Answers a post; to a question more than once, to anything else while nothing came of the answer before. */
  public Future<Outcome> propose(Who who, PostId post, String body, Optional<Repeat> repeat) {
    return acts.on(
        who,
        post,
        scene -> once.in(scene.tx(), repeat, scene.now(), () -> propose(scene, who, body)));
  }

  private Future<Outcome> propose(Scene scene, Who who, String body) {
    var post = scene.post();
    if (scene.isBy(post.author())) {
      return Acts.forbidden();
    }
    if (!post.isOpenAt(scene.now())) {
      return succeededFuture(scene.notNow(post));
    }
    var before = scene.conversation().living(new MemberId(who.id())).findFirst();
    if (before.isPresent() && post.draft().kind() != PostKind.QUESTION) {
      return succeededFuture(Scene.notNow(before.get().status(), "answer.already"));
    }
    var said = new Answer.Reply(person(who), body, scene.now());
    return store
        .insert(scene.tx(), post.id(), said)
        .compose(id -> events
            .said(scene, "proposed", id, post.author())
            .compose(done -> acts.done(scene, id.value())));
  }

  /**
   * Accepts it: there is an engagement; or, where the post is full, it is in line for a place. The answer to a question
   * resolves it.
   */
  public Future<Outcome> accept(Who who, AnswerId id) {
    return byAuthor(who, id, this::accept);
  }

  /** Accepts it although the post is full: there is one place more. */
  public Future<Outcome> acceptAlso(Who who, AnswerId id) {
    return byAuthor(
        who,
        id,
        (scene, answer) -> mayGrow(scene, answer)
            ? posts
                .addPlace(scene.tx(), scene.post().id())
                .compose(done -> acts.again(scene))
                .compose(fresh -> accept(fresh, answer))
                .compose(outcome -> outcome.isDone()
                    ? succeededFuture(outcome)
                    : scene.tx().rollback().map(outcome))
            : accept(scene, answer));
  }

  private static boolean mayGrow(Scene scene, Answer answer) {
    return scene.conversation().isFull()
        && answer.isOpen()
        && scene.post().draft().shape().places() < Shape.MOST_PLACES;
  }

  private Future<Outcome> accept(Scene scene, Answer answer) {
    if (!scene.post().isOpenAt(scene.now())) {
      return succeededFuture(scene.notNow(scene.post()));
    }
    boolean isFull = scene.conversation().isFull();
    if (answer.status() == AnswerStatus.WAITING && isFull) {
      return acts.done(scene, answer.id().value());
    }
    if (!isPossible(answer, isFull ? Act.LINE_UP : Act.ACCEPT)) {
      return succeededFuture(Scene.notNow(answer.status()));
    }
    if (!answer.member().isHere()) {
      return succeededFuture(Scene.notNow(answer.status(), "answer.gone"));
    }
    if (scene.post().draft().kind() == PostKind.QUESTION) {
      return endings
          .solve(scene, Optional.of(answer))
          .map(outcome -> outcome.of(answer.id().value()));
    }
    return isFull ? lineUp(scene, answer) : engaging.engage(scene, answer);
  }

  private Future<Outcome> lineUp(Scene scene, Answer answer) {
    return store
        .lineUp(scene.tx(), answer.id(), scene.now())
        .compose(done -> events.answer(scene, "waiting", answer))
        .compose(done -> acts.done(scene, answer.id().value()));
  }

  /** Says no, thank you. */
  public Future<Outcome> decline(Who who, AnswerId id) {
    return byAuthor(who, id, (scene, answer) -> become(scene, answer, Act.DECLINE, "declined"));
  }

  /** Takes one's own answer back, before anything came of it. */
  public Future<Outcome> withdraw(Who who, AnswerId id) {
    return acts.on(
        who,
        id,
        scene -> found(
            scene,
            id,
            answer -> scene.isBy(answer.member())
                ? become(scene, answer, Act.WITHDRAW, "withdrawn")
                : Acts.forbidden()));
  }

  private Future<Outcome> become(Scene scene, Answer answer, Act act, String kind) {
    return AnswerStatus.LIFE
        .after(answer.status(), act)
        .map(next -> store
            .become(scene.tx(), List.of(answer.id()), next)
            .compose(done -> events.answer(scene, kind, answer))
            .compose(done -> acts.done(scene, answer.id().value())))
        .orElseGet(() -> succeededFuture(Scene.notNow(answer.status())));
  }

  /** Says more about an answer: the author of the post and whoever gave it, to each other. */
  public Future<Outcome> reply(Who who, AnswerId id, String body) {
    return acts.on(
        who,
        id,
        scene -> found(scene, id, answer -> {
          if (!scene.isBy(answer.member()) && !scene.isBy(scene.post().author())) {
            return Acts.forbidden();
          }
          return scene.post().isOpenAt(scene.now()) || answer.isAccepted()
              ? reply(scene, answer, new Answer.Reply(person(who), body, scene.now()))
              : succeededFuture(scene.notNow(scene.post()));
        }));
  }

  private Future<Outcome> reply(Scene scene, Answer answer, Answer.Reply said) {
    var other = said.member().is(answer.member().id()) ? scene.post().author() : answer.member();
    return store
        .reply(scene.tx(), answer.id(), said)
        .compose(done -> events.said(scene, "replied", answer.id(), other))
        .compose(done -> acts.done(scene, answer.id().value()));
  }

  private Future<Outcome> byAuthor(
      Who who, AnswerId id, BiFunction<Scene, Answer, Future<Outcome>> act) {
    return acts.on(
        who,
        id,
        scene -> found(
            scene,
            id,
            answer ->
                scene.isBy(scene.post().author()) ? act.apply(scene, answer) : Acts.forbidden()));
  }

  private static Future<Outcome> found(
      Scene scene, AnswerId id, Function<Answer, Future<Outcome>> act) {
    return scene.conversation().answer(id).map(act).orElseGet(Acts::missing);
  }

  private static boolean isPossible(Answer answer, Act act) {
    return AnswerStatus.LIFE.after(answer.status(), act).isPresent();
  }

  private static Person person(Who who) {
    return new Person(new MemberId(who.id()), who.name(), Person.Presence.HERE);
  }
}
