package coop.maillon.ledger;

import static java.time.ZoneOffset.UTC;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All the SQL of accounts and transfers. */
final class AccountStore {

  /** Each that is new is given what a new one gets, by the same statement: never without, and never twice. */
  private static final String OPEN = """
      WITH opened AS (
        INSERT INTO account (currency, member_id, opened_at)
        SELECT $1, m.id, $3 FROM unnest($2::bigint[]) AS m (id) ORDER BY m.id
        ON CONFLICT (currency, member_id) DO NOTHING
        RETURNING id),
      given AS (
        SELECT o.id, 'account:' || o.id AS about, c.welcome
          FROM opened o JOIN currency c ON c.name = $1 AND c.welcome > 0),
      made AS (
        INSERT INTO transfer (currency, kind, about, at) SELECT $1, 'welcome', g.about, $3 FROM given g
        RETURNING id, about)
      INSERT INTO entry (transfer_id, account_id, amount)
      SELECT t.id, n.account, n.amount
        FROM made t
        JOIN given g ON g.about = t.about
        JOIN account pot ON pot.currency = $1 AND pot.member_id IS NULL
       CROSS JOIN LATERAL (VALUES (g.id, g.welcome), (pot.id, -g.welcome)) AS n (account, amount)
      """;

  private static final String OF = """
      SELECT a.id, a.member_id FROM account a WHERE a.currency = $1 AND a.member_id = ANY ($2)
      """;

  private static final String POT =
      "SELECT a.id FROM account a WHERE a.currency = $1 AND a.member_id IS NULL";

  private static final String STANDING = """
      SELECT a.id,
             (SELECT coalesce(sum(e.amount), 0)::bigint FROM entry e WHERE e.account_id = a.id) AS balance,
             (SELECT coalesce(sum(r.amount), 0)::bigint FROM reservation r WHERE r.account_id = a.id) AS reserved,
             CASE WHEN a.member_id IS NOT NULL THEN c.floor END AS floor,
             CASE WHEN a.member_id IS NOT NULL THEN c.ceiling END AS ceiling
        FROM account a
        JOIN currency c ON c.name = a.currency
      """;

  private static final String STANDINGS = STANDING + " WHERE a.id = ANY ($1)";

  private static final String STANDING_OF =
      STANDING + " WHERE a.currency = $1 AND a.member_id = $2";

  private static final String POST = """
      WITH made AS (
        INSERT INTO transfer (currency, kind, about, reason, actor_id, at, reverses)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        RETURNING id),
      entries AS (
        INSERT INTO entry (transfer_id, account_id, amount)
        SELECT made.id, n.account, n.amount FROM made, unnest($8::bigint[], $9::bigint[]) AS n (account, amount))
      SELECT id FROM made
      """;

  private static final String TRANSFER = """
      SELECT t.currency, t.about, e.account_id, e.amount
        FROM transfer t
        JOIN entry e ON e.transfer_id = t.id
       WHERE t.id = $1 AND t.kind <> 'reversal'
      """;

  private static final String IS_REVERSED =
      "SELECT EXISTS (SELECT FROM transfer WHERE reverses = $1) AS reversed";

  private static final String RESERVE = """
      INSERT INTO reservation (about, account_id, amount, made_at)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (about, account_id) DO UPDATE SET amount = excluded.amount
      """;

  private static final String RELEASE = "DELETE FROM reservation WHERE about = $1";

  private static final String RELEASE_ONE =
      "DELETE FROM reservation WHERE about = $1 AND account_id = $2";

  /** The balance after each is counted over all there are, the page taken afterwards. */
  private static final String STATEMENT = """
      WITH lines AS (
        SELECT e.transfer_id, e.amount, sum(e.amount) OVER (ORDER BY e.transfer_id)::bigint AS balance
          FROM entry e
          JOIN account a ON a.id = e.account_id
         WHERE a.currency = $1 AND a.member_id IS NOT DISTINCT FROM $2)
      SELECT t.id, t.kind, t.about, t.reason, t.at, l.amount, l.balance, t.reverses, coalesce(d.name, '') AS actor,
             EXISTS (SELECT FROM transfer r WHERE r.reverses = t.id) AS reversed,
             ARRAY(SELECT m.name FROM entry o JOIN account a ON a.id = o.account_id JOIN member m ON m.id = a.member_id
                    WHERE o.transfer_id = t.id AND sign(o.amount) <> sign(l.amount) ORDER BY m.name) AS others
        FROM lines l
        JOIN transfer t ON t.id = l.transfer_id
        LEFT JOIN member d ON d.id = t.actor_id
       WHERE t.id < $3
       ORDER BY t.id DESC
       LIMIT $4
      """;

  private static final String LIMITS =
      "SELECT floor, ceiling, welcome FROM currency WHERE name = $1";

  private static final String LIMIT =
      "UPDATE currency SET floor = $2, ceiling = $3, welcome = $4 WHERE name = $1";

  /** So much of an account, for what it is about. */
  record Promise(String about, AccountId account, long amount) {}

  Future<Void> open(Sql sql, Currency currency, Collection<MemberId> members, Instant now) {
    return sql.run(OPEN, currency.word(), ids(members), now.atOffset(UTC)).mapEmpty();
  }

