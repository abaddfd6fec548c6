package coop.maillon.booking;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What to propose to somebody who did not get what they asked for. Looked up once the locks are gone. */
final class WaysOut {

  private final BookingStore bookings = new BookingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Database database;
  private final Catalogues catalogues;
  private final Clock clock;

  WaysOut(Database database, Catalogues catalogues, Clock clock) {
    this.database = database;
    this.catalogues = catalogues;
    this.clock = clock;
  }

  Future<BookingOutcome> with(BookingOutcome outcome, Wanting wanting) {
    if (outcome instanceof BookingOutcome.Taken taken) {
      return find(wanting).map(ways -> new BookingOutcome.Taken(taken.wanted(), ways));
    }
    if (outcome instanceof BookingOutcome.Against against) {
      return find(wanting)
          .map(ways -> new BookingOutcome.Against(against.wanted(), against.violations(), ways));
    }
    return succeededFuture(outcome);
  }

  /** The same for a refused move or undo, whose booking says what was wanted. */
  Future<BookingOutcome> after(BookingOutcome outcome, Who actor, BookingId id) {
    return wanted(outcome)
        .map(slot -> catalogues
            .atHand()
            .compose(catalogue -> bookings
                .find(database, id)
                .compose(found -> found
                    .map(booking -> with(outcome, wanting(booking, slot, actor, catalogue)))
                    .orElseGet(() -> succeededFuture(outcome)))))
        .orElseGet(() -> succeededFuture(outcome));
  }

  private static Optional<TimeSlot> wanted(BookingOutcome outcome) {
    if (outcome instanceof BookingOutcome.Taken taken) {
      return Optional.of(taken.wanted());
    }
    return outcome instanceof BookingOutcome.Against against
        ? Optional.of(against.wanted())
        : Optional.empty();
  }

  private static Wanting wanting(Booking booking, TimeSlot slot, Who actor, Catalogue catalogue) {
    var resources = Acts.resources(booking, catalogue);
    return new Wanting(
        actor,
        resources.get(0),
        resources.subList(1, resources.size()),
        slot,
        Optional.of(booking.id()));
  }

  private Future<List<Alternative>> find(Wanting wanting) {
    return succeededFuture(List.of());
  }
}
