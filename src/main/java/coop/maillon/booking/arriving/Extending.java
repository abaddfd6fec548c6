package coop.maillon.booking.arriving;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Seated;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.BookingStore;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Judge;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.booking.act.Refusals;
import coop.maillon.booking.act.Wanting;
import coop.maillon.booking.free.Alternative;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Staying longer on the same thing, through the same locks, conditions, quotas and rules as a move. */
final class Extending {

  private final BookingStore store = new BookingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final ArrivingStore arriving = new ArrivingStore();
  private final Engine engine;

  Extending(Engine engine) {
    this.engine = engine;
  }

  Future<BookingOutcome> extend(Who actor, BookingId id, Instant end) {
    return engine.acts().with(actor, id, Visibility::mayChange, (seen, catalogue) -> {
      var asked = new Staying(actor, seen, end, catalogue);
      return engine
          .acts()
          .underLock(seen, catalogue, (tx, booking) -> decide(tx, asked.of(booking)))
          .compose(outcome -> withWaysOut(outcome, asked.beyond(now())));
    });
  }

  /** Only for the time beyond: what lies before it is had already. */
  private Future<BookingOutcome> withWaysOut(BookingOutcome outcome, Claim beyond) {
    return engine.waysOut().with(outcome, Wanting.of(beyond)).map(told -> {
      if (told instanceof BookingOutcome.Taken taken) {
        return taken.with(after(beyond, taken.alternatives()));
      }
      return told instanceof BookingOutcome.Against against
          ? new BookingOutcome.Against(
              against.wanted(), against.violations(), after(beyond, against.alternatives()))
          : told;
    });
  }

  private static List<Alternative> after(Claim beyond, List<Alternative> ways) {
    return ways.stream()
        .filter(way -> !way.slot().start().isBefore(beyond.slot().start()))
        .toList();
  }

  /** Who would have which booking last until when. */
  private record Staying(Who actor, Booking booking, Instant end, Catalogue catalogue) {

    Staying of(Booking now) {
      return new Staying(actor, now, end, catalogue);
    }

    private List<Resource> resources() {
      return Acts.resources(booking, catalogue);
    }

    Claim claim(Instant now) {
      return Claim.of(Claim.Purpose.MOVE, actor, booking.member(), now)
          .wishing(
              booking.booked().stream().map(one -> wish(one, now)).toList(),
              new TimeSlot(booking.slot().start(), end))
          .driving(booking.details().distanceKm())
          .replacing(booking, resources());
    }

    /** Once it is known which one it is, it stays that one. */
    private Wish wish(Booked one, Instant now) {
      boolean isBound = !now.isBefore(booking.slot().start().minus(Occupied.BOUND_BEFORE));
      Optional<UnitId> unit = isBound ? one.chosen().or(one::present) : one.chosen();
      return new Wish(catalogue.known(one.resource()), unit);
    }

    /** The time that is wanted beyond the present end, as a booking of its own for which others may do. */
    Claim beyond(Instant now) {
      Instant from =
          now.isAfter(booking.slot().end()) ? minute(now) : booking.slot().end();
      return Claim.of(Claim.Purpose.PLACE, actor, booking.member(), now)
          .wishing(
              resources().stream().map(Wish::any).toList(),
              TimeSlot.between(from, end).orElse(booking.slot()))
          .driving(booking.details().distanceKm());
    }
  }

  private Future<BookingOutcome> decide(Tx tx, Staying staying) {
    var refusal = Moments.againstStaying(staying.booking(), staying.end(), now());
    return refusal.isPresent() ? tx.rollback().map(refusal.get()) : judge(tx, staying);
  }

  private Future<BookingOutcome> judge(Tx tx, Staying staying) {
    Claim claim = staying.claim(now());
    return engine
        .groundwork()
        .lay(tx, List.of(claim), staying.catalogue(), Optional.empty())
        .compose(ground -> engine.judge().decide(tx, claim, ground, staying.catalogue()))
        .compose(decision -> decided(tx, staying, decision));
  }

  /** What lasts longer may need a yes that nobody can wait for. */
  private Future<BookingOutcome> decided(Tx tx, Staying staying, Judge.Decision decision) {
    if (decision.seated().isEmpty()) {
      return tx.rollback().map(Refusals.of(decision));
    }
    return decision.claim().needsApproval()
        ? tx.rollback().map(new BookingOutcome.NotNow("extension-asks"))
        : write(tx, staying, decision.seated().get());
  }

  private Future<BookingOutcome> write(Tx tx, Staying staying, Seated seated) {
    Booking before = staying.booking();
    Booking after = before
        .at(new TimeSlot(before.slot().start(), staying.end()), before.booked())
        .undoable(Optional.empty())
        .quoted(staying.catalogue());
    ledger.endHolds(tx, seated.endedHolds(), now());
    ledger.remove(tx, after.id());
    ledger.move(tx, seated.moved());
    ledger.seat(tx, after.id(), seated.seats());
    arriving.remindAgain(tx, after.id());
    if (!after.booked().equals(before.booked())) {
      store.replaceBooked(tx, after);
    }
    var version = store.update(tx, after);
    var data = BookingEvents.of(before, after, staying.actor().id(), staying.catalogue());
    engine.events().tell(tx, "booking.extended", data, seated);
    return tx.commit()
        .compose(done -> version)
        .map(number -> new BookingOutcome.Done(after.versioned(number)));
  }

  /** Whole: no form says more. */
  private static Instant minute(Instant instant) {
    return instant.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
  }

  private Instant now() {
    return engine.clock().instant();
  }
}
