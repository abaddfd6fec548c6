package coop.maillon.board.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementId;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.EngagementStatus.Act;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostId;
import coop.maillon.db.Database;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What time does on the board by itself: it warns, reminds, settles little, refers much, cuts disputes and ends the rest. */
public final class Clockwork {

  /** What was agreed on and never spoken of again comes to nothing after so long. */
  private static final Duration LAPSE = Duration.ofDays(30);

  private static final List<Duration> REMINDERS = List.of(Duration.ofDays(3), Duration.ofDays(7));
  private static final List<Duration> WARNINGS = List.of(Duration.ofDays(3), Duration.ofDays(1));

  private final ClockworkStore store = new ClockworkStore();
  private final EngagementStore engagements = new EngagementStore();
  private final PostStore posts = new PostStore();
  private final Database database;
  private final Clock clock;
  private final Acts acts;
  private final Endings endings;
  private final Settling settling;
  private final BoardEvents events;

  Clockwork(Engine engine) {
    database = engine.database();
    clock = engine.clock();
    acts = engine.acts();
    endings = engine.endings();
    settling = engine.settling();
    events = engine.events();
  }

  /** Each thing that is due by its own act, one after the other; what was answered meanwhile is left alone. */
  public Future<Void> turn() {
    var now = clock.instant();
    return each(store.ending(database, now), this::end)
        .compose(done -> each(store.toWarn(database, now), this::warn))
        .compose(done -> each(store.waiting(database, now), this::wait));
  }

  /** Whoever offers or needs something for a booking that is not to be needs and offers it no more. */
  public Future<Void> followBookings() {
    return each(store.calledOff(database), post -> acts.byTime(post, endings::callOff))
        .compose(done -> each(store.letGo(database), this::letGo));
  }

  private Future<Outcome> letGo(EngagementId id) {
    return acts.byTime(
        id,
        scene -> settling.letGo(
            scene,
            scene.conversation().engagement(id).orElseThrow(),
            Settling.End.of(Act.CALL_OFF, "called-off")));
  }

  private static <T> Future<Void> each(Future<List<T>> due, Function<T, Future<Outcome>> act) {
    return due.compose(all -> {
      Future<Void> last = succeededFuture();
      for (T one : all) {
        last = last.compose(done -> act.apply(one)).mapEmpty();
      }
      return last;
    });
  }

  private Future<Outcome> end(PostId post) {
    return acts.byTime(post, endings::expire);
  }

  /** Told once where several warnings are due. */
  private Future<Outcome> warn(PostId id) {
    return acts.byTime(id, scene -> {
      var left = Duration.between(scene.now(), scene.post().times().expires());
      int due =
          (int) WARNINGS.stream().filter(days -> left.compareTo(days) <= 0).count();
      return !scene.post().isOpenAt(scene.now()) || due == 0
          ? succeededFuture(scene.notNow(scene.post()))
          : posts
              .warned(scene.tx(), id, due)
              .compose(done -> events.toAuthor(scene, "expiring"))
              .compose(done -> acts.done(scene, id.value()));
    });
  }

  private Future<Outcome> wait(EngagementId id) {
    return acts.byTime(
        id, scene -> wait(scene, scene.conversation().engagement(id).orElseThrow()));
  }

  private Future<Outcome> wait(Scene scene, Engagement engagement) {
    var silent = Duration.between(engagement.since(), scene.now());
    boolean isOver = silent.compareTo(Engagement.SILENCE) >= 0;
    return switch (engagement.status()) {
      case AGREED ->
        silent.compareTo(LAPSE) >= 0
            ? settling.letGo(scene, engagement, Settling.End.of(Act.LAPSE, "lapsed"))
            : succeededFuture(Scene.notNow(engagement.status()));
      case DECLARED -> isOver ? answer(scene, engagement) : remind(scene, engagement, silent);
      case DISPUTED ->
        isOver
            ? settling.count(
                scene, engagement, engagement.smallest(), Settling.End.of(Act.CUT, "cut"))
            : succeededFuture(Scene.notNow(engagement.status()));
      case CONFIRMED, CANCELLED, ABSENT -> succeededFuture(Scene.notNow(engagement.status()));
    };
  }

  /** Nobody answered: little goes by itself, much to whoever may decide. */
  private Future<Outcome> answer(Scene scene, Engagement engagement) {
    int said = engagement.declarer().map(engagement.numbers()::of).orElseThrow().getAsInt();
    return engagement.settlesItself()
        ? settling.count(scene, engagement, said, Settling.End.of(Act.SETTLE, "settled"))
        : refer(scene, engagement);
  }

  private Future<Outcome> refer(Scene scene, Engagement engagement) {
    var next = EngagementStatus.LIFE.after(engagement.status(), Act.REFER).orElseThrow();
    var after = engagement.said(next, engagement.numbers(), "", scene.now());
    return engagements
        .say(scene.tx(), after)
        .compose(done -> events.engagement(scene, "unanswered", after, after.parties()))
        .compose(done -> events.referred(scene, after))
        .compose(done -> acts.done(scene, after.id().value()));
  }

  /** The side that has not answered is told once where several reminders are due. */
  private Future<Outcome> remind(Scene scene, Engagement engagement, Duration silent) {
    int due =
        (int) REMINDERS.stream().filter(days -> silent.compareTo(days) >= 0).count();
    var silentSide = engagement.declarer().orElseThrow().other();
    return due <= engagement.reminded()
        ? succeededFuture(Scene.notNow(engagement.status()))
        : engagements
            .reminded(scene.tx(), engagement.id(), due)
            .compose(
                done -> events.engagement(scene, "reminded", engagement, engagement.on(silentSide)))
            .compose(done -> acts.done(scene, engagement.id().value()));
  }
}
