package coop.maillon.booking.evacuation;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Course;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Seat;
import coop.maillon.booking.Seated;
import coop.maillon.booking.Undo;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.BookingStore;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.booking.act.Placement;
import coop.maillon.booking.clearing.ClearingPlan;
import coop.maillon.booking.clearing.ClosedSpace;
import coop.maillon.booking.rehouse.Displaced;
import coop.maillon.booking.rehouse.Evacuation;
import coop.maillon.booking.rehouse.Home;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the ledger makes room for a closure. The closure itself is not written here. */
public final class Clearances {

  private final BookingStore store = new BookingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final BookingEvents events;
  private final Clock clock;

  public Clearances(Events events, Clock clock) {
    this.events = new BookingEvents(events);
    this.clock = clock;
  }

  /** Why bookings end or move, and through whom. */
  public record Cause(long closure, String reason, long actor) {}

  /** Does what the plan says, under its locks. What each booking gave up is kept; who is told is for others. */
  public Future<List<Left>> carryOut(Tx tx, Evacuation plan, Cause cause, Catalogue catalogue) {
    clearRows(tx, plan);
    var left = new ArrayList<Future<Left>>();
    for (Booking booking : plan.cancelled()) {
      Booking after = booking.ended(BookingStatus.CANCELLED, cause.reason());
      left.add(end(tx, booking, after, new Told(cause, catalogue, "booking.cancelled")));
    }
    for (Booking shorter : plan.clearing().shortened()) {
      left.add(store
          .find(tx, shorter.id())
          .map(Optional::orElseThrow)
          .compose(
              before -> end(tx, before, shorter, new Told(cause, catalogue, "booking.moved"))));
    }
    for (Displaced one : plan.housed()) {
      Booking after = housed(one.booking(), plan.homeOf(one.booking()).orElseThrow(), cause);
      store.replaceBooked(tx, after);
      left.add(end(tx, one.booking(), after, new Told(cause, catalogue, "booking.moved")));
    }
    return Future.all(left).map(done -> left.stream().map(Future::result).toList());
  }

  /** Everything that goes, goes first: the constraint is immediate. */
  private void clearRows(Tx tx, Evacuation plan) {
    ClearingPlan clearing = plan.clearing();
    ledger.endHolds(tx, clearing.holds());
    ledger.remove(tx, clearing.cancelled().stream().map(Booking::id).toList());
    clearing
        .shortened()
        .forEach(shorter -> ledger.shorten(tx, shorter.id(), shorter.slot().end()));
    ledger.move(
        tx,
        Stream.concat(clearing.trimmed().stream(), clearing.moved().stream())
            .collect(Collectors.toMap(Occupied::id, row -> row, (trimmed, moved) -> moved))
            .values()
            .stream()
            .toList());
    Map<BookingId, List<Seat>> seats = new HashMap<>();
    plan.housed()
        .forEach(one ->
            plan.homeOf(one.booking()).ifPresent(home -> seats.put(home.booking(), home.seats())));
    ledger.seat(tx, seats);
  }

  private static Booking housed(Booking before, Home home, Cause cause) {
    var seated = new Seated(home.seats(), List.of(), Set.of());
    Booking after = before.at(home.slot(), Placement.booked(home.claim(), seated));
    Course course = shifted(before, home.slot().start());
    return after
        .undoable(Optional.empty())
        .on((after.resources().equals(before.resources()) ? course : course.elsewhere())
            .tied(Course.Tie.DETACHED)
            .rehoused(cause.closure()));
  }

  /** Whoever has to come later may also arrive later. */
  static Course shifted(Booking booking, Instant start) {
    Duration shift = Duration.between(booking.slot().start(), start);
    return booking.course().expectedBy(booking.course().checkInBy().map(by -> by.plus(shift)));
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
    var ids = catalogue.resources().stream()
        .filter(resource -> catalogue.leafUnits(resource).stream()
            .anyMatch(unit -> space.units().contains(unit.id())))
        .map(Resource::id)
        .toList();
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
}
