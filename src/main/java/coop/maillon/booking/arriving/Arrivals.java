package coop.maillon.booking.arriving;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.BookingStore;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Return;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What a person does while a booking lasts: come, stay longer, go. */
public final class Arrivals {

  private final BookingStore store = new BookingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final ArrivingStore arriving = new ArrivingStore();
  private final Engine engine;
  private final Extending extending;

  public Arrivals(Engine engine) {
    this.engine = engine;
    extending = new Extending(engine);
  }

  /** I am here, I take it. By the booker, whoever was invited, the coordinators; what the one before kept is theirs no more. */
  public Future<BookingOutcome> checkIn(Who actor, BookingId id) {
    return checkIn(actor, id, Alongside.NOTHING);
  }

  /** The same, with what is to be said of it. */
  public Future<BookingOutcome> checkIn(Who actor, BookingId id, Alongside said) {
    return locked(
        new Asking(actor, id, Visibility::mayArrive, Moments::againstComing),
        (tx, booking, catalogue) ->
            come(tx, booking, new Act("booking.arrived", actor, catalogue, said)));
  }

  /** I have it already, and say more of it. */
  public Future<BookingOutcome> say(Who actor, BookingId id, Alongside said) {
    return locked(
        new Asking(actor, id, Visibility::mayArrive, Moments::againstSaying),
        (tx, booking, catalogue) ->
            said(tx, booking, said, () -> tx.commit().map(new BookingOutcome.Done(booking))));
  }

  /** I leave, I return it: the rest is free. By the booker and the coordinators, since those who were invited may stay. */
  public Future<BookingOutcome> checkOut(Who actor, BookingId id) {
    return checkOut(actor, id, Alongside.NOTHING);
  }

  /** The same, with what is to be said of it. */
  public Future<BookingOutcome> checkOut(Who actor, BookingId id, Alongside said) {
    return locked(
        new Asking(actor, id, Visibility::mayChange, Moments::againstGoing),
        (tx, booking, catalogue) ->
            go(tx, booking, new Act("booking.returned", actor, catalogue, said)));
  }

  /**
   * Who asks for which booking.
   *
   * @param against what the moment has against it, under the lock
   */
  private record Asking(
      Who actor,
      BookingId id,
      Predicate<Visibility> may,
      BiFunction<Booking, Instant, Optional<BookingOutcome>> against) {}

  /** What is done under the lock. */
  private interface Deed {
    Future<BookingOutcome> of(Tx tx, Booking booking, Catalogue catalogue);
  }

  private Future<BookingOutcome> locked(Asking asking, Deed deed) {
    var acts = engine.acts();
    return acts.with(
        asking.actor(),
        asking.id(),
        asking.may(),
        (seen, catalogue) -> acts.underLock(
            seen,
            catalogue,
            (tx, booking) -> asking
                .against()
                .apply(booking, now())
                .map(why -> tx.rollback().map(why))
                .orElseGet(() -> deed.of(tx, booking, catalogue))));
  }

  /** I stay until then, if it is free and no rule says no; what is refused comes with ways out for the time beyond. */
  public Future<BookingOutcome> extend(Who actor, BookingId id, Instant end) {
    return extending.extend(actor, id, end);
  }

  private Future<BookingOutcome> come(Tx tx, Booking before, Act act) {
    var back = Acts.resources(before, act.catalogue()).stream().anyMatch(Resource::mustBeReturned)
        ? Return.NEEDED
        : Return.BY_TIME;
    Booking after = before.undoable(Optional.empty()).on(before.course().arrivedAt(now(), back));
    return arriving
        .lateBefore(tx, before.id(), now())
        .compose(ids -> store.findAll(tx, ids))
        .compose(late -> takeOver(tx, late, act))
        .compose(done -> write(tx, before, after, act));
  }

  /** Whoever has it now has it from those who did not say that they brought it back. */
  private Future<Void> takeOver(Tx tx, List<Booking> late, Act act) {
    return Future.all(late.stream()
            .map(booking -> {
              Booking after = booking.on(booking.course().leftAt(now()));
              arriving.giveBack(tx, booking.id(), now());
              store.update(tx, after);
              return engine.events().tell(tx, "booking.returned", act.told(booking, after));
            })
            .toList())
        .mapEmpty();
  }

  private Future<BookingOutcome> go(Tx tx, Booking before, Act act) {
    Instant now = now();
    if (now.isBefore(before.slot().start())) {
      ledger.remove(tx, before.id());
    } else {
      arriving.giveBack(tx, before.id(), end(before.slot(), now));
    }
    Booking after = before
        .at(used(before, now), before.booked())
        .undoable(Optional.empty())
        .on(before.course().leftAt(now));
    return write(tx, before, after, act);
  }

  /** What became of the time that was booked: up to the minute of leaving, and no less than one. */
  private static TimeSlot used(Booking booking, Instant now) {
    Instant start = booking.slot().start();
    Instant from = now.isBefore(start) ? minute(booking.course().arrived().orElse(now)) : start;
    Instant until =
        now.isBefore(booking.slot().end()) ? minute(now) : booking.slot().end();
    return TimeSlot.between(from, until).orElseGet(() -> TimeSlot.ofMinutes(from, 1));
  }

  private static Instant end(TimeSlot booked, Instant now) {
    return now.isBefore(booked.end())
        ? TimeSlot.between(booked.start(), minute(now))
            .orElseGet(() -> TimeSlot.ofMinutes(booked.start(), 1))
            .end()
        : now;
  }

  private static Instant minute(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MINUTES);
  }

  /** Coming or going. */
  private record Act(String kind, Who actor, Catalogue catalogue, Alongside said) {

    JsonObject told(Booking before, Booking after) {
      return BookingEvents.of(before, after, actor.id(), catalogue);
    }
  }

  private Future<BookingOutcome> write(Tx tx, Booking before, Booking after, Act act) {
    return said(tx, after, act.said(), () -> save(tx, before, after, act));
  }

  private static Future<BookingOutcome> said(
      Tx tx, Booking booking, Alongside said, Supplier<Future<BookingOutcome>> then) {
    return said.with(tx, booking)
        .compose(against -> against.isEmpty()
            ? then.get()
            : tx.rollback().map(new BookingOutcome.Against(booking.slot(), against, List.of())));
  }

  private Future<BookingOutcome> save(Tx tx, Booking before, Booking after, Act act) {
    var version = store.update(tx, after);
    engine.events().tell(tx, act.kind(), act.told(before, after));
    return tx.commit()
        .compose(done -> version)
        .map(number -> new BookingOutcome.Done(after.versioned(number)));
  }

  private Instant now() {
    return engine.clock().instant();
  }
}
