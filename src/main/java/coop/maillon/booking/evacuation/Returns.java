package coop.maillon.booking.evacuation;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Course;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Seat;
import coop.maillon.booking.Seated;
import coop.maillon.booking.Undo;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.BookingStore;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Ground;
import coop.maillon.booking.act.Groundwork;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.booking.act.Placement;
import coop.maillon.booking.act.Seats;
import coop.maillon.booking.seat.Budget;
import coop.maillon.db.Lock;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives bookings back what a closure took from them, all at once, and names those that cannot have it. */
public final class Returns {

  private static final Duration SEARCH = Duration.ofMillis(500);

  private final BookingStore store = new BookingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Vertx vertx;
  private final Bookings.Rules rules;
  private final BookingEvents events;
  private final Groundwork groundwork;
  private final Clock clock;

  public Returns(Vertx vertx, Bookings.Rules rules, Events events, Clock clock) {
    this.vertx = vertx;
    this.rules = rules;
    this.events = new BookingEvents(events);
    this.groundwork = new Groundwork(rules.conditions());
    this.clock = clock;
  }

  /** Who opens what again. */
  public record Order(Who actor, long closure, List<Left> left, Catalogue catalogue) {}

  /** Those that are back in their place, and those that are not. */
  public record Outcome(List<Booking> back, List<BookingId> lost) {}

  /** All that must not be decided about meanwhile. */
  public Future<Set<Lock>> locks(Sql sql, Order order) {
    return unchanged(sql, order).map(bookings -> {
      var locks = new HashSet<Lock>();
      for (Claim claim : claims(order, bookings)) {
        locks.addAll(claim.spaceLocks());
        rules.conditions().forEach(condition -> locks.addAll(condition.locks(claim)));
      }
      return locks;
    });
  }

  /** Under those locks, once nothing closes them any more. Whoever has decided otherwise meanwhile stays as they are. */
  public Future<Outcome> giveBack(Tx tx, Order order) {
    return unchanged(tx, order).compose(bookings -> {
      var claims = claims(order, bookings);
      if (claims.isEmpty()) {
        return Future.succeededFuture(new Outcome(List.of(), lost(order, List.of())));
      }
      return groundwork
          .lay(tx, claims, order.catalogue(), Optional.empty())
          .compose(ground -> vertx.executeBlocking(() -> seat(order, claims, ground)))
          .compose(seated -> write(tx, order, seated));
    });
  }

  private Future<List<Booking>> unchanged(Sql sql, Order order) {
    var versions = order.left().stream().collect(Collectors.toMap(Left::booking, Left::version));
    return store
        .findAll(sql, versions.keySet())
        .map(found -> found.stream()
            .filter(booking -> booking.version() == versions.getOrDefault(booking.id(), -1))
            .toList());
  }

  private List<Claim> claims(Order order, List<Booking> bookings) {
    return bookings.stream().map(booking -> claim(order, booking)).toList();
  }

  private Claim claim(Order order, Booking booking) {
    var undo = left(order, booking.id()).undo();
    List<Wish> wishes = undo.booked().stream()
        .map(one -> new Wish(order.catalogue().known(one.resource()), one.chosen()))
        .toList();
    return Claim.of(Claim.Purpose.UNDO, order.actor(), booking.member(), clock.instant())
        .wishing(wishes, undo.slot())
        .driving(booking.details().distanceKm())
        .replacing(booking, Acts.resources(booking, order.catalogue()));
  }

  private static Left left(Order order, BookingId booking) {
    return order.left().stream()
        .filter(one -> one.booking().equals(booking))
        .findFirst()
        .orElseThrow();
  }

  /** One search for all: how long it may take, it may take altogether. */
  private record Search(Order order, Budget budget) {}

  /** Who fits together with all others; whoever does not keeps what they have, and the rest is seated anew around it. */
  private Map<Claim, Seated> seat(Order order, List<Claim> claims, Ground ground) {
    var leaving = new ArrayList<>(claims);
    var search = new Search(order, Budget.lasting(SEARCH, System::nanoTime));
    while (true) {
      var seated = new LinkedHashMap<Claim, Seated>();
      var stuck = seatAll(search, leaving, ground, seated);
      if (stuck.isEmpty()) {
        return seated;
      }
      leaving.remove(stuck.get());
    }
  }

