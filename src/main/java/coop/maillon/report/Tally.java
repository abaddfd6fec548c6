package coop.maillon.report;

import static java.time.temporal.ChronoUnit.MINUTES;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.Denied;
import coop.maillon.db.Database;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts refusals for the reports, after their answers and outside their transactions, which leave no trace. Who was refused is
 * known for a minute and never written: within it the same person counts once for a resource and a rule, however often they
 * try. What waits to be written when the program ends is not counted, nor is what comes when too much waits.
 */
public final class Tally {

  private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
  private static final long SOON_MS = 1_000;
  private static final int MOST = 1_000;

  /** Twice the longest report. */
  private static final Duration KEPT = Duration.ofDays(2L * Period.LONGEST_DAYS);

  private final ReportStore store = new ReportStore();
  private final Vertx vertx;
  private final Database database;
  private final Clock clock;
  private final Set<Attempt> lately = new HashSet<>();
  private List<Refusal> waiting = new ArrayList<>();
  private Instant minute = Instant.EPOCH;

  public Tally(Vertx vertx, Database database, Clock clock) {
    this.vertx = vertx;
    this.database = database;
    this.clock = clock;
  }

  /** One refusal, of nobody; its resource, or the booking whose it is. */
  record Refusal(
      Instant at,
      Optional<ResourceId> resource,
      Optional<BookingId> booking,
      String rule,
      TimeSlot slot) {}

  /** What counts once a minute. */
  private record Attempt(
      long actor, Optional<ResourceId> resource, Optional<BookingId> booking, String rule) {}

  /** Notes it, to be written soon; costs whoever was refused nothing. */
  public synchronized void note(Denied denied) {
    Instant now = clock.instant();
    forgetTheMinuteBefore(now);
    boolean isFirst = waiting.isEmpty();
    for (var reason : denied.reasons()) {
      var attempt = new Attempt(denied.actor(), reason.resource(), denied.booking(), reason.rule());
      if (lately.size() < MOST && waiting.size() < MOST && lately.add(attempt)) {
        waiting.add(
            new Refusal(now, reason.resource(), denied.booking(), reason.rule(), denied.slot()));
      }
    }
    if (isFirst && !waiting.isEmpty()) {
      vertx.setTimer(SOON_MS, tick -> logged(write()));
    }
  }

  /** Writes what waits, without waiting longer itself. */
  public Future<Void> write() {
    var all = taken();
    return all.isEmpty() ? Future.succeededFuture() : store.note(database, all);
  }

  /** Forgets what no report looks at any more. */
  public Future<Void> tidy() {
    return store.forget(database, clock.instant().minus(KEPT));
  }

  private void forgetTheMinuteBefore(Instant now) {
    if (!minute.equals(now.truncatedTo(MINUTES))) {
      minute = now.truncatedTo(MINUTES);
      lately.clear();
    }
  }

  private static void logged(Future<Void> written) {
    written.onFailure(fault -> LOG.warn("refusals are not counted: {}", fault.toString()));
  }

  private synchronized List<Refusal> taken() {
    var all = waiting;
    waiting = new ArrayList<>();
    return all;
  }
}
