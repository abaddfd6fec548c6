package coop.maillon.booking.manage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Holds;
import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What time itself does, by one node at a time: unanswered requests end, holds run out, what has served is thrown away. */
public final class Jobs {

  /** A request that nobody answered for so long is rejected (product.md, Booking). */
  static final Duration UNANSWERED = Duration.ofDays(3);

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final Lock MINUTELY = Lock.ofJob(20);
  private static final Lock HOURLY = Lock.ofJob(21);
  private static final Duration KEPT_ANSWERS = Duration.ofDays(7);
  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 3_600_000;

  private final JobStore store = new JobStore();
  private final Vertx vertx;
  private final Database database;
  private final Bookings bookings;
  private final Holds holds;
  private final Supplier<Future<Void>> tidyPeople;
  private final Clock clock;

  /** What the jobs act through. */
  public record Acts(Bookings bookings, Holds holds, Supplier<Future<Void>> tidyPeople) {}

  public Jobs(Vertx vertx, Database database, Acts acts, Clock clock) {
    this.vertx = vertx;
    this.database = database;
    this.bookings = acts.bookings();
    this.holds = acts.holds();
    this.tidyPeople = acts.tidyPeople();
    this.clock = clock;
  }

  public void start() {
    vertx.setPeriodic(MINUTE_MS, tick -> logged(everyMinute()));
    vertx.setPeriodic(HOUR_MS, tick -> logged(everyHour()));
  }

  /** Ends unanswered requests, each by its own act, and the holds whose time is over. */
  public Future<Void> everyMinute() {
    return alone(MINUTELY, () -> holds.sweep().compose(done -> rejectUnanswered()));
  }

  /** Throws away what only takes room. */
  public Future<Void> everyHour() {
    return alone(
        HOURLY,
        () -> store
            .forgetAnswers(database, clock.instant().minus(KEPT_ANSWERS))
            .compose(done -> tidyPeople.get()));
  }

  /** The lock is held in a transaction that writes nothing; the work has its own. */
  private Future<Void> alone(Lock lock, Supplier<Future<Void>> work) {
    return database.transaction(
        tx -> tx.tryLock(lock).compose(isMine -> isMine ? work.get() : succeededFuture()));
  }

  private Future<Void> rejectUnanswered() {
    var now = clock.instant();
    return store.unanswered(database, now, now.minus(UNANSWERED)).compose(this::rejectAll);
  }

  private Future<Void> rejectAll(List<BookingId> ids) {
    Future<Void> last = succeededFuture();
    for (BookingId id : ids) {
      last = last.compose(done -> bookings.expire(id)).mapEmpty();
    }
    return last;
  }

  private static void logged(Future<Void> job) {
    job.onFailure(fault -> LOG.warn("a job will be tried again: {}", fault.toString()));
  }
}
