package coop.maillon.booking.arriving;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.BookingStore;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Frees what nobody came for, each booking by an act of its own, so that who comes at the last moment is not thrown out. */
public final class NoShows {

  /** By time itself: events name no actor then. */
  private static final long NOBODY = 0;

  private final BookingStore store = new BookingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final ArrivingStore arriving = new ArrivingStore();
  private final Engine engine;

  public NoShows(Engine engine) {
    this.engine = engine;
  }

  /** What time does, by one node at a time. */
  public Future<Void> releaseAll() {
    return arriving.notCome(engine.database(), engine.clock().instant()).compose(this::releaseAll);
  }

  private Future<Void> releaseAll(List<BookingId> ids) {
    Future<Void> last = succeededFuture();
    for (BookingId id : ids) {
      last = last.compose(done -> release(id)).mapEmpty();
    }
    return last;
  }

  /** Frees it, unless somebody came meanwhile. */
  Future<BookingOutcome> release(BookingId id) {
    return engine
        .acts()
        .withCatalogue(catalogue -> store
            .find(engine.database(), id)
            .compose(found -> found
                .map(seen -> engine
                    .acts()
                    .underLock(seen, catalogue, (tx, booking) -> release(tx, booking, catalogue)))
                .orElseGet(() -> succeededFuture(new BookingOutcome.Missing()))));
  }

  private Future<BookingOutcome> release(Tx tx, Booking before, Catalogue catalogue) {
    boolean isDue = before.status() == BookingStatus.CONFIRMED
        && before.statusAt(engine.clock().instant()) == BookingStatus.RELEASED;
    if (!isDue) {
      return tx.rollback().map(new BookingOutcome.NotNow("arrived"));
    }
    Booking after = before.with(BookingStatus.RELEASED, "").undoable(Optional.empty());
    ledger.remove(tx, before.id());
    var version = store.update(tx, after);
    var data = BookingEvents.of(before, after, NOBODY, catalogue);
    engine.events().tell(tx, "booking.released", data);
    return tx.commit()
        .compose(done -> version)
        .map(number -> new BookingOutcome.Done(after.versioned(number)));
  }
}
