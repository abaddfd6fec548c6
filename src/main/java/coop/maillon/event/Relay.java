package coop.maillon.event;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers what was committed, one node at a time, and tells this node's listeners.
 *
 * <p>A number taken inside the change's own transaction would lose messages: a reader that saw 2 would never see a 1 that
 * commits later. So the numbers are given here, after the commit, under a lock.
 */
public final class Relay {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  /** Where the numbering node tells the others, once a batch. */
  public static final String CHANNEL = "maillon_event";

  private static final int BATCH = 500;
  private static final long POLL_MS = 1000;
  // What comes in a crowd is numbered together: a transaction each would cost more than the changes
  // themselves.
  private static final long BREATH_MS = 50;

  private final EventStore store = new EventStore();
  private final List<Consumer<List<Event>>> listeners = new ArrayList<>();
  private final Vertx vertx;
  private final Context context;
  private final Database database;
  private long seen = -1;
  private boolean running;
  private boolean again;
  private boolean heard;
  private boolean stopped;
  private Future<Void> round = Future.succeededFuture();

  public Relay(Vertx vertx, Database database) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.database = database;
  }

  /** Starts from what is numbered now; older events are the catching-up reader's own affair. */
  public Future<Void> start() {
    return store.last(database).map(last -> {
      seen = last;
      vertx.setPeriodic(POLL_MS, tick -> wake());
      wake();
      return null;
    });
  }

  /** Another node, or this one, has numbered something: there is something to tell, and nothing to number. */
  public void hear() {
    context.runOnContext(now -> {
      if (stopped || seen < 0) {
        return;
      }
      heard = running;
      if (!running) {
        running = true;
        round = tell().onComplete(done -> rest(done.cause()));
      }
    });
  }

  /** Lets the round under way end, and begins no other. */
  public Future<Void> stop() {
    stopped = true;
    return round.otherwiseEmpty();
  }

  /** There may be something new: from this node's commit, another node's notice, or the poll. */
  public void wake() {
    context.runOnContext(now -> {
      if (stopped || seen < 0) {
        return;
      }
      if (running) {
        again = true;
        return;
      }
      running = true;
      again = false;
      round = number().compose(many -> tell(many)).onComplete(done -> rest(done.cause()));
    });
  }

  void listen(Consumer<List<Event>> listener) {
    listeners.add(listener);
  }

  private void rest(@org.jspecify.annotations.Nullable Throwable fault) {
    running = false;
    if (fault != null) {
      LOG.warn("events wait: {}", fault.toString());
      return;
    }
    if (again) {
      vertx.setTimer(BREATH_MS, later -> wake());
    } else if (heard) {
      hear();
    }
  }

  private Future<Integer> number() {
    return database.transaction(tx -> tx.tryLock(Lock.ofRelay())
        .compose(got -> got ? store.number(tx, BATCH) : Future.succeededFuture(0)));
  }

  private Future<Void> tell(int numbered) {
    again |= numbered == BATCH;
    return tell();
  }

  private Future<Void> tell() {
    return store.after(database, seen, BATCH).compose(events -> {
      if (events.isEmpty()) {
        return Future.succeededFuture();
      }
      seen = events.get(events.size() - 1).seq();
      listeners.forEach(listener -> listener.accept(events));
      return events.size() == BATCH ? tell() : Future.succeededFuture();
    });
  }
}
