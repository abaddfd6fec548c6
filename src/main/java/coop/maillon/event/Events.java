package coop.maillon.event;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Where a change says what it did, in its own transaction, and where whoever listens learns of it once it is committed. */
public final class Events {

  private final EventStore store = new EventStore();
  private final Database database;
  private final Clock clock;
  private final Relay relay;

  public Events(Database database, Relay relay, Clock clock) {
    this.database = database;
    this.relay = relay;
    this.clock = clock;
  }

  /** Written with the change or not at all; numbered and told soon after the commit. */
  public Future<Void> publish(Tx tx, String kind, JsonObject data) {
    tx.afterCommit(relay::wake);
    return store.write(tx, kind, data, clock.instant());
  }

  /** Many of one kind by one statement. */
  public Future<Void> publish(Tx tx, String kind, List<JsonObject> data) {
    tx.afterCommit(relay::wake);
    return store.write(tx, kind, data, clock.instant());
  }

  /** Tells the listener every event from now on, in order of number, in lists. It must not wait. */
  public void listen(Consumer<List<Event>> listener) {
    relay.listen(listener);
  }

  /** The events after that number, at most so many, for whoever must catch up. */
  public Future<List<Event>> after(long seq, int atMost) {
    return store.after(database, seq, atMost);
  }

  /** The number of the newest event, 0 where there is none. */
  public Future<Long> last() {
    return store.last(database);
  }
}
