package coop.maillon.board.act;

import static coop.maillon.board.act.Hall.who;
import static coop.maillon.support.TestApp.done;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.board.AnswerId;
import coop.maillon.board.AnswerStatus;
import coop.maillon.board.Mode;
import coop.maillon.board.Outcome;
import coop.maillon.board.Post;
import coop.maillon.board.PostId;
import coop.maillon.board.PostKind;
import coop.maillon.board.Shape;
import coop.maillon.board.act.Model.A;
import coop.maillon.board.act.Model.E;
import coop.maillon.board.act.Model.P;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One way through everything that can be done, chosen by a seed, on the program and on the {@link Model} side by side. */
final class Walk {

  private static final int MEMBERS = 7;
  private static final int RECENT = 14;

  private final Hall hall;
  private final Random random;
  private final Model model = new Model();
  private final List<Long> members = new ArrayList<>();
  private final List<Long> transfers = new ArrayList<>();
  private final Map<String, Integer> done = new TreeMap<>();

  Walk(Hall hall, long seed) {
    this.hall = hall;
    this.random = new Random(seed);
    long last = hall.crowd(MEMBERS);
    for (long id = last - MEMBERS + 1; id <= last; id++) {
      joins(id);
    }
  }

  /** What was done how often, and what came of it. */
  Map<String, Integer> steps(int many) {
    for (int i = 0; i < many; i++) {
      step();
      Check.ledger(hall, model, members);
    }
    Check.everything(hall, model);
    return done;
  }

  private void step() {
    int dice = random.nextInt(100);
    if (dice < 9 || model.posts.isEmpty()) {
      publish();
    } else if (dice < 34) {
      propose(post());
    } else if (dice < 58) {
      answer().ifPresent(this::onAnswer);
    } else if (dice < 96) {
      engagement().ifPresent(this::onEngagement);
    } else {
      rarely();
    }
  }

  private void rarely() {
    int dice = random.nextInt(10);
    if (dice < 4) {
      reverse();
    } else if (dice < 5) {
      leaves();
    } else if (dice < 7) {
      withdrawPost(post());
    } else {
      hall.clock().pass(Duration.ofHours(30 + random.nextInt(150)));
      done(hall.board().clockwork().turn());
      model.pass(now());
      noted("time passes", "Done");
      Check.everything(hall, model);
    }
  }

  private Instant now() {
    return hall.clock().instant();
  }

  private long anybody() {
    return members.get(random.nextInt(members.size()));
  }

  /** Mostly whoever may; sometimes anybody. */
  private long mostly(long right) {
    return random.nextInt(6) == 0 || model.gone.contains(right) ? anybody() : right;
  }

  private P post() {
    int from = Math.max(0, model.posts.size() - RECENT);
    return model.posts.get(from + random.nextInt(model.posts.size() - from));
  }

