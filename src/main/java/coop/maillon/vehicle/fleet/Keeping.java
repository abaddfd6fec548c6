package coop.maillon.vehicle.fleet;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.BookingStore;
import coop.maillon.booking.act.Engine;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.Set;

/** Keeping the car that a booking lies on, where any of several would have done. */
public final class Keeping {

  private final BookingStore store = new BookingStore();
  private final Engine engine;

  public Keeping(Engine engine) {
    this.engine = engine;
  }

  /** Done, too, where it is bound already. */
  public Future<BookingOutcome> keep(Who actor, BookingId id) {
    var acts = engine.acts();
    return acts.with(
        actor,
        id,
        (seen, catalogue) ->
            acts.underLock(seen, catalogue, (tx, booking) -> keep(tx, actor, booking, catalogue)));
  }

  private Future<BookingOutcome> keep(Tx tx, Who actor, Booking booking, Catalogue catalogue) {
    if (!booking.isOpenAt(engine.clock().instant())) {
      return tx.rollback().map(new BookingOutcome.Done(booking));
    }
    Booking kept = booking.orAnyOf(Set.of());
    store.open(tx, kept);
    engine.events().tell(tx, "booking.kept", BookingEvents.of(kept, actor.id(), catalogue));
    return tx.commit().map(new BookingOutcome.Done(kept));
  }
}
