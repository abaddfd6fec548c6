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
import java.util.function.BiFunction;
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

  /** The accounts of these members; who has none gets one, with what a new one is given from the common pot. */
  public Future<Map<MemberId, AccountId>> of(Currency currency, Collection<MemberId> members) {
    return store
        .of(database, currency, members)
        .compose(found -> found.keySet().containsAll(members)
            ? Future.succeededFuture(found)
            : store
                .open(database, currency, members, clock.instant())
                .compose(done -> store.of(database, currency, members)));
  }

  public Future<AccountId> of(Currency currency, MemberId member) {
    return of(currency, List.of(member)).map(found -> found.get(member));
  }

  /** The account of a member who has one. */
  public Future<Optional<AccountId>> known(Currency currency, MemberId member) {
    return store
        .of(database, currency, List.of(member))
        .map(found -> Optional.ofNullable(found.get(member)));
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

  /** How a member stands at this moment, by one question where they have an account. */
  public Future<Standing> standing(Currency currency, MemberId member) {
    return store
        .standing(database, currency, member)
        .compose(found -> found
            .map(Future::succeededFuture)
            .orElseGet(() -> of(currency, member).compose(made -> standing(database, made))));
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
   * @param told what more is written in the same transaction
   * @return empty where there is none, or it was taken back before
   */
  public Future<Optional<TransferId>> reverse(
      TransferId transfer,
      Optional<MemberId> actor,
      String reason,
      BiFunction<Tx, TransferId, Future<Void>> told) {
    return store
        .transfer(database, transfer)
        .compose(found -> found
            .map(known ->
                database.transaction(tx -> reverse(tx, transfer, known.opposite(actor, reason))
                    .compose(reversal -> reversal
                        .map(id -> told.apply(tx, id).map(reversal))
                        .orElseGet(() -> Future.succeededFuture(reversal)))))
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

  /** The same of one account only, where several have promised. */
  public Future<Void> release(Tx tx, String about, AccountId account) {
    return store.release(tx, about, account);
  }

  /**
   * A stretch of a statement: so many lines before that transfer.
   *
   * @param before the number of a transfer
   */
  public record Slice(long before, int limit) {

    /** The newest. */
    public static Slice newest(int limit) {
      return new Slice(Long.MAX_VALUE, limit);
    }
  }

  /** What went over a member's account, the newest first. */
  public Future<List<Line>> statement(Currency currency, MemberId member, Slice slice) {
    return store.statement(database, currency, Optional.of(member), slice);
  }

  /** The same of the common pot. */
  public Future<List<Line>> potStatement(Currency currency, Slice slice) {
    return store.statement(database, currency, Optional.empty(), slice);
  }

  public Future<Limits> limits(Currency currency) {
    return store.limits(database, currency);
  }

  public Future<Void> limit(Currency currency, Limits limits) {
    return store.limit(database, currency, limits);
  }
}
