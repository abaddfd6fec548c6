package coop.maillon.board.seat;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.event.Event;
import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that whoever was accepted for a seat is among those of the booking, and so learns when it moves, and that whoever no
 * longer comes is not. It is done in the giver's name, after the board's own act: at once, and whatever happens within the minute.
 */
public final class Seats {

  private static final Logger LOG = LoggerFactory.getLogger(Seats.class);

  /** One node at a time, or two would each take the other's word for an invitation. */
  private static final Lock LOCK = Lock.ofJob(42);

  /** How often it is tried where somebody else changes the booking at the same moment. */
  private static final int TRIES = 20;

  private static final Set<String> KINDS = Set.of(
      "answer.accepted",
      "engagement.absent",
      "engagement.called-off",
      "engagement.cancelled",
      "engagement.left");

  private final SeatStore store = new SeatStore();
  private final Database database;
  private final BookingReads reads;
  private final Bookings bookings;
  private final Clock clock;
  private boolean running;
  private boolean again;

  public Seats(Database database, BookingReads reads, Bookings bookings, Clock clock) {
    this.database = database;
    this.reads = reads;
    this.bookings = bookings;
    this.clock = clock;
  }

  /** Looks at once where something was agreed on, or fell. */
  public void hear(List<Event> happened) {
    if (happened.stream().anyMatch(event -> KINDS.contains(event.kind()))) {
      again = running;
      if (!running) {
        running = true;
        follow().onComplete(done -> rest());
      }
    }
  }

  private void rest() {
    running = again;
    if (again) {
      again = false;
      follow().onComplete(done -> rest());
    }
  }

  /** All that nobody has seen to, one after the other; what fails is tried again by the next round. */
  public Future<Void> follow() {
    return database
        .transaction(tx -> tx.lock(List.of(LOCK)).compose(done -> look()))
        .onFailure(fault -> LOG.warn("seats wait: {}", fault.toString()));
  }

  /** The lock is held in a transaction that writes nothing; the work has its own. */
  private Future<Void> look() {
    Instant now = clock.instant();
    return store.look(database, now).compose(done -> store.due(database, now)).compose(due -> {
      Future<Void> last = succeededFuture();
      for (Seat one : due) {
        last = last.compose(done -> see(one, TRIES).onFailure(fault -> failed(one, fault)))
            .otherwiseEmpty();
      }
      return last;
    });
  }

  private static void failed(Seat seat, Throwable fault) {
    LOG.warn("booking {} keeps its people: {}", seat.booking().value(), fault.toString());
  }

  private Future<Void> see(Seat seat, int tries) {
    return reads
        .whole(seat.booking())
        .map(found -> found.orElseThrow().booking())
        .compose(booking -> changed(booking, seat)
            .map(change -> bookings.change(change).compose(outcome -> came(seat, outcome, tries)))
            .orElseGet(() -> seenTo(seat)));
  }

  private Future<Void> came(Seat seat, BookingOutcome outcome, int tries) {
    if (outcome instanceof BookingOutcome.Outdated && tries > 0) {
      return see(seat, tries - 1);
    }
    if (!(outcome instanceof BookingOutcome.Done)) {
      failed(seat, new IllegalStateException(outcome.toString()));
    }
    return seenTo(seat);
  }

  private Future<Void> seenTo(Seat seat) {
    return seat.way() == Seat.Way.TAKEN ? store.seated(database, seat) : succeededFuture();
  }

  /** Empty where it is so already. */
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