  /** The first that does not fit, if there is one. */
  private Optional<Claim> seatAll(
      Search search, List<Claim> claims, Ground ground, Map<Claim, Seated> seated) {
    Chain chain =
        ground.chain().without(row -> claims.stream().map(Returns::id).anyMatch(row::isOf));
    for (Claim claim : claims) {
      var found = seatOne(search, claim, ground.on(chain));
      if (found.isEmpty()) {
        return Optional.of(claim);
      }
      seated.put(claim, found.get());
      chain = with(chain, found.get());
    }
    return Optional.empty();
  }

  private Optional<Seated> seatOne(Search search, Claim claim, Ground ground) {
    Instant now = clock.instant();
    var seats = new Seats(
        claim, ground.chain(), search.order().catalogue(), rules.choice(), now, search.budget());
    return groundwork.judge(claim, ground).isEmpty() ? seats.seat(claim) : Optional.empty();
  }

  private static Chain with(Chain chain, Seated seated) {
    var moved = seated.moved().stream().collect(Collectors.toMap(Occupied::id, row -> row));
    Stream<Occupied> before = chain.rows().stream().map(row -> moved.getOrDefault(row.id(), row));
    Stream<Occupied> own = seated.seats().stream().map(Returns::row);
    return new Chain(Stream.concat(before, own).toList(), chain.known());
  }

  private static Occupied row(Seat seat) {
    return new Occupied(
        -seat.unit().value() * 1_000_000_000L - seat.during().start().getEpochSecond() / 60,
        seat.unit(),
        seat.resource(),
        seat.during(),
        seat.during(),
        Occupied.Cause.BOOKING,
        Optional.empty(),
        Optional.empty(),
        Occupied.Bond.CHOSEN);
  }

  private static BookingId id(Claim claim) {
    return claim.replacing().orElseThrow().id();
  }

  private Future<Outcome> write(Tx tx, Order order, Map<Claim, Seated> seated) {
    var seats = new HashMap<BookingId, List<Seat>>();
    var moved = new LinkedHashMap<Long, Occupied>();
    var holds = new HashSet<Long>();
    seated.forEach((claim, found) -> {
      seats.put(id(claim), found.seats());
      found.moved().forEach(row -> moved.put(row.id(), row));
      holds.addAll(found.endedHolds());
    });
    ledger.endHolds(tx, holds);
    ledger.remove(tx, seats.keySet());
    ledger.move(tx, List.copyOf(moved.values()));
    ledger.seat(tx, seats);
    var written = new ArrayList<Future<Booking>>();
    seated.forEach((claim, found) -> written.add(restore(tx, order, claim, found)));
    return Future.all(written).map(done -> {
      var back = written.stream().map(Future::result).toList();
      return new Outcome(back, lost(order, back));
    });
  }

  private Future<Booking> restore(Tx tx, Order order, Claim claim, Seated seated) {
    Booking before = claim.replacing().orElseThrow();
    var booked = Placement.booked(claim, seated);
    Undo undo = left(order, before.id()).undo();
    Booking after = before
        .with(undo.status(), "")
        .at(claim.slot(), booked)
        .undoable(Optional.empty())
        .on(atHome(Clearances.shifted(before, claim.slot().start()), undo));
    store.replaceBooked(tx, after);
    var version = store.update(tx, after);
    JsonObject data = BookingEvents.of(before, after, order.actor().id(), order.catalogue())
        .put("closure", order.closure());
    events.tell(tx, "booking.restored", data, seated);
    return version.map(after::versioned);
  }

  private static Course atHome(Course course, Undo undo) {
    return new Course(
        undo.tie().map(course::tied).orElse(course).part(),
        course.act(),
        course.checkInBy(),
        course.arrived(),
        course.left(),
        OptionalLong.empty(),
        course.back());
  }

  private static List<BookingId> lost(Order order, List<Booking> back) {
    var ids = back.stream().map(Booking::id).collect(Collectors.toSet());
    return order.left().stream()
        .map(Left::booking)
        .filter(id -> !ids.contains(id))
        .toList();
  }
}
