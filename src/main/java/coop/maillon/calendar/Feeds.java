package coop.maillon.calendar;

import coop.maillon.booking.CalendarScope;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.member.MemberId;
import coop.maillon.member.session.Secret;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Calendars that other programs subscribe to, each by a link that its owner can close. */
final class Feeds {

  static final int LONGEST_LABEL = 60;
  private static final Duration KEPT = Duration.ofDays(2 * 365L);

  private final FeedStore store = new FeedStore();
  private final Database database;
  private final BookingReads bookings;
  private final Events events;
  private final Clock clock;

  Feeds(Database database, BookingReads bookings, Events events, Clock clock) {
    this.database = database;
    this.bookings = bookings;
    this.events = events;
    this.clock = clock;
  }

  /** What a feed shows at this moment, and to whom. */
  record Content(Feed feed, Who owner, BookingReads.ReadAll read) {}

  /** The only moment at which its secret is known. */
  Future<Secret> make(Who owner, CalendarScope scope, String label) {
    var secret = Secret.fresh();
    var feed = new Feed(0, scope, label, clock.instant(), Optional.empty());
    return database.transaction(tx -> store
        .insert(tx, secret.hash(), owner, feed)
        .compose(
            id -> tell(tx, "feed.made", owner, new JsonObject().put("feed", id).put("name", label)))
        .map(secret));
  }

  Future<List<Feed>> of(Who owner) {
    return store.of(database, owner.id());
  }

  /** Whether there was such a feed of theirs. */
  Future<Boolean> revoke(Who owner, long id) {
    return database.transaction(tx -> store
        .revoke(tx, id, owner.id(), clock.instant())
        .compose(gone -> gone
            ? tell(tx, "feed.revoked", owner, new JsonObject().put("feed", id)).map(true)
            : Future.succeededFuture(false)));
  }

  /** Closes all of theirs. */
  Future<Void> revokeAll(MemberId owner) {
    return store.revokeAll(database, owner.value(), clock.instant());
  }

  /** Empty where the link opens nothing, or nothing any more. */
  Future<Optional<Content>> read(Secret secret) {
    return store
        .bySecret(database, secret.hash(), LocalDate.now(clock))
        .compose(found -> found
            .map(owned -> content(owned).map(Optional::of))
            .orElse(Future.succeededFuture(Optional.empty())));
  }

  private Future<Content> content(FeedStore.Owned owned) {
    var feed = owned.feed();
    var now = clock.instant();
    return store
        .read(database, feed.id(), now)
        .compose(done -> bookings.ofCalendar(feed.scope(), owned.owner(), now.minus(KEPT)))
        .map(read -> new Content(feed, owned.owner(), read));
  }

  private Future<Void> tell(Tx tx, String kind, Who owner, JsonObject data) {
    return events.publish(tx, kind, data.put("member", owner.id()).put("actor", owner.id()));
  }
}
