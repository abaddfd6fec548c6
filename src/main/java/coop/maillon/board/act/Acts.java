package coop.maillon.board.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.AnswerId;
import coop.maillon.board.EngagementId;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostId;
import coop.maillon.board.Sight;
import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.ledger.AccountId;
import coop.maillon.ledger.Accounts;
import coop.maillon.ledger.Currency;
import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way of every act: which post it is about and whose accounts it may touch, then all their locks, then the facts, the
 * decision and the writing.
 */
final class Acts {

  private static final int TRIES = 5;

  private final ConversationStore store = new ConversationStore();
  private final Database database;
  private final Accounts accounts;
  private final Clock clock;

  Acts(Database database, Accounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Decides on what it finds, and writes. */
  interface Act extends Function<Scene, Future<Outcome>> {}

  Future<Outcome> on(Who who, PostId post, Act act) {
    return by(Optional.of(new MemberId(who.id())), post, seenBy(who, act));
  }

  Future<Outcome> on(Who who, AnswerId answer, Act act) {
    return store
        .postOf(database, answer)
        .compose(found ->
            found.map(post -> on(who, post, onSeen(who, answer, act))).orElseGet(Acts::missing));
  }

  /** Nobody acts on an answer that moderation keeps from them. */
  private static Act onSeen(Who who, AnswerId answer, Act act) {
    var sight = new Sight(who);
    return scene -> scene
        .conversation()
        .answer(answer)
        .filter(one -> sight.sees(scene.post(), one))
        .map(one -> act.apply(scene))
        .orElseGet(Acts::missing);
  }

  Future<Outcome> on(Who who, EngagementId engagement, Act act) {
    return store
        .postOf(database, engagement)
        .compose(found -> found.map(post -> on(who, post, act)).orElseGet(Acts::missing));
  }

  /** What time does, or what is decided elsewhere. */
  Future<Outcome> byTime(PostId post, Act act) {
    return by(Optional.empty(), post, act);
  }

  Future<Outcome> byTime(EngagementId engagement, Act act) {
    return store
        .postOf(database, engagement)
        .compose(found -> found.map(post -> byTime(post, act)).orElseGet(Acts::missing));
  }

  /** The same scene after something was written. */
  Future<Scene> again(Scene scene) {
    return store.find(scene.tx(), scene.post().id()).map(found -> scene.with(found.orElseThrow()));
  }

  /** It is done: what is there now. */
  Future<Outcome> done(Scene scene, long id) {
    return again(scene).map(after -> new Outcome.Done(after.conversation(), id));
  }

  static Future<Outcome> missing() {
    return succeededFuture(new Outcome.Missing());
  }

  static Future<Outcome> forbidden() {
    return succeededFuture(new Outcome.Forbidden());
  }

  private static Act seenBy(Who who, Act act) {
    var sight = new Sight(who);
    return scene -> sight.seesAt(scene.conversation(), scene.now()) ? act.apply(scene) : missing();
  }

  private Future<Outcome> by(Optional<MemberId> actor, PostId post, Act act) {
    return attempt(() -> once(actor, post, act), TRIES);
  }

  private static Future<Outcome> attempt(Supplier<Future<Outcome>> act, int triesLeft) {
    return act.get()
        .recover(fault -> fault instanceof StaleStakes && triesLeft > 1
            ? attempt(act, triesLeft - 1)
            : Future.failedFuture(fault));
  }

  private Future<Outcome> once(Optional<MemberId> actor, PostId post, Act act) {
    return store
        .stakes(database, post)
        .compose(found -> found
            .map(members -> accountsOf(members)
                .compose(known -> database.transaction(tx -> staged(tx, post, known)
                    .compose(scene -> scene
                        .map(
                            there -> act.apply(new Scene(tx, there, known, actor, clock.instant())))
                        .orElseGet(Acts::missing)))))
            .orElseGet(Acts::missing));
  }

  private Future<Map<MemberId, AccountId>> accountsOf(Set<MemberId> members) {
    return members.isEmpty() ? succeededFuture(Map.of()) : accounts.of(Currency.MINUTES, members);
  }

  private Future<Optional<coop.maillon.board.Conversation>> staged(
      Tx tx, PostId post, Map<MemberId, AccountId> known) {
    tx.lock(locks(post, known.values()));
    return store.find(tx, post);
  }

  private static Set<Lock> locks(PostId post, Collection<AccountId> accounts) {
    var locks = new HashSet<>(Accounts.locks(accounts));
    locks.add(Lock.ofPost(post.value()));
    return locks;
  }
}