  private Optional<A> answer() {
    var all = model.posts.stream()
        .skip(Math.max(0, model.posts.size() - 3L * RECENT))
        .flatMap(p -> p.answers.stream())
        .filter(a -> a.open() || random.nextInt(12) == 0)
        .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private Optional<E> engagement() {
    var open = model.engagements().filter(E::isOpen).toList();
    return random.nextInt(12) == 0
        ? post().engagements.stream().findFirst()
        : open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
  }

  private void joins(long id) {
    hall.balance(id);
    model.join(id);
    members.add(id);
  }

  private void publish() {
    var sort = new Model.Sort(
        random.nextInt(3) == 0,
        random.nextBoolean(),
        random.nextInt(8) > 0,
        1 + random.nextInt(2),
        40 + random.nextInt(260));
    long author = anybody();
    var shape = new Shape(
        sort.places(),
        sort.together() ? Shape.Manner.TOGETHER : Shape.Manner.EACH,
        OptionalInt.of(sort.estimate()));
    var id = hall.post(
        author,
        Hall.draft(
            sort.offer() ? PostKind.OFFER : PostKind.REQUEST,
            sort.hours() ? Mode.HOURS : Mode.FREE,
            shape));
    model.posts.add(new P(id.value(), author, sort, now().plus(Post.USUAL)));
    noted("publish", "Done");
  }

  private void propose(P post) {
    long by = anybody();
    var act = hall.board().answers().propose(who(by), new PostId(post.id), "moi", Optional.empty());
    boolean has = post.answers.stream()
        .anyMatch(a -> a.member == by && (a.open() || a.status == AnswerStatus.ACCEPTED));
    String expected = !post.sees(by)
        ? "Missing"
        : by == post.author ? "Forbidden" : !post.open || has ? "NotNow" : "Done";
    var outcome = compared("propose", act, expected);
    if (outcome instanceof Outcome.Done made) {
      post.answers.add(new A(made.id(), by));
    }
    Check.post(hall, post);
  }

  private void onAnswer(A answer) {
    P post =
        model.posts.stream().filter(p -> p.answers.contains(answer)).findFirst().orElseThrow();
    int dice = random.nextInt(10);
    if (dice < 7) {
      accept(post, answer);
    } else if (dice < 8) {
      become(post, answer, AnswerStatus.DECLINED, post.author);
    } else {
      become(post, answer, AnswerStatus.WITHDRAWN, answer.member);
    }
    Check.post(hall, post);
  }

  private void accept(P post, A answer) {
    long by = mostly(post.author);
    var act = hall.board().answers().accept(who(by), new AnswerId(answer.id));
    compared("accept", act, accepted(post, answer, by));
  }

  private String accepted(P post, A answer, long by) {
    if (!post.sees(by) || by != post.author) {
      return post.sees(by) ? "Forbidden" : "Missing";
    }
    if (post.open && answer.status == AnswerStatus.WAITING && post.full()) {
      return "Done";
    }
    if (!post.open || !answer.open() || model.gone.contains(answer.member)) {
      return "NotNow";
    }
    if (post.full()) {
      model.lineUp(answer, now());
      return "Done";
    }
    return model.engage(post, answer, now()) ? "Done" : "Against";
  }

  private void become(P post, A answer, AnswerStatus to, long right) {
    long by = mostly(right);
    var answers = hall.board().answers();
    var id = new AnswerId(answer.id);
    var act =
        to == AnswerStatus.DECLINED ? answers.decline(who(by), id) : answers.withdraw(who(by), id);
    String expected =
        !post.sees(by) ? "Missing" : by != right ? "Forbidden" : answer.open() ? "Done" : "NotNow";
    if (expected.equals("Done")) {
      answer.status = to;
    }
    compared(to.word(), act, expected);
  }

  private void onEngagement(E engagement) {
    var parties = Stream.concat(Stream.of(engagement.helper), engagement.receivers.stream())
        .toList();
    long by = mostly(parties.get(random.nextInt(parties.size())));
    new Deal(hall, model, random).step(engagement, by, this::compared);
    Check.post(hall, engagement.post);
    hall.askAll("SELECT id FROM transfer WHERE kind = 'help' AND id > "
            + transfers.stream().mapToLong(Long::longValue).max().orElse(0) + " ORDER BY id")
        .forEach(id -> transfers.add(Long.valueOf(id)));
  }

  private void reverse() {
    if (transfers.isEmpty()) {
      return;
    }
    long transfer = transfers.get(random.nextInt(transfers.size()));
    Check.reverse(hall, model, transfer);
    noted("reverse", "Done");
  }

  private void leaves() {
    long who = anybody();
    hall.sql("UPDATE member SET state = 'left' WHERE id = " + who);
    done(hall.board().departures().of(new MemberId(who)));
    model.departs(who, now());
    members.remove(who);
    joins(hall.crowd(1));
    noted("leave", "Done");
    Check.everything(hall, model);
  }

  private void withdrawPost(P post) {
    var act = hall.board().posts().withdraw(who(post.author), new PostId(post.id));
    compared("withdraw post", act, post.open ? "Done" : "NotNow");
    if (post.open) {
      model.close(post);
    }
    Check.post(hall, post);
  }

  private Outcome compared(String what, Future<Outcome> act, String expected) {
    var outcome = done(act);
    assertThat(outcome.getClass().getSimpleName()).as(what + ": " + outcome).isEqualTo(expected);
    noted(what, expected);
    return outcome;
  }

  private void noted(String what, String outcome) {
    done.merge(what + " " + outcome, 1, Integer::sum);
  }
}
