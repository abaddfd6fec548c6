package coop.maillon.booking.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Hold;
import coop.maillon.booking.HoldId;
import coop.maillon.booking.HoldOutcome;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Seated;
import coop.maillon.booking.Wish;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keeping a slot for two minutes while the form is open, one a member, seen by the others. */
public final class Holds {

  private final HoldStore store = new HoldStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Database database;
  private final Groundwork groundwork;
  private final Judge judge;
  private final BookingEvents events;
  private final Catalogues catalogues;
  private final WaysOut waysOut;
  private final Clock clock;

  public Holds(Engine engine) {
    database = engine.database();
    catalogues = engine.catalogues();
    clock = engine.clock();
    events = engine.events();
    groundwork = engine.groundwork();
    judge = engine.judge();
    waysOut = engine.waysOut();
  }

  /** Holds the slot, in place of what the member held before; the same slot again prolongs it. */
  public Future<HoldOutcome> place(Who actor, Resource resource, TimeSlot slot) {
    var member = new MemberId(actor.id());
    return store
        .of(database, member)
        .compose(present -> present
            .filter(hold -> hold.isOn(resource.id(), slot))
            .map(hold -> store.prolong(database, hold, clock.instant()))
            .orElse(succeededFuture(Optional.empty()))
            .compose(prolonged -> prolonged
                .map(hold -> succeededFuture((HoldOutcome) new HoldOutcome.Held(hold)))
                .orElseGet(() -> anew(actor, resource, slot))));
  }

  /** Lets the slot go; false where the actor has no such hold. */
  public Future<Boolean> release(Who actor, HoldId id) {
    return catalogues
        .atHand()
        .compose(catalogue -> database.transaction(tx -> store
            .end(tx, id, new MemberId(actor.id()))
            .compose(ended ->
                told(tx, ended.stream().toList(), catalogue).map(done -> ended.isPresent()))));
  }

  /** Lets go what that member's form keeps. */
  public Future<Void> releaseOf(MemberId member) {
    return store
        .of(database, member)
        .compose(present -> present
            .map(hold -> release(Who.inTheNameOf(member.value()), hold.id()))
            .orElseGet(() -> succeededFuture(false)))
        .mapEmpty();
  }

  /** Ends the holds whose time is over, and says so. For the job that does it every few seconds. */
  public Future<Integer> sweep() {
    return catalogues
        .atHand()
        .compose(catalogue -> database.transaction(tx -> store
            .endExpired(tx, clock.instant())
            .compose(ended -> told(tx, ended, catalogue).map(done -> ended.size()))));
  }

  private Future<HoldOutcome> anew(Who actor, Resource resource, TimeSlot slot) {
    return catalogues
        .fresh()
        .compose(catalogue -> catalogue
            .resource(resource.id())
            .filter(current -> !current.isRetired())
            .map(current -> decide(claim(actor, current, slot), catalogue))
            .orElseGet(
                () -> succeededFuture(new HoldOutcome.Refused(new BookingOutcome.Missing()))));
  }

  private Claim claim(Who actor, Resource resource, TimeSlot slot) {
    return Claim.of(Claim.Purpose.HOLD, actor, new MemberId(actor.id()), clock.instant())
        .wishing(List.of(Wish.any(resource)), slot);
  }

  private Future<HoldOutcome> decide(Claim claim, Catalogue catalogue) {
    return database
        .transaction(tx -> groundwork
            .lay(tx, List.of(claim), catalogue, Optional.empty())
            .compose(ground -> judge
                .decide(tx, claim, ground, catalogue)
                .map(decision -> decision.unless(ground.waiting())))
            .compose(decision -> decision
                .seated()
                .map(seated -> write(tx, claim, seated, catalogue))
                .orElseGet(
                    () -> tx.rollback().map(new HoldOutcome.Refused(Refusals.of(decision))))))
        .compose(outcome -> outcome.fold(
            held -> succeededFuture(outcome),
            why -> waysOut.with(why, Wanting.of(claim)).map(HoldOutcome.Refused::new)));
  }

  private Future<HoldOutcome> write(Tx tx, Claim claim, Seated seated, Catalogue catalogue) {
    var before = store.endOf(tx, claim.member());
    ledger.endHolds(tx, seated.endedHolds(), clock.instant());
    return store.insert(tx, claim, clock.instant()).compose(hold -> {
      ledger.move(tx, seated.moved());
      ledger.seat(
          tx,
          new Occupied.Hold(
              hold.id().value(), hold.member().value(), hold.until(), Occupied.Sort.FORM),
          seated.seats());
      told(tx, before.result().stream().toList(), catalogue);
      events.tell(tx, "hold.placed", data(hold, catalogue), seated);
      return tx.commit().map(new HoldOutcome.Held(hold));
    });
  }

  private Future<Void> told(Tx tx, List<Hold> ended, Catalogue catalogue) {
    return Future.all(ended.stream()
            .map(hold -> events.tell(tx, "hold.released", data(hold, catalogue)))
            .toList())
        .mapEmpty();
  }

  private static JsonObject data(Hold hold, Catalogue catalogue) {
    return BookingEvents.place(List.of(hold.resource()), hold.slot(), catalogue)
        .put("hold", hold.id().value())
        .put("member", hold.member().value());
  }
}
