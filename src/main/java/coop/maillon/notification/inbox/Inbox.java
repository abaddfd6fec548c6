package coop.maillon.notification.inbox;

import coop.maillon.db.Database;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a member does with their messages. */
public final class Inbox {

  private final InboxStore store;
  private final Clock clock;

  public Inbox(Database database, Clock clock) {
    this.store = new InboxStore(database);
    this.clock = clock;
  }

  /** The newest first, from before that number. */
  public Future<List<InboxMessage>> latest(MemberId member, long before, int atMost) {
    return store.latest(member, before, atMost);
  }

  /** The oldest first, from after that number: to catch up. */
  public Future<List<InboxMessage>> after(MemberId member, long seq, int atMost) {
    return store.after(member, seq, atMost);
  }

  public Future<Void> readUpTo(MemberId member, long seq) {
    return store.readUpTo(member, seq, clock.instant());
  }

  /** Marks one as read; answers the path of what it is about, if there is such a message. */
  public Future<Optional<String>> open(MemberId member, long seq) {
    return store
        .readOne(member, seq, clock.instant())
        .map(found -> found.stream().findFirst());
  }

  public Future<Integer> unread(MemberId member) {
    return store.unread(member);
  }
}
