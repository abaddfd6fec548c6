package coop.maillon.vehicle.cost;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Event;
import coop.maillon.event.Events;
import coop.maillon.ledger.AccountId;
import coop.maillon.ledger.Accounts;
import coop.maillon.ledger.Currency;
import coop.maillon.ledger.Transfer;
import coop.maillon.ledger.TransferId;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.tariff.Version;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what bookings came to once they are over, each once, and puts it right where it is wrong. What is owed goes from
 * the member's account to the cooperative's, which may go as far as it takes.
 */
public final class Settlements {

  private static final int AT_ONCE = 200;
  private static final String USE = "use";
  private static final String CORRECTION = "use-correction";

  private final SettlementStore store = new SettlementStore();
  private final Accounts accounts;
  private final Database database;
  private final Catalogues catalogues;
  private final Events events;
  private final Clock clock;

  public Settlements(Database database, Catalogues catalogues, Events events, Clock clock) {
    this.database = database;
    this.catalogues = catalogues;
    this.events = events;
    this.clock = clock;
    accounts = new Accounts(database, clock);
  }

  /** What was brought back, as soon as it is committed. */
  public Future<Void> hear(List<Event> happened) {
    var back = happened.stream()
        .filter(event -> event.kind().equals("booking.returned"))
        .map(event -> new BookingId(event.data().getLong("booking")))
        .toList();
    Future<Void> done = succeededFuture();
    for (BookingId booking : back) {
      done = done.compose(before -> settle(booking));
    }
    return done;
  }

  /** What time does: all that is over and was not settled yet. */
  public Future<Void> settleAll() {
    return store.due(database, clock.instant(), AT_ONCE).compose(due -> {
      Future<Void> done = succeededFuture();
      for (var one : due) {
        done = done.compose(before -> settle(one));
      }
      return due.size() < AT_ONCE ? done : done.compose(before -> settleAll());
    });
  }

  /** This one, if it is over; whoever comes second finds it done. */
  public Future<Void> settle(BookingId booking) {
    return store
        .due(database, clock.instant(), booking)
        .compose(due -> due.map(this::settle).orElseGet(Future::succeededFuture));
  }

  private Future<Void> settle(SettlementStore.Due due) {
    return catalogues
        .fresh()
        .compose(catalogue -> between(due.member())
            .compose(sides -> database.transaction(tx -> {
              tx.lock(sides.locks());
              return store
                  .used(tx, due.booking(), new UsedRows(catalogue))
                  .compose(used -> write(tx, new Work(due, sides, catalogue), used));
            })));
  }

  /** Whose use it was, and the cooperative. */
  private record Sides(AccountId member, AccountId cooperative) {

    Collection<coop.maillon.db.Lock> locks() {
      return Accounts.locks(List.of(member, cooperative));
    }

    Transfer owing(Owed owed, Optional<MemberId> actor) {
      return new Transfer(
          Currency.CENTS,
          owed.kind(),
          "booking:" + owed.booking().value(),
          owed.reason(),
          actor,
          Transfer.from(member, cooperative, owed.cents()));
    }
  }

  /** So much for what; less than nothing is given back. */
  private record Owed(String kind, BookingId booking, String reason, long cents) {}

  private Future<Sides> between(MemberId member) {
    return accounts
        .of(Currency.CENTS, member)
        .compose(own -> accounts.pot(Currency.CENTS).map(pot -> new Sides(own, pot)));
  }

  /** One booking whose end is written. */
  private record Work(SettlementStore.Due due, Sides sides, Catalogue catalogue) {

    Settled settled(Used used) {
      Optional<Version> version = used.quote().version().stream()
          .boxed()
          .flatMap(id -> catalogue.known(used.resource()).tariffs().of(id).stream())
          .findFirst();
      return used.settled(version, catalogue.known(used.resource()).site().zone());
    }
  }

  private Future<Void> write(Tx tx, Work work, List<Used> used) {
    if (used.isEmpty()) {
      return succeededFuture();
    }
    var settled = used.stream().map(work::settled).toList();
    Future<Void> done = succeededFuture();
    for (Settled one : settled) {
      done = done.compose(before -> write(tx, work, one));
    }
    return done.compose(written -> events.publish(tx, "cost.settled", told(work, settled)));
  }

  private Future<Void> write(Tx tx, Work work, Settled settled) {
    var owed = new Owed(USE, work.due().booking(), "", settled.cents());
    Future<Optional<TransferId>> transfer = settled.cents() == 0
        ? succeededFuture(Optional.empty())
        : accounts.post(tx, work.sides().owing(owed, Optional.empty())).map(Optional::of);
    return transfer.compose(id ->
        store.settle(tx, work.due(), settled, new SettlementStore.Written(clock.instant(), id)));
  }

  private static JsonObject told(Work work, List<Settled> settled) {
    return about(
            work.due(),
            settled.stream().map(one -> work.catalogue().known(one.resource())).toList())
        .put("cents", settled.stream().mapToLong(Settled::cents).sum());
  }

  private static JsonObject about(SettlementStore.Due due, List<Resource> resources) {
    return new JsonObject()
        .put("booking", due.booking().value())
        .put("member", due.member().value())
        .put(
            "resources",
            new JsonArray(resources.stream().map(one -> one.id().value()).toList()))
        .put(
            "sites",
            new JsonArray(new ArrayList<>(resources.stream()
                .map(one -> one.site().id().value())
                .distinct()
                .toList())));
  }

  /** What came of putting something right. */
  enum Outcome {
    DONE,
    /** Somebody did meanwhile. */
    BEFORE,
    MISSING
  }

  /** Writes one line more; what was written stays. */
  Future<Outcome> correct(Correcting asked) {
    return store
        .standing(database, asked.booking(), asked.resource())
        .compose(found -> found
            .map(standing -> catalogues
                .fresh()
                .compose(catalogue -> between(standing.member())
                    .compose(sides -> database.transaction(tx -> {
                      tx.lock(sides.locks());
                      return correct(
                          tx,
                          asked,
                          new Work(
                              new SettlementStore.Due(asked.booking(), standing.member()),
                              sides,
                              catalogue));
                    }))))
            .orElseGet(() -> succeededFuture(Outcome.MISSING)));
  }

  private Future<Outcome> correct(Tx tx, Correcting asked, Work work) {
    var owed = new Owed(CORRECTION, asked.booking(), asked.reason(), asked.cents());
    return store
        .standing(tx, asked.booking(), asked.resource())
        .compose(now -> now.orElseThrow().corrections() != asked.seen()
            ? succeededFuture(Outcome.BEFORE)
            : accounts
                .post(tx, work.sides().owing(owed, Optional.of(asked.actor())))
                .compose(id -> store.correct(
                    tx, asked, new SettlementStore.Written(clock.instant(), Optional.of(id))))
                .compose(done -> events.publish(tx, "cost.corrected", corrected(asked, work)))
                .map(Outcome.DONE));
  }

  private static JsonObject corrected(Correcting asked, Work work) {
    ResourceId resource = asked.resource();
    return about(work.due(), List.of(work.catalogue().known(resource)))
        .put("actor", asked.actor().value())
        .put("cents", asked.cents())
        .put("reason", asked.reason());
  }
}
