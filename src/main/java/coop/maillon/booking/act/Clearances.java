package coop.maillon.booking.act;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Undo;
import coop.maillon.booking.clearing.Clearing;
import coop.maillon.booking.clearing.ClearingPlan;
import coop.maillon.booking.clearing.ClosedSpace;
import coop.maillon.booking.seat.Budget;
import coop.maillon.booking.seat.UnitChoice;
import coop.maillon.db.Lock;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the ledger makes room for a closure. The closure itself is not written here. */
public final class Clearances {

  /** How long the search for other places in a pool may take (product.md, Coordination). */
  private static final Duration SEARCH = Duration.ofMillis(500);

  private static final Duration NEAR = Duration.ofDays(1);

  private final BookingStore store = new BookingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Vertx vertx;
  private final BookingEvents events;
  private final UnitChoice choice;
  private final Clock clock;

  public Clearances(Vertx vertx, Events events, UnitChoice choice, Clock clock) {
    this.vertx = vertx;
    this.events = new BookingEvents(events);
    this.choice = choice;
    this.clock = clock;
  }

  /** Why bookings end, and through whom. */
  public record Cause(long closure, String reason, long actor) {}

  /** What it would take to close that space now. */
  public Future<ClearingPlan> plan(Sql sql, ClosedSpace space, Catalogue catalogue) {
    var known =
        new TimeSlot(space.slot().start().minus(NEAR), space.slot().end().plus(NEAR));
    return ledger.around(sql, units(space, catalogue), known).compose(chain -> {
      Set<BookingId> ids = chain.rows().stream()
          .filter(space::reaches)
          .flatMap(row -> row.booking().stream())
          .collect(Collectors.toSet());
      return store.findAll(sql, ids).compose(bookings -> {
        var clearing = new Clearing(space, chain, bookings, catalogue, choice, clock.instant());
        return vertx.executeBlocking(() -> clearing.plan(Budget.lasting(SEARCH, System::nanoTime)));
      });
    });
  }

  /** All that must not be decided about meanwhile: the space itself, and whatever else the touched bookings hold. */
  public Set<Lock> locks(ClosedSpace space, ClearingPlan plan, Catalogue catalogue) {
    Stream<Resource> touched =
        plan.touched().stream().flatMap(booking -> Acts.resources(booking, catalogue).stream());
    return Stream.concat(resources(space, catalogue), touched)
        .map(resource -> Lock.ofSpaceGroup(resource.spaceGroup()))
        .collect(Collectors.toSet());
  }

  /** Does what the plan says, under those locks, and tells each member once. */
  public Future<List<Left>> carryOut(Tx tx, ClearingPlan plan, Cause cause, Catalogue catalogue) {
    ledger.endHolds(tx, plan.holds());
    var left = new ArrayList<Future<Left>>();
    for (Booking booking : plan.cancelled()) {
      ledger.remove(tx, booking.id());
      Booking after = booking.ended(BookingStatus.CANCELLED, cause.reason());
      left.add(end(tx, booking, after, new Told(cause, catalogue, "booking.cancelled")));
    }
    for (Booking shorter : plan.shortened()) {
      ledger.shorten(tx, shorter.id(), shorter.slot().end());
      left.add(store
          .find(tx, shorter.id())
          .map(Optional::orElseThrow)
          .compose(
              before -> end(tx, before, shorter, new Told(cause, catalogue, "booking.moved"))));
    }
    ledger.move(
        tx,
        Stream.concat(plan.trimmed().stream(), plan.moved().stream())
            .collect(Collectors.toMap(Occupied::id, row -> row, (trimmed, moved) -> moved))
            .values()
            .stream()
            .toList());
    return Future.all(left).map(done -> left.stream().map(Future::result).toList());
  }

  /** The lanes that changed and the holds that ended, for the closure's own event. */
  public static JsonObject told(ClearingPlan plan) {
    var lanes = new TreeSet<Long>();
    plan.moved().forEach(row -> row.booking().ifPresent(id -> lanes.add(id.value())));
    return new JsonObject()
        .put("lanes", new JsonArray(List.copyOf(lanes)))
        .put("holds", new JsonArray(List.copyOf(plan.holds())));
  }

  /** Where and when, as every event says it: `resources` `sites` `days` `start` `end`. */
  public static JsonObject place(ClosedSpace space, Catalogue catalogue) {
    var ids = resources(space, catalogue).map(Resource::id).toList();
    return BookingEvents.place(ids, space.slot(), catalogue);
  }

  private record Told(Cause cause, Catalogue catalogue, String kind) {}

  private Future<Left> end(Tx tx, Booking before, Booking after, Told told) {
    var version = store.update(tx, after);
    JsonObject data = BookingEvents.of(before, after, told.cause().actor(), told.catalogue())
        .put("closure", told.cause().closure())
        .put("reason", told.cause().reason());
    events.tell(tx, told.kind(), data);
    return version.map(number -> new Left(before.id(), number, Undo.of(before, clock.instant())));
  }

  /** Every unit that a displaced row could go to. */
  private static Set<UnitId> units(ClosedSpace space, Catalogue catalogue) {
    return resources(space, catalogue)
        .flatMap(resource -> catalogue.leafUnits(resource).stream())
        .map(Unit::id)
        .collect(Collectors.toSet());
  }

  private static Stream<Resource> resources(ClosedSpace space, Catalogue catalogue) {
    return catalogue.resources().stream()
        .filter(resource -> catalogue.leafUnits(resource).stream()
            .anyMatch(unit -> space.units().contains(unit.id())));
  }
}
