package coop.maillon.audit;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import io.vertx.core.Future;
import java.util.List;

/**
 * Writes the trail from the events, in order, one node at a time, each exactly once: the rows and the number reached are one
 * transaction. No use case knows of it; what an act wants known it puts in its event.
 */
public final class Auditor {

  private static final Lock LOCK = Lock.ofJob(11);
  private static final int BATCH = 1000;

  private final AuditStore store = new AuditStore();
  private final Database database;

  public Auditor(Database database) {
    this.database = database;
  }

  /** Answers when all that is numbered is in the trail. */
  public Future<Void> catchUp() {
    return database
        .transaction(tx -> {
          tx.lock(List.of(LOCK));
          return store.copy(tx, BATCH);
        })
        .compose(many -> many == BATCH ? catchUp() : Future.succeededFuture());
  }
}
