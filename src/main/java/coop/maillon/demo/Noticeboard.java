package coop.maillon.demo;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerId;
import coop.maillon.board.Conversation;
import coop.maillon.board.Engagement;
import coop.maillon.board.Mode;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostDraft;
import coop.maillon.board.PostId;
import coop.maillon.board.PostKind;
import coop.maillon.board.Shape;
import coop.maillon.board.Side;
import coop.maillon.board.act.Board;
import coop.maillon.demo.Notes.Note;
import coop.maillon.demo.Notes.Step;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Brings the board to life: each post, answer and hour by its use case, when it would have been done. */
final class Noticeboard {

  private final Board board;
  private final DemoClock clock;
  private final List<Who> people;
  private final Catalogue catalogue;
  private final Instant now;
  private final Map<Note, PostId> posts = new ConcurrentHashMap<>();

  Noticeboard(Board board, DemoClock clock, List<Who> people, Catalogue catalogue) {
    this.board = board;
    this.clock = clock;
    this.people = people;
    this.catalogue = catalogue;
    this.now = clock.instant();
  }

  /** The oldest first; what was done in the same hour, together. */
  Future<Void> fill() {
    var deeds = new TreeMap<Integer, List<Supplier<Future<?>>>>(Comparator.reverseOrder());
    for (Note note : Notes.all()) {
      at(deeds, note.hoursAgo()).add(() -> write(note));
      note.steps().forEach(step -> at(deeds, step.hoursAgo()).add(() -> take(note, step)));
    }
    Future<Void> last = succeededFuture();
    for (var hour : deeds.entrySet()) {
      last = last.compose(done -> {
        clock.set(now.minus(Duration.ofHours(hour.getKey())));
        return Future.join(hour.getValue().stream().map(Supplier::get).toList()).mapEmpty();
      });
    }
    return last;
  }

  private static List<Supplier<Future<?>>> at(
      Map<Integer, List<Supplier<Future<?>>>> deeds, int hour) {
    return deeds.computeIfAbsent(hour, first -> new ArrayList<>());
  }

  private Future<Void> write(Note note) {
    Who author = who(note.author());
    var draft = draft(note);
    var written = note.kind().equals("draft")
        ? board.posts().keep(author, draft, Optional.empty())
        : board.posts().publish(author, draft, Optional.empty());
    return written.map(outcome -> {
      posts.put(note, new PostId(done(note, outcome).id()));
      return null;
    });
  }

  private PostDraft draft(Note note) {
    var kind = PostKind.of(note.kind()).orElse(PostKind.REQUEST);
    boolean counts = note.takes().containsKey("hours");
    var usual = kind == PostKind.QUESTION ? Mode.FREE : Mode.HOURS;
    var needed = number(note, "before").stream()
        .mapToObj(days -> now.plus(Duration.ofDays(days)))
        .findFirst();
    return new PostDraft(
        kind,
        counts ? Mode.HOURS : Mode.of(note.takes("mode")).orElse(usual),
        note.title(),
        String.join("\n\n", note.body()),
        note.skills(),
        catalogue.site(note.takes("site")).map(Site::id),
        new Shape(number(note, "places").orElse(1), Shape.Manner.TOGETHER, number(note, "hours")),
        new PostDraft.Ties(
            catalogue.resource(note.takes("tie")).map(Resource::id), Optional.empty()),
        new PostDraft.Dates(needed, Optional.empty()));
  }

  private static OptionalInt number(Note note, String name) {
    String said = note.takes(name);
    return said.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(said));
  }

  private Future<Void> take(Note note, Step step) {
    PostId post = Objects.requireNonNull(posts.get(note));
    return board
        .reads()
        .whole(post)
        .compose(found -> act(note, step, found.orElseThrow()))
        .map(outcome -> {
          done(step, outcome);
          return null;
        });
  }

  private Future<Outcome> act(Note note, Step step, Conversation so) {
    Who author = who(note.author());
    return switch (step.act()) {
      case "answers" ->
        board.answers().propose(who(step.who()), so.post().id(), step.text(), Optional.empty());
      case "accepted" -> board.answers().accept(author, answer(so, who(step.who())));
      case "resolved" -> board.posts().resolve(author, so.post().id(), Optional.empty());
      default -> deal(step, who(step.who()), so);
    };
  }

  /** What one side does with what was agreed on: with the newest, where there are several. */
  private Future<Outcome> deal(Step step, Who who, Conversation so) {
    Engagement deal = so.engagements().stream()
        .filter(one -> one.sideOf(new MemberId(who.id())).isPresent())
        .reduce((first, second) -> second)
        .orElseThrow();
    var engagements = board.engagements();
    return switch (step.act()) {
      case "says" -> engagements.declare(who, deal.id(), Integer.parseInt(step.minutes()));
      case "confirms" -> engagements.confirm(who, deal.id(), theirs(deal, who));
      case "cancels" -> engagements.cancel(who, deal.id());
      case "misses" -> engagements.miss(who, deal.id());
      case "finishes" -> engagements.finish(who, deal.id());
      default -> engagements.thank(who, deal.id(), step.text());
    };
  }

  private static int theirs(Engagement deal, Who who) {
    Side other = deal.sideOf(new MemberId(who.id())).orElseThrow().other();
    return deal.numbers().of(other).orElseThrow();
  }

  private static AnswerId answer(Conversation so, Who who) {
    return so.living(new MemberId(who.id())).map(Answer::id).findFirst().orElseThrow();
  }

  private Who who(String firstName) {
    return Cast.called(people, firstName);
  }

  private static Outcome.Done done(Object what, Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      return done;
    }
    throw new IllegalStateException("the demo cannot be made: " + what + ": " + outcome);
  }
}
