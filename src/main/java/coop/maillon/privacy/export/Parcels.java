package coop.maillon.privacy.export;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives members all that is kept about them, as it was at one moment. One file is made at a time on a node, so that however
 * many ask, it takes the memory and the connection of one.
 */
public final class Parcels {

  private static final int MOST_WAITING = 20;

  private final KeptStore store = new KeptStore();
  private final Vertx vertx;
  private final Database database;
  private final Clock clock;
  private final Told told;
  private Future<Void> last = Future.succeededFuture();
  private int waiting;

  /** The words of a message of the inbox, from its kind and what it carries. */
  @FunctionalInterface
  public interface Told {

    String say(String kind, JsonObject data, Words words);
  }

  public Parcels(Vertx vertx, Database database, Clock clock, Told told) {
    this.vertx = vertx;
    this.database = database;
    this.clock = clock;
    this.told = told;
  }

  /** The file of whoever asks; empty where too many wait for theirs already. */
  public synchronized Future<Optional<Buffer>> of(Who who, Words words) {
    if (waiting == MOST_WAITING) {
      return Future.succeededFuture(Optional.empty());
    }
    waiting++;
    var mine = last.transform(before -> fill(who, words));
    last = mine.<Void>mapEmpty().otherwiseEmpty();
    return mine.onComplete(done -> served()).map(Optional::of);
  }

  private synchronized void served() {
    waiting--;
  }

  private Future<Buffer> fill(Who who, Words words) {
    return working(() -> started(who, words))
        .compose(parcel -> database
            .snapshot(tx -> all(tx, new Filling(parcel, who.id(), words)))
            .compose(done -> working(parcel::whole)));
  }

  private Parcel started(Who who, Words words) throws Exception {
    var parcel = new Parcel(clock.instant());
    parcel.put("LISEZMOI.txt", ReadMe.of(who, words, clock));
    return parcel;
  }

  /** What is filled, with whose things, in which words. */
  private record Filling(Parcel parcel, long member, Words words) {}

  private Future<Void> all(Tx tx, Filling filling) {
    Future<Void> done = Future.succeededFuture();
    for (Kind kind : Kind.values()) {
      done = done.compose(before -> one(tx, kind, filling));
    }
    return done;
  }

  private Future<Void> one(Tx tx, Kind kind, Filling filling) {
    var opened = new AtomicBoolean();
    return store
        .read(
            tx,
            kind,
            filling.member(),
            lot -> working(() -> {
                  var whole = kind == Kind.INBOX ? worded(lot, filling.words()) : lot;
                  if (opened.compareAndSet(false, true)) {
                    filling.parcel().open(kind, whole.columns());
                  }
                  filling.parcel().add(whole);
                  return whole;
                })
                .mapEmpty())
        .compose(read -> working(() -> {
              filling.parcel().close();
              return kind;
            })
            .mapEmpty());
  }

  /** As its reader read it, in place of what it was made of. */
  private KeptStore.Lot worded(KeptStore.Lot lot, Words words) {
    lot.rows().forEach(row -> {
      var text = told.say(row.getString("kind"), row.getJsonObject("text"), words);
      row.put("text", text);
    });
    return lot;
  }

  private <T> Future<T> working(Callable<T> work) {
    return vertx.executeBlocking(work, false);
  }
}
