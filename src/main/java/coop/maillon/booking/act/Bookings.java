package coop.maillon.booking.act;

import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Condition;
import coop.maillon.booking.Denied;
import coop.maillon.booking.anyof.Assignment;
import coop.maillon.booking.seat.UnitChoice;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.ResourceId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a person can do with a booking. */
public final class Bookings {

  private final Acts acts;
  private final Database database;
  private final Placement placement;
  private final Placement among;
  private final Placement taking;
  private final Placement bringing;
  private final Changes changes;
  private final Endings endings;
  private final WaysOut waysOut;
  private final Clock clock;
  private final Function<Set<ResourceId>, Future<Void>> line;
  private final Consumer<Denied> tally;

  /**
   * @param line offers what is free of these to those who wait for it
   * @param tally hears of each refusal that somebody is answered, not of what is only looked at
   */
  public Bookings(
      Engine engine, Function<Set<ResourceId>, Future<Void>> line, Consumer<Denied> tally) {
    this.line = line;
    this.tally = tally;
    var told = engine.events();
    acts = engine.acts();
    placement = new Placement(engine, Claim.Purpose.PLACE);
    among = Placement.amongAny(engine);
    taking = new Placement(engine, Claim.Purpose.TAKE);
    bringing = new Placement(engine, Claim.Purpose.IMPORT);
    database = engine.database();
    changes = new Changes(acts, engine.groundwork(), engine.judge(), told, engine.clock());
    endings = new Endings(acts, changes, engine.groundwork(), told, engine.clock());
    waysOut = engine.waysOut();
    clock = engine.clock();
  }

  /** The ports that {@code App} fills: rules that live above booking, and the choice of a unit. */
  public record Rules(List<Condition> conditions, UnitChoice choice, Assignment assignment) {

    public Rules(List<Condition> conditions, UnitChoice choice) {
      this(conditions, choice, Assignment.NONE);
    }
  }

  /**
   * Books what is asked for, or says why not.
   *
   * @return the outcome; the Future fails only on a fault, never on a refusal
   */
  public Future<BookingOutcome> place(BookingRequest request) {
    return AnyOf.concerns(request) ? placed(among, request) : placed(placement, request);
  }

  /** Takes what is free at this moment, off the grid: whoever does has arrived. */
  public Future<BookingOutcome> take(BookingRequest request) {
    return placed(taking, request);
  }

  private Future<BookingOutcome> placed(Placement way, BookingRequest request) {
    return attempt(way, request)
        .compose(outcome -> roomMade(way, request, outcome))
        .compose(outcome -> waysOut.with(outcome, Wanting.of(request, clock.instant())))
        .map(outcome -> counted(outcome, Denied.of(request, outcome)));
  }

  private Future<BookingOutcome> attempt(Placement way, BookingRequest request) {
    return acts.withCatalogue(catalogue -> request
        .on(catalogue)
        .map(current -> placed(way, current, catalogue))
        .orElseGet(Placement::missing));
  }

  /** What is refused as things lie is tried once more where others may go elsewhere; most refusals are none of those. */
  private Future<BookingOutcome> roomMade(
      Placement way, BookingRequest request, BookingOutcome outcome) {
    return way == placement && among.mayMakeRoom(request, outcome)
        ? attempt(among, request)
            .map(second -> second instanceof BookingOutcome.Done ? second : outcome)
        : Future.succeededFuture(outcome);
  }

  /**
   * Books what other calendars had, one after the other in one transaction: each is judged beside those before it.
   *
   * @param then what becomes of it all: it may write more, or roll back
   */
  public <T> Future<T> bring(
      List<BookingRequest> requests, BiFunction<Tx, List<BookingOutcome>, Future<T>> then) {
    return acts.withCatalogue(catalogue -> database.transaction(tx -> {
      Future<List<BookingOutcome>> all = Future.succeededFuture(new ArrayList<>());
      for (BookingRequest request : requests) {
        all = all.compose(before -> request
            .on(catalogue)
            .map(current -> bringing.bring(tx, current, catalogue))
            .orElseGet(Placement::missing)
            .map(outcome -> {
              before.add(outcome);
              return before;
            }));
      }
      return all.compose(outcomes -> then.apply(tx, outcomes));
    }));
  }

  private Future<BookingOutcome> placed(
      Placement way, BookingRequest request, Catalogue catalogue) {
    return way.place(request, catalogue, Placement.Line.UNSERVED)
        .compose(outcome -> outcome == Placement.WAITED
            ? line.apply(request.resources())
                .compose(served -> way.place(request, catalogue, Placement.Line.SERVED))
            : Future.succeededFuture(outcome));
  }

  /** What stands in the way of booking this now, with ways out; empty where nothing does. Books nothing. */
  public Future<Optional<BookingOutcome>> obstacle(BookingRequest request) {
    return acts.<Optional<BookingOutcome>>withCatalogue(catalogue -> request
            .on(catalogue)
            .map(current ->
                (AnyOf.concerns(request) ? among : placement).obstacle(current, catalogue))
            .orElseGet(() -> Placement.missing().map(Optional::of)))
        .compose(found -> found
            .map(why -> waysOut.with(why, Wanting.of(request, clock.instant())).map(Optional::of))
            .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** Moves a booking or changes what it says; it never loses its place before it has the new one. */
  public Future<BookingOutcome> change(BookingChange change) {
    return changes
        .change(change)
        .compose(outcome -> waysOut.after(outcome, change))
        .map(outcome -> counted(outcome, Denied.of(change, outcome)));
  }

  private BookingOutcome counted(BookingOutcome outcome, Optional<Denied> denied) {
    denied.ifPresent(tally);
    return outcome;
  }

  /** Frees the time. Can be undone for a while. */
  public Future<BookingOutcome> cancel(Who actor, BookingId id) {
    return endings.cancel(actor, id);
  }

  /** Takes the last cancellation or move back, while it can be and the place is free. */
  public Future<BookingOutcome> undo(Who actor, BookingId id) {
    return endings.undo(actor, id).compose(outcome -> waysOut.afterUndo(outcome, actor, id));
  }

  /** Rejects a request that nobody answered in time. */
  public Future<BookingOutcome> expire(BookingId id) {
    return endings.expire(id);
  }

  /** A coordinator's yes. */
  public Future<BookingOutcome> approve(Who actor, BookingId id) {
    return endings.approve(actor, Endings.Asked.anyhow(id));
  }

  /** A booking as somebody read it before they decided. */
  public record Seen(BookingId id, int version) {

    private Endings.Asked asked() {
      return new Endings.Asked(id, OptionalInt.of(version));
    }
  }

  /** The same to what was read and nothing else: {@link BookingOutcome.Outdated} where it changed since. */
  public Future<BookingOutcome> approve(Who actor, Seen seen) {
    return endings.approve(actor, seen.asked());
  }

  /** A no to what was read and nothing else. */
  public Future<BookingOutcome> reject(Who actor, Seen seen, String reason) {
    return endings.reject(actor, seen.asked(), reason);
  }

  /** A coordinator's no, with the reason that the member reads. */
  public Future<BookingOutcome> reject(Who actor, BookingId id, String reason) {
    return endings.reject(actor, Endings.Asked.anyhow(id), reason);
  }
}
