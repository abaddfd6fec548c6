package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import java.util.Set;

/** What cancelling several dates would come to; nothing is written, and nothing needs a lock. */
final class CancellationOutlook implements SeriesActs.Act<Outlook.All> {

  private final Scope scope;

  CancellationOutlook(Scope scope) {
    this.scope = scope;
  }

  @Override
  public Set<Lock> locks(SeriesScene seen) {
    return Set.of();
  }

  @Override
  public Future<Outlook.All> under(Tx tx, SeriesScene scene, long number) {
    var reached = scene.reached(scope);
    return tx.rollback()
        .map(
            scene.stands() && !reached.isEmpty()
                ? Outlook.All.of(reached.stream().map(one -> goes(scene, one)).toList())
                : refused(new BookingOutcome.NotNow("over")));
  }

  @Override
  public Outlook.All refused(BookingOutcome why) {
    return Outlook.All.refused(why);
  }

  private static Outlook goes(SeriesScene scene, Booking one) {
    var place = scene.catalogue().known(one.first().resource());
    return new Outlook(
        one, one.slot(), place, Outlook.Fate.GOES, SeriesCancellation.tooLate(scene, one));
  }
}
