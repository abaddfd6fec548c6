package coop.maillon.booking.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Course;
import coop.maillon.booking.Details;
import coop.maillon.booking.Seated;
import coop.maillon.booking.Undo;
import coop.maillon.booking.Violation;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Moving a booking and changing what it says. The old place is given up only when the new one is held. */
final class Changes {

  private final BookingStore store = new BookingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Acts acts;
  private final Groundwork groundwork;
  private final Judge judge;
  private final BookingEvents events;
  private final Clock clock;

  Changes(Acts acts, Groundwork groundwork, Judge judge, BookingEvents events, Clock clock) {
    this.acts = acts;
    this.groundwork = groundwork;
    this.judge = judge;
    this.events = events;
    this.clock = clock;
  }

  Future<BookingOutcome> change(BookingChange change) {
    return acts.with(
        change.actor(), change.booking(), (before, catalogue) -> change(change, before, catalogue));
  }

  /** A booking that is to be somewhere else. */
  record Relocation(
      Booking before, Claim claim, BookingStatus status, Details details, String kind) {

    /** The same, pending where the claim turned out to need a yes. */
    Relocation judged(Claim found) {
      boolean asks = claim.purpose() == Claim.Purpose.MOVE && found.needsApproval();
      return new Relocation(before, found, asks ? BookingStatus.PENDING : status, details, kind);
    }
  }

  /** Gives the booking another place, whole, or says why not. */
  Future<BookingOutcome> relocate(Tx tx, Relocation relocation, Catalogue catalogue) {
    var ground = groundwork.lay(tx, List.of(relocation.claim()), catalogue, Optional.empty());
    var same = acts.unchanged(tx, relocation.before());
    return Future.all(ground, same)
        .compose(done -> isGone(relocation, ground.result())
            ? tx.rollback().map((BookingOutcome) new BookingOutcome.NotNow("undo-waited"))
            : relocate(tx, relocation, ground.result(), catalogue));
  }

  /** Nothing is taken back that somebody waits for. */
  private static boolean isGone(Relocation relocation, Ground ground) {
    return relocation.claim().purpose() == Claim.Purpose.UNDO
        && ground.waiting() != Ground.Waiting.NOBODY;
  }

  private Future<BookingOutcome> relocate(
      Tx tx, Relocation relocation, Ground ground, Catalogue catalogue) {
    return judge
        .decide(tx, relocation.claim(), ground, catalogue)
        .compose(decision -> decision
            .seated()
            .map(seated -> write(tx, relocation.judged(decision.claim()), seated, catalogue))
            .orElseGet(() -> tx.rollback().map(Refusals.of(decision))));
  }

  private Future<BookingOutcome> change(BookingChange change, Booking before, Catalogue catalogue) {
    Optional<BookingOutcome> refusal =
        Acts.outdated(change, before).or(() -> over(before)).or(() -> begun(change, before));
    if (refusal.isPresent()) {
      return succeededFuture(refusal.get());
    }
    return change.isElsewhere(before)
        ? move(change, before, catalogue)
        : describe(change, before, catalogue);
  }

  private Optional<BookingOutcome> over(Booking before) {
    return before.statusAt(clock.instant()).occupies()
        ? Optional.empty()
        : Optional.of(new BookingOutcome.NotNow("over"));
  }

  /** Whoever is there stays there: only the end may still change. */
  private static Optional<BookingOutcome> begun(BookingChange change, Booking before) {
    boolean onlyEnd =
        change.start().filter(start -> !start.equals(before.slot().start())).isEmpty()
            && change
                .resource()
                .filter(one -> !one.id().equals(before.first().resource()))
                .isEmpty()
            && change
                .unit()
                .filter(one -> !before.first().chosen().equals(Optional.of(one)))
                .isEmpty();
    return !isThere(before) || onlyEnd
        ? Optional.empty()
        : Optional.of(new BookingOutcome.NotNow("begun"));
  }

  private Future<BookingOutcome> describe(
      BookingChange change, Booking before, Catalogue catalogue) {
    Booking after = described(change, before, catalogue);
    Claim claim = claim(change, before, before.slot(), catalogue);
    return acts.locked(
        before,
        catalogue,
        tx -> broken(tx, claim, before, catalogue)
            .compose(broken -> broken.isEmpty()
                ? describe(tx, new Described(change.actor().id(), before, after), catalogue)
                : tx.rollback().map(new BookingOutcome.Against(before.slot(), broken, List.of()))));
  }

