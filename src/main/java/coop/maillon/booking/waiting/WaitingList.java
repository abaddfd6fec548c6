package coop.maillon.booking.waiting;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Engine;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a member can do about a time that is taken: wait for it, take what is offered, leave the line. */
public final class WaitingList {

  private final WaitingStore store = new WaitingStore();
  private final Engine engine;
  private final Bookings bookings;
  private final WaitingLine line;

  public WaitingList(Engine engine, Bookings bookings, WaitingLine line) {
    this.engine = engine;
    this.bookings = bookings;
    this.line = line;
  }

  /** What came of it: one's place in the line, or the rule that stands in the way. */
  public record Joined(Optional<Waiting> place, Optional<BookingOutcome> refusal) {}

  /** Takes the last place in the line; once however often it is asked. What is free is offered at once. */
  public Future<Joined> join(Who who, Resource resource, TimeSlot slot) {
    return bookings
        .obstacle(BookingRequest.of(who, Wish.any(resource), slot, Details.NONE))
        .compose(why -> why.filter(found -> !(found instanceof BookingOutcome.Taken))
            .map(refusal -> succeededFuture(new Joined(Optional.empty(), Optional.of(refusal))))
            .orElseGet(() -> joined(who, resource, slot)));
  }

  private Future<Joined> joined(Who who, Resource resource, TimeSlot slot) {
    var place = new WaitingStore.Place(resource.id(), slot);
    return store
        .join(engine.database(), who.id(), place, engine.clock().instant())
        .compose(id -> line.serve(Set.of(resource.id()))
            .compose(done -> mine(who))
            .map(all -> new Joined(
                all.stream().filter(one -> one.id() == id).findFirst(), Optional.empty())));
  }

  /** What somebody waits for, soonest first. */
  public Future<List<Waiting>> mine(Who who) {
    return store.of(engine.database(), who.id(), engine.clock().instant());
  }

  /** Books what was offered; empty where nothing is offered any more. */
  public Future<Optional<BookingOutcome>> accept(Who who, long id) {
    return engine
        .catalogues()
        .fresh()
        .compose(catalogue -> mine(who)
            .compose(all -> all.stream()
                .filter(one -> one.id() == id && one.offeredUntil().isPresent())
                .findFirst()
                .map(one -> book(who, one, catalogue).map(Optional::of))
                .orElseGet(() -> succeededFuture(Optional.empty()))));
  }

  private Future<BookingOutcome> book(Who who, Waiting one, Catalogue catalogue) {
    var wish = Wish.any(catalogue.known(one.resource()));
    return bookings.place(BookingRequest.of(who, wish, one.slot(), Details.NONE));
  }

  /** Waits no longer; what was offered goes to the next. False where there was no such place. */
  public Future<Boolean> leave(Who who, long id) {
    return engine
        .catalogues()
        .fresh()
        .compose(catalogue -> engine
            .database()
            .transaction(tx -> store
                .leave(tx, id, who.id())
                .compose(
                    gone -> gone.map(place -> told(tx, who, place, catalogue).map(true))
                        .orElseGet(() -> succeededFuture(false)))));
  }

  /** Waits for nothing any more. */
  public Future<Void> leaveAll(Who who) {
    return mine(who).compose(all -> {
      Future<Void> last = succeededFuture();
      for (Waiting one : all) {
        last = last.compose(done -> leave(who, one.id())).mapEmpty();
      }
      return last;
    });
  }

  private Future<Void> told(Tx tx, Who who, WaitingStore.Gone gone, Catalogue catalogue) {
    var data = BookingEvents.place(List.of(gone.resource()), gone.slot(), catalogue)
        .put("member", who.id())
        .put("holds", new JsonArray())
        .put("lanes", new JsonArray());
    return gone.hold()
        .map(hold -> engine.events().tell(tx, "hold.released", data.put("hold", hold)))
        .orElseGet(() -> succeededFuture());
  }
}
