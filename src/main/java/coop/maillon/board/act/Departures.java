package coop.maillon.board.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.AnswerId;
import coop.maillon.board.AnswerStatus;
import coop.maillon.board.AnswerStatus.Act;
import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementId;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostStatus;
import coop.maillon.board.Side;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.ledger.AccountId;
import coop.maillon.ledger.Accounts;
import coop.maillon.ledger.Currency;
import coop.maillon.ledger.Transfer;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What becomes of the board when somebody leaves, which is never refused: posts withdrawn, answers taken back, what was only
 * agreed on cancelled, what was declared settled, the balance to the common pot. Each by its own act; done again where it was
 * cut short.
 */
public final class Departures {

  private final DepartureStore store = new DepartureStore();
  private final AnswerStore answers = new AnswerStore();
  private final ConversationStore conversations = new ConversationStore();
  private final Database database;
  private final Accounts accounts;
  private final Acts acts;
  private final Endings endings;
  private final Settling settling;

  Departures(Engine engine, Accounts accounts) {
    this.database = engine.database();
    this.accounts = accounts;
    acts = engine.acts();
    endings = engine.endings();
    settling = engine.settling();
  }

  /** What time does for those who have left since. */
  public Future<Void> followUp() {
    return store.leaving(database).compose(all -> each(all, this::of));
  }

  /** Settles all that this member has on the board; they may answer nothing any more when it begins. */
  public Future<Void> of(MemberId member) {
    return store
        .posts(database, member)
        .compose(posts -> each(
            posts,
            post -> acts.byTime(
                post, scene -> endings.end(scene, PostStatus.Act.WITHDRAW, Optional.empty()))))
        .compose(done -> store.answers(database, member))
        .compose(open -> each(open, this::takeBack))
        .compose(done -> store.engagements(database, member))
        .compose(open -> each(open, engagement -> settle(engagement, member)))
        .compose(done -> store.forgetSkills(database, member))
        .compose(done -> accounts.known(Currency.MINUTES, member))
        .compose(account -> account.map(this::giveBack).orElseGet(Future::succeededFuture));
  }

  private Future<Void> giveBack(AccountId account) {
    return accounts
        .pot(Currency.MINUTES)
        .compose(pot -> database.transaction(tx -> giveBack(tx, account, pot)));
  }

  private Future<Outcome> takeBack(AnswerId id) {
    return conversations
        .postOf(database, id)
        .compose(post -> acts.byTime(post.orElseThrow(), scene -> {
          var answer = scene.conversation().answer(id).orElseThrow();
          return AnswerStatus.LIFE
              .after(answer.status(), Act.WITHDRAW)
              .map(next -> answers
                  .become(scene.tx(), List.of(id), next)
                  .compose(done -> acts.done(scene, id.value())))
              .orElseGet(() -> succeededFuture(Scene.notNow(answer.status())));
        }));
  }

  private Future<Outcome> settle(EngagementId id, MemberId member) {
    return acts.byTime(
        id, scene -> settle(scene, scene.conversation().engagement(id).orElseThrow(), member));
  }

  /** What was said counts: the smaller number, as when nobody decides. */
  private Future<Outcome> settle(Scene scene, Engagement engagement, MemberId member) {
    boolean isDisputed = engagement.status() == EngagementStatus.DISPUTED;
    if (engagement.isOpen() && !engagement.isAgreed()) {
      var act = isDisputed ? EngagementStatus.Act.CUT : EngagementStatus.Act.SETTLE;
      return settling.count(
          scene, engagement, engagement.smallest(), Settling.End.of(act, "left-settled"));
    }
    return engagement
        .on(Side.RECEIVERS)
        .filter(one -> one.is(member) && Settling.isOneOfSeveral(engagement, one))
        .findFirst()
        .map(one -> settling.leave(scene, engagement, one))
        .orElseGet(() -> settling.letGo(
            scene, engagement, Settling.End.of(EngagementStatus.Act.CANCEL, "cancelled")));
  }

  private Future<Void> giveBack(Tx tx, AccountId account, AccountId pot) {
    tx.lock(Accounts.locks(List.of(account, pot)));
    return accounts.standing(tx, account).compose(standing -> {
      var amounts = Transfer.from(account, pot, standing.balance());
      return standing.balance() == 0
          ? succeededFuture()
          : accounts
              .post(
                  tx,
                  new Transfer(Currency.MINUTES, "departure", "", "", Optional.empty(), amounts))
              .mapEmpty();
    });
  }

  private static <T> Future<Void> each(List<T> all, Function<T, Future<?>> act) {
    Future<Void> last = succeededFuture();
    for (T one : all) {
      last = last.compose(done -> act.apply(one)).mapEmpty();
    }
    return last;
  }
}
