package coop.maillon.booking.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Course;
import coop.maillon.booking.Once;
import coop.maillon.booking.Seated;
import coop.maillon.booking.Wish;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Booking something that was not booked before, in two round trips. */
public final class Placement {

  static final BookingOutcome WAITED = new BookingOutcome.NotNow("waited");

  private final BookingStore store = new BookingStore();
  private final OnceStore onces = new OnceStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Database database;
  private final Groundwork groundwork;
  private final Judge judge;
  private final BookingEvents events;
  private final Clock clock;
  private final Claim.Purpose purpose;
  private final Optional<AnyOf> anyOf;

  /** @param purpose of all its claims; what was agreed on elsewhere is judged by time and place, not by quotas and groups */
  Placement(Engine engine, Claim.Purpose purpose) {
    this(engine, purpose, Optional.empty());
  }

  /** Of what any of several would do for, and others may go elsewhere. */
  static Placement amongAny(Engine engine) {
    return new Placement(engine, Claim.Purpose.PLACE, Optional.of(new AnyOf(engine)));
  }

  private Placement(Engine engine, Claim.Purpose purpose, Optional<AnyOf> anyOf) {
    this.anyOf = anyOf;
    this.purpose = purpose;
    database = engine.database();
    groundwork = purpose == Claim.Purpose.IMPORT ? new Groundwork(List.of()) : engine.groundwork();
    judge = engine.judge().on(groundwork);
    events = engine.events();
    clock = engine.clock();
  }

  /** Whether those who wait have been offered what is free. */
  enum Line {
    UNSERVED,
    SERVED
  }

  /** What is free but waited for by others is not decided before they were served: {@link #WAITED}. */
  Future<BookingOutcome> place(BookingRequest request, Catalogue catalogue, Line line) {
    List<Claim> claims = claims(request);
    return database.transaction(tx -> lay(tx, claims, catalogue, request.once())
        .compose(ground -> ground.kept().isPresent()
            ? tx.rollback().map(again(request, ground.kept().get()))
            : decide(tx, request, claims, new Scene(ground, catalogue, line))));
  }

  /** The refusal that placing it would meet, found under the same locks; nothing is written. */
  Future<Optional<BookingOutcome>> obstacle(BookingRequest request, Catalogue catalogue) {
    List<Claim> claims = claims(request);
    return database.transaction(tx -> lay(tx, claims, catalogue, Optional.empty())
        .compose(ground -> decided(tx, claims, new Scene(ground, catalogue, Line.SERVED)))
        .compose(decision -> tx.rollback()
            .map(
                decision.fits()
                    ? Optional.<BookingOutcome>empty()
                    : Optional.of(Refusals.of(decision)))));
  }

  /** One of several in a transaction that the caller ends: what another calendar had. What does not fit leaves no trace. */
  Future<BookingOutcome> bring(Tx tx, BookingRequest request, Catalogue catalogue) {
    var claims = List.of(Claim.of(purpose, request.actor(), request.member(), clock.instant())
        .wishing(request.anyOf(), request.slot()));
    return groundwork
        .lay(tx, claims, catalogue, Optional.empty())
        .compose(ground -> judge
            .first(tx, claims, ground, catalogue)
            .compose(decision -> decision.fits()
                ? write(tx, request, decision, new Scene(ground, catalogue, Line.SERVED))
                    .map(booking -> new BookingOutcome.Done(booking))
                : succeededFuture(Refusals.of(decision))));
  }

  private List<Claim> claims(BookingRequest request) {
    Instant asked = clock.instant();
    return IntStream.range(0, request.anyOf().size())
        .mapToObj(i -> request.claim(purpose, i, asked))
        .toList();
  }

  /** Whether it may be that somebody has to go elsewhere first. */
  boolean mayMakeRoom(BookingRequest request, BookingOutcome outcome) {
    return anyOf.filter(one -> one.mayHelp(request, outcome)).isPresent();
  }

  private Future<Ground> lay(Tx tx, List<Claim> claims, Catalogue catalogue, Optional<Once> once) {
    return anyOf
        .map(one -> groundwork.lay(tx, one.reading(claims, catalogue), catalogue, once))
        .orElseGet(() -> groundwork.lay(tx, claims, catalogue, once));
  }

  private Future<Judge.Decision> decided(Tx tx, List<Claim> claims, Scene scene) {
    return anyOf
        .map(one -> one.decide(tx, claims, scene.ground(), scene.catalogue()))
        .orElseGet(() -> judge.first(tx, claims, scene.ground(), scene.catalogue()));
  }

