package coop.maillon.demo;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.arriving.Arrivals;
import coop.maillon.db.Database;
import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Who is there at this moment, and a projector that is not back: each checked in by themselves, at the start of what they booked. */
final class Attendance {

  private final DemoStore store = new DemoStore();
  private final Database database;
  private final Arrivals arrivals;
  private final DemoClock clock;
  private final Instant now;

  Attendance(Database database, Arrivals arrivals, DemoClock clock) {
    this.database = database;
    this.arrivals = arrivals;
    this.clock = clock;
    now = clock.instant();
  }

  /** A booking that somebody comes to. */
  record Coming(BookingId booking, MemberId member, Instant start) {}

  Future<Void> come(List<Who> people) {
    return store.coming(database, now).compose(all -> comeOneByOne(all, people));
  }

  private Future<Void> comeOneByOne(List<Coming> all, List<Who> people) {
    Future<Void> last = succeededFuture();
    for (Coming one : all) {
      last = last.compose(done -> come(one, people));
    }
    return last;
  }

  private Future<Void> come(Coming coming, List<Who> people) {
    clock.set(coming.start());
    return people.stream()
        .filter(who -> who.id() == coming.member().value())
        .findFirst()
        .map(who -> arrivals.checkIn(who, coming.booking()).<Void>mapEmpty())
        .orElseGet(() -> succeededFuture());
  }
}
