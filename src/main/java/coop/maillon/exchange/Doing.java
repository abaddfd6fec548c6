package coop.maillon.exchange;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Tx;
import coop.maillon.exchange.Importer.Job;
import coop.maillon.exchange.Importer.Outcome;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.function.Supplier;

/** Does what a report said once, whoever asks for it twice. */
record Doing(ImportStore store, Clock clock) {

  /** @param last what remains to be done of it; everything else was done in {@code tx} already */
  Future<Outcome> once(Tx tx, Job job, Report report, Supplier<Future<Void>> last) {
    return isFirst(tx, job, report)
        .compose(first -> first
            ? last.get().map(new Outcome(report, true))
            : tx.rollback().map(new Outcome(report, false)));
  }

  private Future<Boolean> isFirst(Tx tx, Job job, Report report) {
    if (!job.does(report)) {
      return succeededFuture(false);
    }
    return job.isKept() ? store.applied(tx, job.id(), clock.instant()) : succeededFuture(true);
  }
}
