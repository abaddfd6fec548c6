package coop.maillon.booking.leaving;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Holds;
import coop.maillon.booking.waiting.WaitingList;
import coop.maillon.db.Database;
import coop.maillon.member.MemberId;
import coop.maillon.member.account.Goodbyes;
import coop.maillon.member.account.MemberOutcome;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Somebody leaves: the account first, so that nothing new is begun, then all that was to come is ended, each by its own act.
 * What a crash leaves, or a request that was under way, time ends in its next round.
 */
public final class Departures {

  /** For so long after somebody left it is looked whether something of theirs came after. */
  private static final Duration LOOKED_AT = Duration.ofHours(2);

  private final DepartureStore store = new DepartureStore();
  private final Database database;
  private final Clock clock;
  private final Doing doing;
  private final List<Function<MemberId, Future<Void>>> others;

  /** What it acts through. */
  public record Doing(Goodbyes goodbyes, Bookings bookings, Holds holds, WaitingList waiting) {}

  /** @param others what else is closed with an account: links of calendars */
  public Departures(
      Database database, Clock clock, Doing doing, List<Function<MemberId, Future<Void>>> others) {
    this.database = database;
    this.clock = clock;
    this.doing = doing;
    this.others = List.copyOf(others);
  }

  /** What would end. */
  public record Ahead(int bookings, int waiting, boolean lastAdministrator) {}

  Future<Ahead> ahead(MemberId member) {
    var bookings = store.toCome(database, member, clock.instant());
    var waiting = doing.waiting().mine(Who.inTheNameOf(member.value()));
    var last = doing.goodbyes().isLastAdministrator(member);
    return Future.all(bookings, waiting, last)
        .map(done -> new Ahead(bookings.result().size(), waiting.result().size(), last.result()));
  }

  /** Leaves, or makes somebody leave who is theirs to decide about. */
  Future<MemberOutcome> leave(Who by, MemberId member) {
    return doing
        .goodbyes()
        .leave(by, member)
        .compose(outcome -> outcome instanceof MemberOutcome.Done
            ? endAll(Who.inTheNameOf(by.id()), member).map(outcome)
            : succeededFuture(outcome));
  }

  /** Ends what came after somebody left. */
  public Future<Void> sweep() {
    return doing.goodbyes().since(LOOKED_AT).compose(members -> {
      Future<Void> last = succeededFuture();
      for (MemberId member : members) {
        last = last.compose(done -> endAll(Who.inTheNameOf(0), member));
      }
      return last;
    });
  }

  private Future<Void> endAll(Who by, MemberId member) {
    var self = Who.inTheNameOf(member.value());
    Future<Void> ended = doing.holds().releaseOf(member);
    ended = ended.compose(done -> doing.waiting().leaveAll(self));
    ended = ended
        .compose(done -> store.toCome(database, member, clock.instant()))
        .compose(ids -> cancel(by, ids));
    for (var other : others) {
      ended = ended.compose(done -> other.apply(member));
    }
    return ended;
  }

  private Future<Void> cancel(Who by, List<BookingId> ids) {
    Future<Void> last = succeededFuture();
    for (BookingId id : ids) {
      last = last.compose(done -> doing.bookings().cancel(by, id)).mapEmpty();
    }
    return last;
  }
}
