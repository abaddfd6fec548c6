package coop.maillon.board.seat;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.db.Database;
import coop.maillon.event.Event;
import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that whoever was accepted for a seat is among those of the booking, and so learns when it moves, and that whoever no
 * longer comes is not. It is done in the giver's name, after the board's own act, at once and whatever happens within the minute.
 */
public final class Seats {

  private static final Logger LOG = LoggerFactory.getLogger(Seats.class);

  /** How often it is tried where somebody else changes the booking at the same moment. */
  private static final int TRIES = 20;

  private static final Set<String> KINDS = Set.of(
      "answer.accepted", "engagement.cancelled", "engagement.called-off", "engagement.absent");

  private final SeatStore store = new SeatStore();
  private final Database database;
  private final BookingReads reads;
  private final Bookings bookings;
  private final Clock clock;

  public Seats(Database database, BookingReads reads, Bookings bookings, Clock clock) {
    this.database = database;
    this.reads = reads;
    this.bookings = bookings;
    this.clock = clock;
  }

  /** Looks at once where something was agreed on, or fell. */
  public void hear(List<Event> happened) {
    if (happened.stream().anyMatch(event -> KINDS.contains(event.kind()))) {
      follow().onFailure(fault -> LOG.warn("seats wait: {}", fault.toString()));
    }
  }

  /** All that nobody has seen to, one after the other. */
  public Future<Void> follow() {
    return store.due(database, clock.instant()).compose(due -> {
      Future<Void> last = succeededFuture();
      for (Seat one : due) {
        last = last.compose(done -> see(one, TRIES));
      }
      return last;
    });
  }

  private Future<Void> see(Seat seat, int tries) {
    return reads.whole(seat.booking()).compose(found -> {
      var booking = found.map(BookingReads.Read::booking);
      return booking
          .flatMap(now -> changed(now, seat))
          .map(change -> bookings.change(change).compose(outcome -> came(seat, outcome, tries)))
          .orElseGet(() -> store.seenTo(database, seat, false));
    });
  }

  private Future<Void> came(Seat seat, BookingOutcome outcome, int tries) {
    if (outcome instanceof BookingOutcome.Outdated && tries > 0) {
      return see(seat, tries - 1);
    }
    boolean isDone = outcome instanceof BookingOutcome.Done;
    if (!isDone) {
      LOG.warn("booking {} keeps its people: {}", seat.booking().value(), outcome);
    }
    return store.seenTo(database, seat, isDone && seat.way() == Seat.Way.TAKEN);
  }

  /** Empty where it is so already: whoever was invited before stays so. */
  private static Optional<BookingChange> changed(Booking booking, Seat seat) {
    var people = new HashSet<MemberId>(booking.details().participants());
    boolean isOther =
        seat.way() == Seat.Way.TAKEN ? people.add(seat.taker()) : people.remove(seat.taker());
    return isOther
        ? Optional.of(BookingChange.of(
            Who.inTheNameOf(seat.giver().value()), booking, booking.details().with(people)))
        : Optional.empty();
  }
}
