package coop.maillon.board.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.AnswerId;
import coop.maillon.board.Outcome;
import coop.maillon.board.Post;
import coop.maillon.board.PostDraft;
import coop.maillon.board.PostId;
import coop.maillon.board.PostStatus;
import coop.maillon.board.PostStatus.Act;
import coop.maillon.board.skill.Matching;
import coop.maillon.db.Database;
import coop.maillon.db.Repeat;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a person can do with a post of their own: write, publish, change, renew, resolve and withdraw it. */
public final class Posts {

  private final PostStore store = new PostStore();
  private final ConversationStore conversations = new ConversationStore();
  private final Database database;
  private final Acts acts;
  private final Endings endings;
  private final Engaging engaging;
  private final Matching matching = new Matching();
  private final BoardEvents events;
  private final Once once;
  private final Clock clock;

  Posts(Engine engine) {
    database = engine.database();
    acts = engine.acts();
    endings = engine.endings();
    engaging = engine.engaging();
    events = engine.events();
    once = engine.once();
    clock = engine.clock();
  }

  /** Puts it on the board at once. */
  public Future<Outcome> publish(Who who, PostDraft draft, Optional<Repeat> repeat) {
    return write(who, draft, PostStatus.PUBLISHED, repeat);
  }

  /** Keeps it, for its author only. */
  public Future<Outcome> keep(Who who, PostDraft draft, Optional<Repeat> repeat) {
    return write(who, draft, PostStatus.DRAFT, repeat);
  }

  private Future<Outcome> write(
      Who who, PostDraft draft, PostStatus first, Optional<Repeat> repeat) {
    return database.transaction(tx -> once.in(tx, repeat, clock.instant(), () -> {
      Instant now = clock.instant();
      var fresh = new PostStore.Fresh(who.id(), draft, first, expires(draft, first, now));
      return store.insert(tx, fresh, now).compose(id -> written(tx, who, id));
    }));
  }

  private Future<Outcome> written(Tx tx, Who who, PostId id) {
    return conversations.find(tx, id).compose(found -> {
      var actor = Optional.of(new MemberId(who.id()));
      var scene = new Scene(tx, found.orElseThrow(), Map.of(), actor, clock.instant());
      Future<Void> told =
          scene.post().status() == PostStatus.PUBLISHED ? published(scene) : succeededFuture();
      return told.map(new Outcome.Done(scene.conversation(), id.value()));
    });
  }

  private Future<Void> published(Scene scene) {
    return events.post(scene, "published").compose(done -> ask(scene));
  }

  private Future<Void> changed(Scene scene) {
    return events
        .post(scene, "changed")
        .compose(done -> conversations.find(scene.tx(), scene.post().id()))
        .compose(fresh -> ask(scene.with(fresh.orElseThrow())));
  }

  /** Those who know how are asked, whom nobody has asked yet. */
  private Future<Void> ask(Scene scene) {
    return matching
        .ask(scene.tx(), scene.post(), scene.now())
        .compose(found -> events.asked(scene, found));
  }

  private static Instant expires(PostDraft draft, PostStatus status, Instant now) {
    return status == PostStatus.PUBLISHED ? Post.expiry(draft.dates(), now) : now.plus(Post.USUAL);
  }

  /** Publishes a draft. */
  public Future<Outcome> publish(Who who, PostId id) {
    return byAuthor(who, id, scene -> {
      var post = scene.post();
      if (post.draft().body().isBlank()) {
        return succeededFuture(new Outcome.NotNow("post.empty", Set.of("change")));
      }
      return possible(
          scene,
          Act.PUBLISH,
          () -> store
              .publish(
                  scene.tx(),
                  id,
                  Post.expiry(post.draft().dates().ahead(scene.now()), scene.now()),
                  scene.now())
              .compose(done -> published(scene)));
    });
  }

  /** Says it otherwise. What others have answered to stays: its kind, what is given for it, and the places taken. */
  public Future<Outcome> change(Who who, PostId id, PostDraft draft) {
    return byAuthor(who, id, scene -> {
      var before = scene.post();
      if (draft.shape().places() < scene.conversation().taken()) {
        return succeededFuture(new Outcome.NotNow("post.places", Set.of()));
      }
      boolean isDraft = before.status() == PostStatus.DRAFT;
      var text = new PostStore.Text(
          id, isDraft ? draft : draft.keeping(before.draft()), expires(before, draft, scene.now()));
      return possible(
          scene,
          Act.CHANGE,
          () -> store
              .change(scene.tx(), text, scene.now())
              .compose(done -> engaging.serveLine(scene))
              .compose(done -> isDraft ? succeededFuture() : changed(scene)));
    });
  }

  /** It ends when it did, unless its author says another day. */
  private static Instant expires(Post before, PostDraft draft, Instant now) {
    if (before.status() == PostStatus.DRAFT) {
      return now.plus(Post.USUAL);
    }
    return draft.dates().equals(before.draft().dates())
        ? before.times().expires()
        : Post.expiry(draft.dates(), now);
  }

  /** It is seen for a while longer. */
  public Future<Outcome> renew(Who who, PostId id) {
    return byAuthor(
        who,
        id,
        scene -> possible(
            scene,
            Act.RENEW,
            () -> store
                .renew(scene.tx(), id, scene.now().plus(Post.USUAL))
                .compose(done -> events.post(scene, "renewed"))));
  }

  /** Its author has what was needed: through that answer, or without any. */
  public Future<Outcome> resolve(Who who, PostId id, Optional<AnswerId> by) {
    return byAuthor(who, id, scene -> {
      var answer = by.flatMap(scene.conversation()::answer);
      return by.isPresent() && answer.isEmpty() ? Acts.missing() : endings.solve(scene, answer);
    });
  }

  /** Takes it off the board; what was agreed on stays agreed. */
  public Future<Outcome> withdraw(Who who, PostId id) {
    return byAuthor(who, id, scene -> endings.end(scene, Act.WITHDRAW, Optional.empty()));
  }

  private Future<Outcome> byAuthor(Who who, PostId id, Acts.Act act) {
    return acts.on(
        who, id, scene -> scene.isBy(scene.post().author()) ? act.apply(scene) : Acts.forbidden());
  }

  private Future<Outcome> possible(Scene scene, Act act, Supplier<Future<Void>> write) {
    var post = scene.post();
    return PostStatus.LIFE.after(post.statusAt(scene.now()), act).isPresent()
        ? write.get().compose(done -> acts.done(scene, post.id().value()))
        : succeededFuture(scene.notNow(post));
  }
}
