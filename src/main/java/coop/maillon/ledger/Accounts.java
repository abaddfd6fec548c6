package coop.maillon.ledger;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be done with accounts. Whoever decides on how an account stands takes its {@linkplain #locks lock} first, in the
 * transaction that writes; nothing is ever changed or taken away, only reversed.
 */
public final class Accounts {

  private final AccountStore store = new AccountStore();
  private final Database database;
  private final Clock clock;

  public Accounts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The accounts of these members, opened where they had none. */
  public Future<Map<MemberId, AccountId>> of(Currency currency, Collection<MemberId> members) {
    return store
        .open(database, currency, members, clock.instant())
        .compose(done -> store.of(database, currency, members));
  }

  public Future<AccountId> of(Currency currency, MemberId member) {
    return of(currency, List.of(member)).map(found -> found.get(member));
  }

  /** The common pot, which may go as far as one likes. */
  public Future<AccountId> pot(Currency currency) {
    return store.pot(database, currency);
  }

  public static Set<Lock> locks(Collection<AccountId> accounts) {
    return accounts.stream()
        .map(account -> Lock.ofAccount(account.value()))
        .collect(Collectors.toSet());
  }

  /** How it stands; certain only in a transaction that holds its lock. */
  public Future<Standing> standing(Sql sql, AccountId account) {
    return standings(sql, List.of(account)).map(found -> found.get(account));
  }

  public Future<Map<AccountId, Standing>> standings(Sql sql, Collection<AccountId> accounts) {
    return store.standings(sql, accounts);
  }

  /** Writes it; the database looks at its sum once more. */
  public Future<TransferId> post(Tx tx, Transfer transfer) {
    return store.post(tx, transfer, Optional.empty(), clock.instant());
  }

  /**
   * Takes a transfer back by its opposite.
   *
   * @return empty where there is none, or it was taken back before
   */
  public Future<Optional<TransferId>> reverse(
      TransferId transfer, Optional<MemberId> actor, String reason) {
    return store
        .transfer(database, transfer)
        .compose(found -> found
            .map(known ->
                database.transaction(tx -> reverse(tx, transfer, known.opposite(actor, reason))))
            .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** Under the locks of all its accounts, so that the second of two who take it back finds it done. */
  private Future<Optional<TransferId>> reverse(Tx tx, TransferId transfer, Transfer opposite) {
    tx.lock(locks(opposite.amounts().keySet()));
    return store
        .isReversed(tx, transfer)
        .compose(done -> done
            ? Future.succeededFuture(Optional.empty())
            : store.post(tx, opposite, Optional.of(transfer), clock.instant()).map(Optional::of));
  }

  /** Promises so much of an account; the same promise again replaces the former. */
  public Future<Void> reserve(Tx tx, AccountId account, long amount, String about) {
    return store.reserve(tx, new AccountStore.Promise(about, account, amount), clock.instant());
  }

  /** The promise is kept, or needs not be kept any more. */
  public Future<Void> release(Tx tx, String about) {
    return store.release(tx, about);
  }

  /** What went over an account, the newest first: so many before that transfer. */
  public Future<List<Line>> statement(AccountId account, long before, int limit) {
    return store.statement(database, account, before, limit);
  }

  public Future<Limits> limits(Currency currency) {
    return store.limits(database, currency);
  }

  public Future<Void> limit(Currency currency, Limits limits) {
    return store.limit(database, currency, limits);
  }
}
