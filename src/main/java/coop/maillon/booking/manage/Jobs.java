package coop.maillon.booking.manage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What time itself does, by one node at a time: unanswered requests end, holds run out, what has served is thrown away. */
public final class Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final Lock MINUTELY = Lock.ofJob(20);
  private static final Lock HOURLY = Lock.ofJob(21);
  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 3_600_000;

  private final Vertx vertx;
  private final Database database;
  private final Rounds rounds;

  /** What is to be done each minute and each hour, one after the other. */
  public record Rounds(List<Supplier<Future<Void>>> minutely, List<Supplier<Future<Void>>> hourly) {

    public Rounds {
      minutely = List.copyOf(minutely);
      hourly = List.copyOf(hourly);
    }

    Rounds after(Rounds first) {
      return new Rounds(both(first.minutely, minutely), both(first.hourly, hourly));
    }

    private static <T> List<T> both(List<T> first, List<T> then) {
      return Stream.concat(first.stream(), then.stream()).toList();
    }
  }

  public Jobs(Vertx vertx, Database database, Rounds rounds) {
    this.vertx = vertx;
    this.database = database;
    this.rounds = rounds;
  }

  public void start() {
    vertx.setPeriodic(MINUTE_MS, tick -> logged(everyMinute()));
    vertx.setPeriodic(HOUR_MS, tick -> logged(everyHour()));
  }

  /** Does what cannot wait; fails with the first of its jobs that failed, after all have been tried. */
  public Future<Void> everyMinute() {
    return alone(MINUTELY, rounds.minutely());
  }

  /** Throws away what only takes room and looks ahead; fails like {@link #everyMinute}. */
  public Future<Void> everyHour() {
    return alone(HOURLY, rounds.hourly());
  }

  /** The lock is held in a transaction that writes nothing; the work has its own. */
  private Future<Void> alone(Lock lock, List<Supplier<Future<Void>>> jobs) {
    return database.transaction(
        tx -> tx.tryLock(lock).compose(isMine -> isMine ? each(jobs) : succeededFuture()));
  }

  private static Future<Void> each(List<Supplier<Future<Void>>> jobs) {
    Future<Void> last = succeededFuture();
    for (Supplier<Future<Void>> job : jobs) {
      last = last.eventually(() -> logged(job.get()));
    }
    return last;
  }

  private static Future<Void> logged(Future<Void> job) {
    return job.onFailure(fault -> LOG.warn("a job will be tried again: {}", fault.toString()));
  }
}
