package coop.maillon.board.hours;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Conversation;
import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementId;
import coop.maillon.board.Person;
import coop.maillon.board.Sight;
import coop.maillon.board.act.Board;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.ledger.Accounts;
import coop.maillon.ledger.Currency;
import coop.maillon.ledger.Limits;
import coop.maillon.ledger.Line;
import coop.maillon.ledger.Standing;
import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person can learn of hours, and what coordinators and administrators can do about them. */
public final class Hours {

  private final HoursStore store = new HoursStore();
  private final Database database;
  private final Board board;
  private final Events events;

  public Hours(Database database, Board board, Events events) {
    this.database = database;
    this.board = board;
    this.events = events;
  }

  /**
   * A stretch of a statement.
   *
   * @param subjects what the engagements among its lines were about
   */
  public record Statement(List<Line> lines, Map<EngagementId, Subject> subjects) {

    public Optional<Subject> subject(Line line) {
      return Engagement.of(line.about()).map(subjects::get);
    }
  }

  /** What an engagement was about. */
  public record Subject(long post, String title) {}

  /** How one's own account stands: nobody else's is ever shown. */
  public Future<Standing> standing(Who who) {
    return accounts().standing(Currency.MINUTES, new MemberId(who.id()));
  }

  public Future<Statement> statement(Who who, Accounts.Slice slice) {
    return accounts()
        .statement(Currency.MINUTES, new MemberId(who.id()), slice)
        .compose(lines -> store
            .subjects(database, lines.stream().flatMap(Hours::engagement).toList())
            .map(subjects -> new Statement(lines, subjects)));
  }

  /** What went into the common pot and out of it, for all members; it names nobody. */
  public Future<List<Line>> pot(Accounts.Slice slice) {
    return accounts().potStatement(Currency.MINUTES, slice);
  }

  /** What is to be decided, and what was given of late and may be taken back, at the sites of a coordinator. */
  Future<List<Overseen>> overseen(Who who, Instant since) {
    return store.overseen(database, who, since);
  }

  /** How far accounts may go. */
  public Future<Limits> limits() {
    return accounts().limits(Currency.MINUTES);
  }

  /** From now on; what was agreed on before stays agreed. */
  public Future<Void> limit(Limits limits) {
    return accounts().limit(Currency.MINUTES, limits);
  }

  /** What came of taking hours back. */
  public enum Reversal {
    DONE,
    /** It was taken back before. */
    BEFORE,
    /** A party of it, or a coordinator of elsewhere. */
    FORBIDDEN,
    MISSING
  }

  /** Takes back what was given for an engagement, by a coordinator who is no party, with a reason that both sides read. */
  public Future<Reversal> reverse(Who who, EngagementId id, String reason) {
    return store
        .postOf(database, id)
        .compose(post -> post.map(known -> board
                .reads()
                .find(who, known)
                .compose(found -> found
                    .flatMap(there -> there
                        .engagement(id)
                        .map(one -> reverse(who, new Given(there, one), reason)))
                    .orElseGet(() -> succeededFuture(Reversal.MISSING))))
            .orElseGet(() -> succeededFuture(Reversal.MISSING)));
  }

  /** An engagement where it stands. */
  private record Given(Conversation conversation, Engagement engagement) {}

  private Future<Reversal> reverse(Who who, Given given, String reason) {
    var transfer = given.engagement().ending().transfer();
    if (!new Sight(who).decides(given.conversation().post(), given.engagement())) {
      return succeededFuture(Reversal.FORBIDDEN);
    }
    return transfer
        .map(known -> accounts()
            .reverse(
                known,
                Optional.of(new MemberId(who.id())),
                reason,
                (tx, made) -> tell(tx, who, given, reason))
            .map(made -> made.isPresent() ? Reversal.DONE : Reversal.BEFORE))
        .orElseGet(() -> succeededFuture(Reversal.MISSING));
  }

  private Future<Void> tell(Tx tx, Who who, Given given, String reason) {
    var members =
        given.engagement().parties().map(Person::id).map(MemberId::value).toList();
    return events.publish(
        tx,
        "engagement.reversed",
        new JsonObject()
            .put("actor", who.id())
            .put("post", given.conversation().post().id().value())
            .put("engagement", given.engagement().id().value())
            .put("members", new JsonArray(members))
            .put("reason", reason));
  }

  private Accounts accounts() {
    return board.accounts();
  }

  private static Stream<EngagementId> engagement(Line line) {
    return Engagement.of(line.about()).stream();
  }
}
