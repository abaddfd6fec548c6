package coop.maillon.booking.arriving;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Seated;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.BookingStore;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.booking.seat.Budget;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What time does where something should be back and is not: it keeps its unit, whoever has it is told, and whoever comes
 * next is warned once. What is booked stays as it is.
 */
public final class Lateness {

  /** By time itself: events name no actor then. */
  private static final long NOBODY = 0;

  /** How far around rows are read, so that those of a pool can make room. */
  private static final Duration NEAR = Duration.ofHours(24);

  private static final Duration SEARCH = Duration.ofMillis(150);

  private final BookingStore store = new BookingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final ArrivingStore arriving = new ArrivingStore();
  private final Engine engine;

  public Lateness(Engine engine) {
    this.engine = engine;
  }

  /** By one node at a time, each booking by an act of its own. */
  public Future<Void> keepAll() {
    return arriving.late(engine.database(), now()).compose(this::keepAll);
  }

  private Future<Void> keepAll(List<BookingId> ids) {
    Future<Void> last = succeededFuture();
    for (BookingId id : ids) {
      last = last.compose(done -> keep(id)).mapEmpty();
    }
    return last;
  }

  private Future<BookingOutcome> keep(BookingId id) {
    return engine
        .acts()
        .withCatalogue(catalogue -> store
            .find(engine.database(), id)
            .compose(found -> found
                .map(seen -> engine
                    .acts()
                    .underLock(
                        seen, catalogue, (tx, booking) -> keep(new Late(tx, booking, catalogue))))
                .orElseGet(() -> succeededFuture(new BookingOutcome.Missing()))));
  }

  /** A booking under its locks. */
  private record Late(Tx tx, Booking booking, Catalogue catalogue) {}

  private Future<BookingOutcome> keep(Late late) {
    if (!late.booking().isLateAt(now())) {
      return late.tx().rollback().map(new BookingOutcome.NotNow("over"));
    }
    return chain(late)
        .compose(chain -> engine
            .vertx()
            .executeBlocking(
                () -> new Overrun(late.booking(), chain, late.catalogue(), engine.choice(), now())
                    .plan(Budget.lasting(SEARCH, System::nanoTime))))
        .compose(plan -> store
            .findAll(late.tx(), plan.next())
            .compose(
                next -> next.stream().anyMatch(one -> one.course().arrived().isPresent())
                    ? returned(late)
                    : write(late, plan, next)));
  }

  private Future<Chain> chain(Late late) {
    Collection<Resource> resources = Acts.resources(late.booking(), late.catalogue()).stream()
        .filter(Resource::mustBeReturned)
        .toList();
    var units = resources.stream()
        .flatMap(one -> late.catalogue().leafUnits(one).stream())
        .map(Unit::id)
        .toList();
    var slot = late.booking().slot();
    return ledger.around(
        late.tx(), units, new TimeSlot(slot.start().minus(NEAR), now().plus(NEAR)));
  }

  /** Whoever came next has it, and so it was brought back. */
  private Future<BookingOutcome> returned(Late late) {
    Booking after = late.booking().on(late.booking().course().leftAt(now()));
    arriving.giveBack(late.tx(), after.id(), now());
    var version = store.update(late.tx(), after);
    tell(
        late,
        "booking.returned",
        BookingEvents.of(late.booking(), after, NOBODY, late.catalogue()));
    return late.tx()
        .commit()
        .compose(done -> version)
        .map(number -> new BookingOutcome.Done(after.versioned(number)));
  }

  private Future<BookingOutcome> write(Late late, Overrun.Plan plan, List<Booking> next) {
    var tx = late.tx();
    var data = BookingEvents.of(late.booking(), NOBODY, late.catalogue());
    if (!plan.changed().isEmpty()) {
      ledger.endHolds(tx, plan.endedHolds(), now());
      ledger.move(tx, plan.changed());
      var others =
          plan.changed().stream().filter(row -> !row.isOf(late.booking().id())).toList();
      engine
          .events()
          .tell(
              tx,
              "booking.late",
              data.copy().mergeIn(days(late, plan)),
              new Seated(List.of(), others, plan.endedHolds()));
    }
    return remind(late, data)
        .compose(done -> warn(late, next))
        .compose(done -> tx.commit())
        .map(new BookingOutcome.Done(late.booking()));
  }

  /** On every day on which it is now, which may be one more than was booked. */
  private static JsonObject days(Late late, Overrun.Plan plan) {
    Instant end = plan.changed().stream()
        .filter(row -> row.isOf(late.booking().id()))
        .map(row -> row.during().end())
        .max(Instant::compareTo)
        .orElse(late.booking().slot().end());
    var slot = new TimeSlot(late.booking().slot().start(), end);
    var place = BookingEvents.place(late.booking().resources(), slot, late.catalogue());
    return new JsonObject().put("days", place.getJsonArray("days"));
  }

  private Future<Void> remind(Late late, JsonObject data) {
    return arriving
        .toRemind(late.tx(), late.booking().id(), now())
        .compose(isFirst -> isFirst
            ? tell(
                late,
                "booking.overdue",
                data.put("until", late.booking().slot().end().toString()))
            : succeededFuture());
  }

  private Future<Void> warn(Late late, List<Booking> next) {
    return arriving
        .toWarn(late.tx(), next.stream().map(Booking::id).toList(), now())
        .compose(ids -> Future.all(next.stream()
                .filter(one -> ids.contains(one.id()))
                .map(one ->
                    tell(late, "booking.delayed", BookingEvents.of(one, NOBODY, late.catalogue())))
                .toList())
            .mapEmpty());
  }

  private Future<Void> tell(Late late, String kind, JsonObject data) {
    return engine.events().tell(late.tx(), kind, data);
  }

  private Instant now() {
    return engine.clock().instant();
  }
}