  /** What a decision looks at. */
  private record Scene(Ground ground, Catalogue catalogue, Line line) {

    /**
     * Whether those who wait for what is free come first. What is taken is refused at once: if they were served while it is, whoever
     * asks could pass them when it is given back a moment later.
     */
    boolean isOthersFirst() {
      return line == Line.UNSERVED && ground.waiting() == Ground.Waiting.SOMEBODY;
    }
  }

  private static BookingOutcome again(BookingRequest request, OnceStore.Kept kept) {
    boolean isSame =
        request.once().filter(once -> once.bodyHash().equals(kept.bodyHash())).isPresent();
    return isSame
        ? new BookingOutcome.Repeated(kept.answer())
        : new BookingOutcome.Reused(kept.answer());
  }

  private Future<BookingOutcome> decide(
      Tx tx, BookingRequest request, List<Claim> claims, Scene scene) {
    return decided(tx, claims, scene).compose(decision -> {
      if (!decision.fits()) {
        return tx.rollback().map(Refusals.of(decision));
      }
      return scene.isOthersFirst()
          ? tx.rollback().map(WAITED)
          : decide(tx, request, decision, scene);
    });
  }

  /** Nobody can wait for a yes at the door. */
  private Future<BookingOutcome> decide(
      Tx tx, BookingRequest request, Judge.Decision decision, Scene scene) {
    return purpose == Claim.Purpose.TAKE && decision.claim().needsApproval()
        ? tx.rollback().map(new BookingOutcome.NotNow("take-asks"))
        : write(tx, request, decision, scene)
            .compose(booking -> tx.commit().map(new BookingOutcome.Done(booking)));
  }

  private Future<Booking> write(
      Tx tx, BookingRequest request, Judge.Decision decision, Scene scene) {
    Seated seated = decision.seated().orElseThrow();
    Booking booking =
        open(request, booking(request, decision.claim(), seated, scene.ground().next()), scene);
    long actor = request.actor().id();
    ledger.endHolds(tx, seated.endedHolds(), clock.instant());
    ledger.move(tx, seated.moved());
    var placed = new Insertion(booking, new MemberId(actor), seated.seats());
    store.insert(tx, placed, clock.instant());
    anyOf.ifPresent(one ->
        one.settle(tx, new AnyOf.Settled(booking, seated, scene.ground()), scene.catalogue()));
    var kind = purpose == Claim.Purpose.IMPORT ? "booking.imported" : "booking.placed";
    events.tell(tx, kind, BookingEvents.of(booking, actor, scene.catalogue()), seated);
    request.once().ifPresent(once -> onces.keep(tx, actor, once, once.answer().apply(booking)));
    return succeededFuture(booking);
  }

  private Booking open(BookingRequest request, Booking booking, Scene scene) {
    return anyOf
        .map(one -> booking.orAnyOf(one.open(claims(request), scene.ground())))
        .orElse(booking);
  }

  public static Booking booking(BookingRequest request, Claim claim, Seated seated, BookingId id) {
    return new Booking(
        id,
        request.member(),
        request.memberName(),
        claim.needsApproval() ? BookingStatus.PENDING : BookingStatus.CONFIRMED,
        request.slot(),
        request.details(),
        booked(claim, seated),
        "",
        Optional.empty(),
        course(claim),
        1);
  }

  /** Taking is arriving. */
  private static Course course(Claim claim) {
    return claim.purpose() == Claim.Purpose.TAKE
        ? Course.NONE.arrivedAt(claim.asked(), claim.back())
        : Course.NONE.expectedBy(claim.expectedBy());
  }

  /** What the claim gets: with the buffers and the tariffs of now. */
  public static List<Booked> booked(Claim claim, Seated seated) {
    return claim.wishes().stream().map(wish -> booked(wish, claim, seated)).toList();
  }

  private static Booked booked(Wish wish, Claim claim, Seated seated) {
    Resource resource = wish.resource();
    return new Booked(
        resource.id(),
        wish.unit(),
        seated.unitOf(resource.id()),
        resource.policy().buffers().before(),
        resource.policy().buffers().after(),
        resource.quote(claim.slot(), claim.distanceKm()));
  }

  static Future<BookingOutcome> missing() {
    return succeededFuture(new BookingOutcome.Missing());
  }
}
