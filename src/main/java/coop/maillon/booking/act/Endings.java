package coop.maillon.booking.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Undo;
import coop.maillon.booking.Violation;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.Wish;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Cancelling, taking that or a move back, and a coordinator's yes or no. */
final class Endings {

  /** Who acts when nobody does: events name no actor then. */
  private static final Who TIME = Who.inTheNameOf(0);

  private final BookingStore store = new BookingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Acts acts;
  private final Changes changes;
  private final Groundwork groundwork;
  private final BookingEvents events;
  private final Clock clock;

  Endings(Acts acts, Changes changes, Groundwork groundwork, BookingEvents events, Clock clock) {
    this.acts = acts;
    this.changes = changes;
    this.groundwork = groundwork;
    this.events = events;
    this.clock = clock;
  }

  Future<BookingOutcome> cancel(Who actor, BookingId id) {
    return acts.with(actor, id, (before, catalogue) -> {
      Instant now = clock.instant();
      if (!before.statusAt(now).occupies()) {
        return succeededFuture(new BookingOutcome.NotNow("over"));
      }
      if (before.course().arrived().isPresent()) {
        return succeededFuture(new BookingOutcome.NotNow("begun"));
      }
      List<Violation> late = Deadline.missed(before, actor, catalogue, now);
      return late.isEmpty()
          ? end(
              before,
              new End(BookingStatus.CANCELLED, "", actor.id(), "booking.cancelled"),
              catalogue)
          : succeededFuture(new BookingOutcome.Against(before.slot(), late, List.of()));
    });
  }

  Future<BookingOutcome> undo(Who actor, BookingId id) {
    return acts.with(
        actor,
        id,
        (before, catalogue) -> before
            .undo()
            .filter(undo -> before.canBeUndoneAt(clock.instant()))
            .map(undo -> restore(actor, before, undo, catalogue))
            .orElseGet(() -> succeededFuture(new BookingOutcome.NotNow("undo-over"))));
  }

  Future<BookingOutcome> approve(Who actor, Asked asked) {
    return judged(
        actor,
        asked,
        (before, catalogue) -> acts.transaction(tx -> confirm(tx, actor, before, catalogue)));
  }

  /** A request as somebody decides about it; where a version is named, about no other. */
  record Asked(BookingId id, OptionalInt version) {

    static Asked anyhow(BookingId id) {
      return new Asked(id, OptionalInt.empty());
    }

    boolean isAnother(Booking booking) {
      return version.isPresent() && version.getAsInt() != booking.version();
    }
  }

  /** Groups and habilitations may have changed since it was asked for: they are judged again. */
  private Future<BookingOutcome> confirm(Tx tx, Who actor, Booking before, Catalogue catalogue) {
    var claim = Claim.of(Claim.Purpose.APPROVE, actor, before.member(), clock.instant())
        .wishing(wishes(before.booked(), catalogue), before.slot())
        .replacing(before, Acts.resources(before, catalogue));
    var ground = groundwork.lay(tx, List.of(claim), catalogue, Optional.empty());
    return Future.all(ground, acts.unchanged(tx, before)).compose(done -> {
      var broken = groundwork.judge(claim, ground.result());
      return broken.isEmpty()
          ? write(
              tx,
              before,
              new End(BookingStatus.CONFIRMED, "", actor.id(), "booking.approved"),
              catalogue)
          : tx.rollback().map(new BookingOutcome.Against(before.slot(), broken, List.of()));
    });
  }

  private static List<Wish> wishes(List<Booked> booked, Catalogue catalogue) {
    return booked.stream()
        .map(one -> new Wish(catalogue.known(one.resource()), one.chosen()))
        .toList();
  }

  /** Says no, with a reason. */
  Future<BookingOutcome> reject(Who actor, Asked asked, String reason) {
    return judged(actor, asked, (before, catalogue) -> giveUp(actor, before, reason, catalogue));
  }

  /** Nobody answered in time: the same no, by time itself. */
  Future<BookingOutcome> expire(BookingId id) {
    return reject(TIME, Asked.anyhow(id), "");
  }

  /** A booking that had a place before it was moved returns there if that is free and has not begun. */
  private Future<BookingOutcome> giveUp(
      Who actor, Booking before, String reason, Catalogue catalogue) {
    return before
        .undo()
        .filter(undo -> undo.status() == BookingStatus.CONFIRMED)
        .filter(undo -> undo.slot().start().isAfter(clock.instant()))
        .map(undo -> restore(actor, before, undo, catalogue)
            .compose(outcome -> outcome instanceof BookingOutcome.Done
                ? succeededFuture(outcome)
                : rejected(before, reason, actor.id(), catalogue)))
        .orElseGet(() -> rejected(before, reason, actor.id(), catalogue));
  }

  /** How a booking comes to another status without another place; {@code actor} 0 stands for time itself. */
  private record End(BookingStatus status, String reason, long actor, String kind) {}

  private Future<BookingOutcome> rejected(
      Booking before, String reason, long actor, Catalogue catalogue) {
    return end(
        before, new End(BookingStatus.REJECTED, reason, actor, "booking.rejected"), catalogue);
  }

  private Future<BookingOutcome> judged(
      Who actor,
      Asked asked,
      java.util.function.BiFunction<Booking, Catalogue, Future<BookingOutcome>> act) {
    return acts.with(actor, asked.id(), (before, catalogue) -> {
      if (!Visibility.of(before, actor, catalogue).decides()) {
        return succeededFuture(new BookingOutcome.Forbidden());
      }
      if (asked.isAnother(before)) {
        return succeededFuture(new BookingOutcome.Outdated(before.version()));
      }
      return before.status() == BookingStatus.PENDING
          ? act.apply(before, catalogue)
          : succeededFuture(new BookingOutcome.NotNow("not-pending"));
    });
  }

  private Future<BookingOutcome> end(Booking before, End end, Catalogue catalogue) {
    return acts.locked(before, catalogue, tx -> write(tx, before, end, catalogue));
  }

  private Future<BookingOutcome> write(Tx tx, Booking before, End end, Catalogue catalogue) {
    boolean isCancelled = end.status() == BookingStatus.CANCELLED;
    var undo = isCancelled ? Optional.of(Undo.of(before, clock.instant())) : Optional.<Undo>empty();
    Booking after = before.with(end.status(), end.reason()).undoable(undo);
    if (!end.status().occupies()) {
      ledger.remove(tx, before.id());
    }
    var version = store.update(tx, after);
    events.tell(tx, end.kind(), BookingEvents.of(before, after, end.actor(), catalogue));
    return tx.commit()
        .compose(done -> version)
        .map(number -> new BookingOutcome.Done(after.versioned(number)));
  }

  /** Undoing re-checks occupancy, quota and charge only. */
  private Future<BookingOutcome> restore(
      Who actor, Booking before, Undo undo, Catalogue catalogue) {
    Claim claim = Claim.of(Claim.Purpose.UNDO, actor, before.member(), clock.instant())
        .wishing(Acts.wishes(undo.booked(), catalogue), undo.slot())
        .driving(before.details().distanceKm())
        .replacing(before, Acts.resources(before, catalogue));
    var relocation =
        new Changes.Relocation(before, claim, undo.status(), before.details(), "booking.restored");
    return acts.transaction(tx -> changes.relocate(tx, relocation, catalogue));
  }
}
