package coop.maillon.board.moderation;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Answer;
import coop.maillon.board.Conversation;
import coop.maillon.board.Person;
import coop.maillon.board.PostId;
import coop.maillon.board.Sight;
import coop.maillon.board.act.BoardReads;
import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reporting what stands on the board, and deciding what becomes of it. Reports of three members hide it until then. */
public final class Reports {

  private static final int ENOUGH = 3;

  private final ReportStore store = new ReportStore();
  private final Database database;
  private final BoardReads reads;
  private final Events events;
  private final Clock clock;

  public Reports(Database database, BoardReads reads, Events events, Clock clock) {
    this.database = database;
    this.reads = reads;
    this.events = events;
    this.clock = clock;
  }

  /** A case: what it is about, where it stands and who wrote it. */
  private record Case(Subject subject, Conversation conversation, Person author) {

    JsonObject about() {
      var data = new JsonObject().put("post", subject.post().value());
      subject.answer().ifPresent(answer -> data.put("answer", answer.value()));
      var sites = new JsonArray();
      conversation.post().draft().site().ifPresent(site -> sites.add(site.value()));
      return data.put("sites", sites);
    }

    /** Who is not asked to decide: whoever has a part in the conversation, and whoever reports it. */
    JsonArray parties(long reporter) {
      var answered = conversation.answers().stream().map(Answer::member);
      var others = Stream.concat(Stream.of(conversation.post().author()), answered)
          .map(one -> one.id().value());
      return new JsonArray(Stream.concat(others, Stream.of(reporter)).distinct().toList());
    }
  }

  /** One member reports it, once until it is decided. */
  public Future<Came> file(Who who, Subject subject, Complaint complaint) {
    return seen(who, subject)
        .compose(found -> found
            .map(there -> there.author().is(new Sight(who).reader())
                ? succeededFuture(Came.FORBIDDEN)
                : file(who, there, complaint))
            .orElseGet(() -> succeededFuture(Came.MISSING)));
  }

  private Future<Came> file(Who who, Case one, Complaint complaint) {
    return locked(
        one,
        (tx, now) -> store
            .file(tx, new ReportStore.Filing(who.id(), one.subject(), complaint), now)
            .compose(isNew ->
                isNew ? filed(tx, who, one, now).map(Came.DONE) : succeededFuture(Came.BEFORE)));
  }

  /** The coordinators hear of it, not of whom; reports enough hide it, the first time. */
  private Future<Void> filed(Tx tx, Who who, Case one, Instant now) {
    var told = one.about().put("parties", one.parties(who.id()));
    return events
        .publish(tx, "report.made", told)
        .compose(done -> store.voices(tx, one.subject()))
        .compose(
            voices -> voices < ENOUGH ? succeededFuture(false) : store.hide(tx, one.subject(), now))
        .compose(hides -> hides ? hidden(tx, one, now) : succeededFuture());
  }

  private Future<Void> hidden(Tx tx, Case one, Instant now) {
    var entry = new ReportStore.Entry(one.subject(), Ruling.HIDE, Optional.empty(), "");
    return store
        .log(tx, entry, now)
        .compose(done -> events.publish(tx, one.subject().word() + ".hidden", toAuthor(one)));
  }

  private static JsonObject toAuthor(Case one) {
    return one.about().put("member", one.author().id().value());
  }

  /** What waits for a decision of that coordinator, and what is hidden. */
  Future<List<Pending>> pending(Who who) {
    return store.pending(database, who);
  }

  /** What was done about a post and its answers, as far as that reader is told: their own, or at their sites. */
  public Future<List<Ruled>> rulings(Who who, Conversation conversation) {
    var sight = new Sight(who);
    boolean sees = sight.coordinates(conversation.post());
    return sees || conversation.involves(sight.reader())
        ? store
            .rulings(database, conversation.post().id())
            .map(all -> all.stream()
                .filter(one -> sees || isOwn(one, conversation, sight))
                .toList())
        : succeededFuture(List.of());
  }

  private static boolean isOwn(Ruled ruled, Conversation conversation, Sight sight) {
    return new Subject(conversation.post().id(), ruled.answer())
        .author(conversation, sight)
        .filter(author -> author.is(sight.reader()))
        .isPresent();
  }

  /** A coordinator who is no party decides, with a reason that the author reads. */
  public Future<Came> rule(Who who, Subject subject, Ruling ruling, String reason) {
    return seen(who, subject)
        .compose(found -> found
            .map(there -> mayRule(who, there)
                ? locked(there, (tx, now) -> rule(tx, there, new Decided(who, ruling, reason, now)))
                : succeededFuture(Came.FORBIDDEN))
            .orElseGet(() -> succeededFuture(Came.MISSING)));
  }

  private static boolean mayRule(Who who, Case one) {
    var sight = new Sight(who);
    return sight.coordinates(one.conversation().post())
        && !one.conversation().involves(sight.reader());
  }

  /** What was decided. */
  private record Decided(Who by, Ruling ruling, String reason, Instant at) {}

  private Future<Came> rule(Tx tx, Case one, Decided decided) {
    return store.standing(tx, one.subject()).compose(facts -> {
      if (facts.reporters().contains(decided.by().id())) {
        return succeededFuture(Came.FORBIDDEN);
      }
      return decided.ruling().fits(facts.standing())
          ? ruled(tx, one, decided)
              .compose(done -> tell(tx, one, decided, facts.reporters()))
              .map(Came.DONE)
          : succeededFuture(Came.BEFORE);
    });
  }

  private Future<Void> ruled(Tx tx, Case one, Decided decided) {
    var subject = one.subject();
    var entry = new ReportStore.Entry(
        subject, decided.ruling(), Optional.of(decided.by().id()), decided.reason());
    Future<?> changed = switch (decided.ruling()) {
      case HIDE -> store.hide(tx, subject, decided.at());
      case RESTORE -> store.show(tx, subject);
      case DISMISS -> succeededFuture();
    };
    return changed
        .compose(done -> store.log(tx, entry, decided.at()))
        .compose(done -> store.close(tx, entry, decided.at()));
  }

  /** The author with the reason; those who reported it, that it was looked at. */
  private Future<Void> tell(Tx tx, Case one, Decided decided, List<Long> reporters) {
    var toAuthor = toAuthor(one).put("actor", decided.by().id()).put("reason", decided.reason());
    var toOthers = one.about()
        .put("actor", decided.by().id())
        .put("members", new JsonArray(reporters))
        .put("outcome", decided.ruling().done());
    return events
        .publish(tx, one.subject().word() + "." + decided.ruling().done(), toAuthor)
        .compose(done ->
            reporters.isEmpty() ? succeededFuture() : events.publish(tx, "post.judged", toOthers));
  }

  private Future<Optional<Case>> seen(Who who, Subject subject) {
    PostId post = subject.post();
    return reads
        .find(who, post)
        .map(found -> found.flatMap(there ->
            subject.author(there, new Sight(who)).map(author -> new Case(subject, there, author))));
  }

  /** What is done under the lock of the post. */
  private interface Deed {
    Future<Came> at(Tx tx, Instant now);
  }

  private Future<Came> locked(Case one, Deed deed) {
    return database.transaction(tx -> {
      tx.lock(List.of(Lock.ofPost(one.subject().post().value())));
      return deed.at(tx, clock.instant());
    });
  }
}
