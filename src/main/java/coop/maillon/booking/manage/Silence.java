package coop.maillon.booking.manage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.approval.ApprovalLinks;
import coop.maillon.db.Database;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What comes of nobody saying anything more: a request is rejected, a kept answer forgotten. */
final class Silence {

  private static final Duration KEPT_ANSWERS = Duration.ofDays(7);

  private final JobStore store = new JobStore();
  private final Database database;
  private final Bookings bookings;
  private final Clock clock;

  Silence(Database database, Bookings bookings, Clock clock) {
    this.database = database;
    this.bookings = bookings;
    this.clock = clock;
  }

  /** Ends unanswered requests, each by its own act. */
  Future<Void> rejects() {
    var now = clock.instant();
    return store
        .unanswered(database, now, now.minus(ApprovalLinks.UNANSWERED))
        .compose(this::rejectAll);
  }

  Future<Void> forgets() {
    return store.forgetAnswers(database, clock.instant().minus(KEPT_ANSWERS));
  }

  private Future<Void> rejectAll(List<BookingId> ids) {
    Future<Void> last = succeededFuture();
    for (BookingId id : ids) {
      last = last.compose(done -> bookings.expire(id)).mapEmpty();
    }
    return last;
  }
}
