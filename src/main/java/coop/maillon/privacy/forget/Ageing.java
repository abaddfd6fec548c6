package coop.maillon.privacy.forget;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.privacy.Periods;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Forgets what is older than its period: once a day, in lots, each a transaction of its own; what is left waits an hour. */
public final class Ageing {

  private static final int LOT = 500;
  private static final int MOST_LOTS = 40;

  private final AgeStore store = new AgeStore();
  private final Database database;
  private final Clock clock;
  private final Periods periods;
  private Optional<LocalDate> done = Optional.empty();

  /** @param clock with the zone in which days begin */
  public Ageing(Database database, Clock clock, Periods periods) {
    this.database = database;
    this.clock = clock;
    this.periods = periods;
  }

  /** What is to be forgotten of what is older than so many months. */
  private record Kind(String statement, int months) {}

  /** Does the day's forgetting where it is not done yet. */
  public Future<Void> turn() {
    var today = LocalDate.now(clock);
    if (done.filter(today::equals).isPresent()) {
      return succeededFuture();
    }
    Future<Boolean> all = succeededFuture(true);
    for (Kind kind : kinds()) {
      all = all.compose(before -> lots(kind, MOST_LOTS).map(whole -> before && whole));
    }
    return all.compose(whole -> database.transaction(store::forgetWords).map(whole))
        .onSuccess(whole -> done = Optional.of(today).filter(day -> whole))
        .mapEmpty();
  }

  private List<Kind> kinds() {
    return List.of(
        new Kind(AgeStore.BOOKINGS, periods.bookings()),
        new Kind(AgeStore.PARTICIPANTS, periods.bookings()),
        new Kind(AgeStore.REMINDERS, periods.bookings()),
        new Kind(AgeStore.WAITING, periods.bookings()),
        new Kind(AgeStore.CODES, periods.bookings()),
        new Kind(AgeStore.PROBLEMS, periods.problems()),
        new Kind(AgeStore.DAMAGE, periods.problems()),
        new Kind(AgeStore.POSTS, periods.posts()),
        new Kind(AgeStore.AUDIT, periods.audit()),
        new Kind(AgeStore.INBOX, periods.inbox()),
        new Kind(AgeStore.EVENTS, periods.inbox()));
  }

  /** Whether nothing is left. */
  private Future<Boolean> lots(Kind kind, int left) {
    if (left == 0) {
      return succeededFuture(false);
    }
    return database
        .transaction(tx -> store.forget(tx, kind.statement(), before(kind.months()), LOT))
        .compose(many -> many < LOT ? succeededFuture(true) : lots(kind, left - 1));
  }

  private Instant before(int months) {
    return ZonedDateTime.now(clock).minus(Period.ofMonths(months)).toInstant();
  }
}
