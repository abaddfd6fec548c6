package coop.maillon.notification;

import coop.maillon.db.Database;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells this node's listeners (the open pages) of new messages, whichever node wrote them, in order of number. */
public final class InboxWatch {

  private static final int BATCH = 500;

  private final InboxStore store;
  private final List<Consumer<List<InboxMessage>>> listeners = new ArrayList<>();
  private long told;

  public InboxWatch(Database database) {
    this.store = new InboxStore(database);
  }

  /** Every new message from now on. The listener must not wait. */
  public void listen(Consumer<List<InboxMessage>> listener) {
    listeners.add(listener);
  }

  Future<Void> start() {
    return store.last().map(last -> {
      told = last;
      return null;
    });
  }

  /** Looks for what is new; the messages of one event are never told apart. */
  Future<Void> look() {
    return listeners.isEmpty()
        ? Future.succeededFuture()
        : store.ofEverybodyAfter(told, BATCH).compose(this::tell);
  }

  private Future<Void> tell(List<InboxMessage> found) {
    if (found.isEmpty()) {
      return Future.succeededFuture();
    }
    long last = found.get(found.size() - 1).seq();
    // A full batch may end in the midst of an event: that event waits for the next look, unless it
    // fills the batch alone.
    var whole = found.size() < BATCH || found.get(0).seq() == last
        ? found
        : found.stream().filter(message -> message.seq() < last).toList();
    told = whole.get(whole.size() - 1).seq();
    listeners.forEach(listener -> listener.accept(whole));
    return found.size() < BATCH ? Future.succeededFuture() : look();
  }
}
