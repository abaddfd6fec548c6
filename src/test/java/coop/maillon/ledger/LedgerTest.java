package coop.maillon.ledger;

import static coop.maillon.support.TestApp.done;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.maillon.db.Database;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.member.MemberId;
import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the accounts keep to, whoever writes and however many at once. Bruno is member 3, Diane 4, Émile 5. */
class LedgerTest {

  private final Vertx vertx = Vertx.vertx();
  private final DatabaseAddress address = TestDatabase.fresh();
  private Database database;
  private Accounts accounts;
  private AccountId bruno;
  private AccountId diane;
  private AccountId pot;

  @BeforeEach
  void open() {
    Coop.fill(address);
    database = Database.open(vertx, address.connectOptions(), 16, 256);
    accounts = new Accounts(database, Clock.systemUTC());
    sql("UPDATE currency SET welcome = 0");
    bruno = done(accounts.of(Currency.MINUTES, new MemberId(3)));
    diane = done(accounts.of(Currency.MINUTES, new MemberId(4)));
    pot = done(accounts.pot(Currency.MINUTES));
  }

  @AfterEach
  void close() {
    done(database.close());
    done(vertx.close());
  }

  @Test
  void whatOneGivesAnotherGets() {
    post(Transfer.from(bruno, diane, 90));
    assertThat(balance(bruno)).isEqualTo(-90);
    assertThat(balance(diane)).isEqualTo(90);
    assertThat(sum()).isEqualTo("0");
  }

  @Test
  void severalShareToTheMinuteAndTheLastHasTheRemainder() {
    AccountId emile = done(accounts.of(Currency.MINUTES, new MemberId(5)));
    post(Transfer.shared(List.of(bruno, emile, diane), pot, 100));
    assertThat(balance(bruno)).isEqualTo(-33);
    assertThat(balance(emile)).isEqualTo(-33);
    assertThat(balance(diane)).isEqualTo(-34);
    assertThat(balance(pot)).isEqualTo(100);
  }

  @Test
  void ofTooFewMinutesForAllTheLastGivesAll() {
    post(Transfer.shared(List.of(bruno, diane), pot, 1));
    assertThat(balance(bruno)).isZero();
    assertThat(balance(diane)).isEqualTo(-1);
  }

  @Test
  void twentyWhoLookAtANewAccountGiveItItsWelcomeOnce() {
    sql("UPDATE currency SET welcome = 120 WHERE name = 'minutes'");
    var seen = together(
        20, i -> done(accounts.standing(Currency.MINUTES, new MemberId(5))).balance());
    assertThat(seen).containsOnly(120L);
    assertThat(balance(pot)).isEqualTo(-120);
    assertThat(sum()).isEqualTo("0");
  }

  @Test
  void aTransferThatIsNotEvenCannotBeThoughtOf() {
    assertThatThrownBy(() -> transfer(Map.of(bruno, -90L, diane, 80L)))
        .hasMessageContaining("not what is got");
    assertThatThrownBy(() -> transfer(Map.of(bruno, -90L))).hasMessageContaining("two accounts");
  }

  @Test
  void norCanItBeWrittenBehindTheProgramsBack() {
    assertThatThrownBy(() -> sql("""
            WITH t AS (INSERT INTO transfer (currency, kind, at) VALUES ('minutes', 'help', now()) RETURNING id)
            INSERT INTO entry SELECT t.id, a.id, a.n FROM t, (VALUES (%d, 90), (%d, -80)) AS a (id, n)
            """.formatted(bruno.value(), diane.value())))
        .hasMessageContaining("is not even");
    assertThatThrownBy(() ->
            sql("INSERT INTO transfer (currency, kind, at) VALUES ('minutes', 'help', now())"))
        .hasMessageContaining("is not even");
    assertThat(sum()).isEqualTo("0");
  }

  @Test
  void minutesAreNotGivenForCents() {
    AccountId cents = done(accounts.of(Currency.CENTS, new MemberId(4)));
    assertThatThrownBy(() -> post(Transfer.from(bruno, cents, 10)))
        .hasMessageContaining("is not even");
  }

