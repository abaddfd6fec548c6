package coop.maillon.board.act;

import static coop.maillon.support.TestApp.done;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerId;
import coop.maillon.board.Conversation;
import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementId;
import coop.maillon.board.Mode;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostDraft;
import coop.maillon.board.PostId;
import coop.maillon.board.PostKind;
import coop.maillon.board.Shape;
import coop.maillon.board.moderation.Reports;
import coop.maillon.db.Database;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.event.Events;
import coop.maillon.event.Relay;
import coop.maillon.ledger.Currency;
import coop.maillon.ledger.Standing;
import coop.maillon.member.MemberId;
import coop.maillon.support.Coop;
import coop.maillon.support.TestClock;
import coop.maillon.support.TestDatabase;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The board with its people and nothing around it: each act a call, the clock a test's own. */
final class Hall implements AutoCloseable {

  static final long ADA = 1;
  static final long CHLOE = 2;
  static final long BRUNO = 3;
  static final long DIANE = 4;
  static final long EMILE = 5;

  /** The cast as in {@link Coop}, without its catalogue. */
  private static final String PEOPLE = """
      INSERT INTO site (slug, name, zone) VALUES ('lyon', 'Lyon', 'Europe/Paris'), ('grenoble', 'Grenoble', 'Europe/Paris');
      INSERT INTO member (email, name, state, created_at)
      SELECT lower(split_part(n, ' ', 1)) || '@demo.test', n, 'active', '2026-01-01Z'
        FROM unnest(ARRAY['Ada Martin', 'Chloe Perrin', 'Bruno Faure', 'Diane Roussel', 'Emile Garnier']) AS n;
      """;

  private final Vertx vertx = Vertx.vertx();
  private final DatabaseAddress address = TestDatabase.fresh();
  private final TestClock clock = new TestClock();
  private final Database database;
  private final Board board;
  private final Events events;

  Hall() {
    sql(PEOPLE);
    database = Database.open(vertx, address.connectOptions(), 24, 512);
    events = new Events(database, new Relay(vertx, database), clock);
    board = Board.of(database, events, clock);
  }

  Reports reports() {
    return new Reports(database, board.reads(), events, clock);
  }

  Board board() {
    return board;
  }

  TestClock clock() {
    return clock;
  }

  Database database() {
    return database;
  }

  /** Somebody as they ask; Ada administers, Chloé coordinates Lyon. */
  static Who who(long id) {
    return new Who(
        id,
        "Member " + id,
        "member@demo.test",
        id == ADA,
        false,
        id == CHLOE ? Set.of(Coop.LYON) : Set.of(),
        Set.of(),
        "fr",
        "auto",
        0,
        Optional.empty(),
        Who.Proof.SESSION);
  }

  /** More members than the cast; the last one's id. */
  long crowd(int many) {
    sql("""
        INSERT INTO member (email, name, state, created_at)
        SELECT 'm' || n || '@demo.test', 'Member ' || n, 'active', '2026-01-01Z'
          FROM (SELECT coalesce(max(id), 0) + g AS n FROM member, generate_series(1, %d) AS g GROUP BY g) AS numbered
        """.formatted(many));
    return Long.parseLong(ask("SELECT max(id) FROM member"));
  }

  static PostDraft asking(int places, int minutes) {
    return draft(
        PostKind.REQUEST,
        Mode.HOURS,
        new Shape(places, Shape.Manner.TOGETHER, OptionalInt.of(minutes)));
  }

  static PostDraft draft(PostKind kind, Mode mode, Shape shape) {
    return new PostDraft(
        kind,
        mode,
        "Remonter un établi",
        "Deux bras et une visseuse.",
        List.of("menuiserie"),
        Optional.empty(),
        shape,
        PostDraft.Ties.NONE,
        PostDraft.Dates.NONE);
  }

  PostId post(long author, PostDraft draft) {
    return told(board.posts().publish(who(author), draft, Optional.empty()))
        .post()
        .id();
  }

  AnswerId answer(long member, PostId post) {
    var outcome = done(board.answers().propose(who(member), post, "Je viens.", Optional.empty()));
    return new AnswerId(((Outcome.Done) outcome).id());
  }

  /** What was agreed on when that answer to somebody's post was accepted. */
  EngagementId accept(long author, AnswerId answer) {
    var after = told(board.answers().accept(who(author), answer));
    return after.answer(answer).flatMap(Answer::engagement).orElseThrow();
  }

  /** A request of so many minutes that somebody agreed to help with. */
  EngagementId agreed(long author, long helper, int minutes) {
    var post = post(author, asking(1, minutes));
    return accept(author, answer(helper, post));
  }

  Engagement engagement(EngagementId id) {
    var post = new PostId(Long.parseLong(ask("SELECT post_id FROM engagement WHERE id = " + id)));
    return conversation(post).engagement(id).orElseThrow();
  }

  Conversation conversation(PostId post) {
    return done(board.reads().whole(post)).orElseThrow();
  }

  Standing standing(long member) {
    return done(board.accounts().standing(Currency.MINUTES, new MemberId(member)));
  }

  long balance(long member) {
    return standing(member).balance();
  }

  /** Of all entries there are. */
  String sum() {
    return ask("SELECT coalesce(sum(amount), 0) FROM entry");
  }

  static Conversation told(Future<Outcome> act) {
    var outcome = done(act);
    if (outcome instanceof Outcome.Done there) {
      return there.conversation();
    }
    throw new AssertionError("refused: " + outcome);
  }

  String ask(String query) {
    return askAll(query).get(0);
  }

  /** The rows of a query, each its columns as text joined by a space; by a connection that is there already. */
  List<String> askAll(String query) {
    var found = new ArrayList<String>();
    done(database.run(query))
        .forEach(row -> found.add(IntStream.range(0, row.size())
            .mapToObj(i -> String.valueOf(row.getValue(i)))
            .collect(Collectors.joining(" "))));
    return found;
  }

  void sql(String... statements) {
    TestDatabase.run(address, statements);
  }

  @Override
  public void close() {
    done(database.close());
    done(vertx.close());
  }
}