  Future<Map<MemberId, AccountId>> of(Sql sql, Currency currency, Collection<MemberId> members) {
    return sql.run(OF, currency.word(), ids(members)).map(rows -> {
      var accounts = new HashMap<MemberId, AccountId>();
      rows.forEach(row ->
          accounts.put(new MemberId(row.getLong("member_id")), new AccountId(row.getLong("id"))));
      return accounts;
    });
  }

  Future<AccountId> pot(Sql sql, Currency currency) {
    return sql.run(POT, currency.word())
        .map(rows -> new AccountId(rows.iterator().next().getLong("id")));
  }

  Future<Map<AccountId, Standing>> standings(Sql sql, Collection<AccountId> accounts) {
    Long[] ids = accounts.stream().map(AccountId::value).toArray(Long[]::new);
    return sql.run(STANDINGS, (Object) ids).map(rows -> {
      var standings = new HashMap<AccountId, Standing>();
      rows.forEach(row -> standings.put(new AccountId(row.getLong("id")), standing(row)));
      return standings;
    });
  }

  /** Empty where that member has no account yet. */
  Future<Optional<Standing>> standing(Sql sql, Currency currency, MemberId member) {
    return sql.run(STANDING_OF, currency.word(), member.value())
        .map(rows -> rows.size() == 0
            ? Optional.empty()
            : Optional.of(standing(rows.iterator().next())));
  }

  Future<TransferId> post(Tx tx, Transfer transfer, Optional<TransferId> reverses, Instant now) {
    var amounts = new TreeMap<>(transfer.amounts());
    return tx.run(
            POST,
            transfer.currency().word(),
            transfer.kind(),
            transfer.about(),
            transfer.reason(),
            transfer.actor().map(MemberId::value).orElse(null),
            now.atOffset(UTC),
            reverses.map(TransferId::value).orElse(null),
            amounts.keySet().stream().map(AccountId::value).toArray(Long[]::new),
            amounts.values().toArray(Long[]::new))
        .map(rows -> new TransferId(rows.iterator().next().getLong("id")));
  }

  /** Empty where there is none; what takes another back is none, for this. */
  Future<Optional<Transfer>> transfer(Sql sql, TransferId transfer) {
    return sql.run(TRANSFER, transfer.value()).map(AccountStore::transfer);
  }

  Future<Boolean> isReversed(Tx tx, TransferId transfer) {
    return tx.run(IS_REVERSED, transfer.value())
        .map(rows -> rows.iterator().next().getBoolean("reversed"));
  }

  Future<Void> reserve(Tx tx, Promise promise, Instant now) {
    return tx.run(
            RESERVE,
            promise.about(),
            promise.account().value(),
            promise.amount(),
            now.atOffset(UTC))
        .mapEmpty();
  }

  Future<Void> release(Tx tx, String about) {
    return tx.run(RELEASE, about).mapEmpty();
  }

  Future<Void> release(Tx tx, String about, AccountId account) {
    return tx.run(RELEASE_ONE, about, account.value()).mapEmpty();
  }

  /** Of a member, or of the common pot where none is named. */
  Future<List<Line>> statement(
      Sql sql, Currency currency, Optional<MemberId> owner, Accounts.Slice slice) {
    return sql.run(
            STATEMENT,
            currency.word(),
            owner.map(MemberId::value).orElse(null),
            slice.before(),
            slice.limit())
        .map(rows -> {
          var lines = new ArrayList<Line>();
          rows.forEach(row -> lines.add(line(row)));
          return lines;
        });
  }

  Future<Limits> limits(Sql sql, Currency currency) {
    return sql.run(LIMITS, currency.word())
        .map(rows -> rows.iterator().next())
        .map(row ->
            new Limits(number(row, "floor"), number(row, "ceiling"), row.getLong("welcome")));
  }

  Future<Void> limit(Sql sql, Currency currency, Limits limits) {
    return sql.run(
            LIMIT,
            currency.word(),
            orNull(limits.floor()),
            orNull(limits.ceiling()),
            limits.welcome())
        .mapEmpty();
  }

  private static Optional<Transfer> transfer(RowSet<Row> rows) {
    var amounts = new HashMap<AccountId, Long>();
    Optional<Row> any = Optional.empty();
    for (Row row : rows) {
      any = Optional.of(row);
      amounts.put(new AccountId(row.getLong("account_id")), row.getLong("amount"));
    }
    return any.map(row -> new Transfer(
        Currency.ofWord(row.getString("currency")),
        "",
        row.getString("about"),
        "",
        Optional.empty(),
        amounts));
  }

  private static Standing standing(Row row) {
    return new Standing(
        row.getLong("balance"),
        row.getLong("reserved"),
        number(row, "floor"),
        number(row, "ceiling"));
  }

  private static Line line(Row row) {
    return new Line(
        new TransferId(row.getLong("id")),
        row.getString("kind"),
        row.getString("about"),
        row.getString("reason"),
        row.getOffsetDateTime("at").toInstant(),
        row.getLong("amount"),
        row.getLong("balance"),
        row.getString("actor"),
        List.of(row.getArrayOfStrings("others")),
        Optional.ofNullable(row.getLong("reverses")).map(TransferId::new),
        row.getBoolean("reversed"));
  }

  private static OptionalLong number(Row row, String column) {
    Long value = row.getLong(column);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static Long[] ids(Collection<MemberId> members) {
    return members.stream().map(MemberId::value).toArray(Long[]::new);
  }
}