  @Test
  void nothingThatWasWrittenIsChangedOrTakenAway() {
    post(Transfer.from(bruno, diane, 90));
    for (String act : List.of(
        "UPDATE entry SET amount = amount * 2",
        "DELETE FROM entry",
        "UPDATE transfer SET reason = 'oubli'",
        "DELETE FROM transfer",
        "TRUNCATE entry",
        "TRUNCATE transfer CASCADE")) {
      assertThatThrownBy(() -> sql(act)).as(act).hasMessageContaining("is never changed");
    }
    assertThat(balance(diane)).isEqualTo(90);
  }

  @Test
  void ofTwentyWhoTakeItBackOneDoes() {
    TransferId made = post(Transfer.from(bruno, diane, 90));
    var taken = together(20, i -> reversed(made, "compté deux fois"));
    assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(balance(bruno)).isZero();
    assertThat(balance(diane)).isZero();
    TransferId reversal = taken.stream().flatMap(Optional::stream).findFirst().orElseThrow();
    assertThat(reversed(reversal, "")).isEmpty();
    assertThat(reversed(new TransferId(999), "")).isEmpty();
  }

  @Test
  void twentyPromisesAtOnceNeverGoBelowTheFloor() {
    var kept = together(
        20,
        i -> done(database.transaction(tx -> {
          tx.lock(Accounts.locks(List.of(bruno)));
          return accounts
              .standing(tx, bruno)
              .compose(standing -> standing.mayPromise(150)
                  ? accounts.reserve(tx, bruno, 150, "engagement:" + i).map(true)
                  : Future.succeededFuture(false));
        })));
    assertThat(kept).filteredOn(Boolean::booleanValue).hasSize(4);
    Standing standing = done(accounts.standing(database, bruno));
    assertThat(standing.reserved()).isEqualTo(600);
    assertThat(standing.mostToPromise()).isZero();
    done(database.transaction(tx -> accounts.release(tx, "engagement:" + kept.indexOf(true))));
    assertThat(done(accounts.standing(database, bruno)).mostToPromise()).isEqualTo(150);
  }

  @Test
  void theCommonPotHasNoFloor() {
    post(Transfer.from(pot, bruno, 100_000));
    assertThat(done(accounts.standing(database, pot)).mayPromise(1_000_000)).isTrue();
    assertThat(done(accounts.standing(database, bruno)).isAboveCeiling()).isTrue();
  }

  @Test
  void aStatementRunsTheBalanceAndSaysWhoWasOnTheOtherSide() {
    post(Transfer.from(pot, bruno, 120));
    TransferId help = post(Transfer.from(bruno, diane, 90));
    reversed(help, "compté deux fois");
    var lines =
        done(accounts.statement(Currency.MINUTES, new MemberId(3), Accounts.Slice.newest(10)));
    assertThat(lines).extracting(Line::amount).containsExactly(90L, -90L, 120L);
    assertThat(lines).extracting(Line::balance).containsExactly(120L, 30L, 120L);
    assertThat(lines.get(1).others()).containsExactly("Diane Roussel");
    assertThat(lines.get(1).reversed()).isTrue();
    assertThat(lines.get(0).reverses()).contains(help);
    assertThat(lines.get(0).actor()).isEqualTo("Ada Martin");
    var older = done(accounts.statement(
        Currency.MINUTES, new MemberId(3), new Accounts.Slice(help.value(), 10)));
    assertThat(older).extracting(Line::balance).containsExactly(120L);
  }

  private Optional<TransferId> reversed(TransferId transfer, String reason) {
    return done(accounts.reverse(
        transfer, Optional.of(new MemberId(1)), reason, (tx, id) -> Future.succeededFuture()));
  }

  private TransferId post(Map<AccountId, Long> amounts) {
    return done(database.transaction(tx -> accounts.post(tx, transfer(amounts))));
  }

  private static Transfer transfer(Map<AccountId, Long> amounts) {
    return new Transfer(Currency.MINUTES, "help", "", "", Optional.empty(), amounts);
  }

  private long balance(AccountId account) {
    return done(accounts.standing(database, account)).balance();
  }

  private String sum() {
    return TestDatabase.ask(address, "SELECT coalesce(sum(amount), 0) FROM entry")
        .get(0);
  }

  private void sql(String statement) {
    TestDatabase.run(address, statement);
  }
}