  /** Other kilometres cost something else. */
  private static Booking described(BookingChange change, Booking before, Catalogue catalogue) {
    Booking after = before.with(change.details().orElse(before.details()));
    return after.details().distanceKm().equals(before.details().distanceKm())
        ? after
        : after.quoted(catalogue);
  }

  /** Other kilometres are another booking to whatever judges by them; other words are not. */
  private Future<List<Violation>> broken(Tx tx, Claim claim, Booking before, Catalogue catalogue) {
    return claim.distanceKm().equals(before.details().distanceKm())
        ? succeededFuture(List.of())
        : groundwork
            .lay(tx, List.of(claim), catalogue, Optional.empty())
            .map(ground -> groundwork.judge(claim, ground));
  }

  /** A booking that says something else, in the same place. */
  private record Described(long actor, Booking before, Booking after) {}

  private Future<BookingOutcome> describe(Tx tx, Described described, Catalogue catalogue) {
    Booking after = described.after();
    var version = store.update(tx, after);
    if (!after.booked().equals(described.before().booked())) {
      store.replaceBooked(tx, after);
    }
    store.replaceParticipants(tx, after);
    events.tell(
        tx,
        "booking.changed",
        BookingEvents.of(described.before(), after, described.actor(), catalogue));
    return tx.commit()
        .compose(done -> version)
        .map(number -> new BookingOutcome.Done(after.versioned(number)));
  }

  private Future<BookingOutcome> move(BookingChange change, Booking before, Catalogue catalogue) {
    TimeSlot slot = change.slot(before.slot()).orElseThrow();
    Claim claim = claim(change, before, slot, catalogue);
    BookingStatus status = claim.needsApproval() ? BookingStatus.PENDING : before.status();
    var relocation = new Relocation(
        before, claim, status, change.details().orElse(before.details()), "booking.moved");
    return acts.transaction(tx -> relocate(tx, relocation, catalogue));
  }

  private Claim claim(BookingChange change, Booking before, TimeSlot slot, Catalogue catalogue) {
    return Claim.of(Claim.Purpose.MOVE, change.actor(), before.member(), clock.instant())
        .wishing(change.wishes(before, catalogue), slot)
        .driving(change.details().orElse(before.details()).distanceKm())
        .replacing(before, Acts.resources(before, catalogue));
  }

  private Future<BookingOutcome> write(
      Tx tx, Relocation relocation, Seated seated, Catalogue catalogue) {
    Booking after = after(relocation, seated);
    ledger.endHolds(tx, seated.endedHolds(), clock.instant());
    ledger.remove(tx, after.id());
    ledger.move(tx, seated.moved());
    ledger.seat(tx, after.id(), seated.seats());
    store.replaceBooked(tx, after);
    var version = store.update(tx, after);
    JsonObject data =
        BookingEvents.of(relocation.before(), after, relocation.claim().actor().id(), catalogue);
    events.tell(tx, relocation.kind(), data, seated);
    return tx.commit()
        .compose(done -> version)
        .map(number -> new BookingOutcome.Done(after.versioned(number)));
  }

  private Booking after(Relocation relocation, Seated seated) {
    Booking before = relocation.before();
    boolean isUndo = relocation.claim().purpose() == Claim.Purpose.UNDO;
    Instant now = clock.instant();
    var booked = Placement.booked(relocation.claim(), seated).stream()
        .map(one -> stillAnyOf(one, before.first()))
        .toList();
    return before
        .with(relocation.status(), "")
        .with(relocation.details())
        .at(relocation.claim().slot(), booked)
        .on(course(before, relocation.claim()).tied(tie(before, relocation.claim())))
        .undoable(isUndo || isThere(before) ? Optional.empty() : Optional.of(Undo.of(before, now)));
  }

  /** Whoever goes at another time may still have any of those; whoever asks for one keeps that. */
  private static Booked stillAnyOf(Booked now, Booked first) {
    return now.resource().equals(first.resource()) && now.chosen().isEmpty()
        ? now.orAnyOf(first.anyOf())
        : now;
  }

  private static boolean isThere(Booking before) {
    return before.course().arrived().isPresent();
  }

  private static Course course(Booking before, Claim claim) {
    return isThere(before) ? before.course() : before.course().expectedBy(claim.expectedBy());
  }

  /** What is moved by itself goes its own way, until that is taken back. */
  private static Course.Tie tie(Booking before, Claim claim) {
    return claim.purpose() == Claim.Purpose.UNDO
        ? before.undo().flatMap(Undo::tie).orElse(Course.Tie.DETACHED)
        : Course.Tie.DETACHED;
  }
}
