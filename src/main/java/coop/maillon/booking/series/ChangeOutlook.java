package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Judge;
import coop.maillon.booking.series.SeriesOutcome.Refused;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What changing several dates would come to, found under the same locks; nothing is written. */
final class ChangeOutlook implements SeriesActs.Act<Outlook.All> {

  private final SeriesChanges changes;

  ChangeOutlook(Engine engine, SeriesChange wanted) {
    changes = new SeriesChanges(engine, wanted);
  }

  @Override
  public Set<Lock> locks(SeriesScene seen) {
    return changes.locks(seen);
  }

  @Override
  public Future<Outlook.All> under(Tx tx, SeriesScene scene, long number) {
    return changes
        .obstacle(scene)
        .map(why -> tx.rollback().map(refused(why)))
        .orElseGet(() ->
            changes.settle(tx, scene).compose(settled -> tx.rollback().map(all(scene, settled))));
  }

  @Override
  public Outlook.All refused(BookingOutcome why) {
    return Outlook.All.refused(why);
  }

  private static Outlook.All all(SeriesScene scene, SeriesChanges.Settled settled) {
    Map<BookingId, Judge.Decision> decided = new HashMap<>();
    for (Intent.Move move : settled.moves()) {
      settled
          .settlement()
          .madeOf(move.before())
          .or(() -> settled.settlement().notOf(move.before()))
          .ifPresent(decision -> decided.put(move.before().id(), decision));
    }
    return Outlook.All.of(settled.intent().reached().stream()
        .map(one -> Optional.ofNullable(decided.get(one.id()))
            .map(decision -> moved(one, decision))
            .orElseGet(() -> stays(scene, one)))
        .toList());
  }

  private static Outlook moved(Booking before, Judge.Decision decision) {
    var claim = decision.claim();
    return new Outlook(
        before,
        claim.slot(),
        claim.resources().findFirst().orElseThrow(),
        claim.needsApproval() ? Outlook.Fate.ASKS : Outlook.Fate.MOVES,
        decision.seated().isPresent()
            ? Optional.empty()
            : Optional.of(Refused.of(SeriesScene.date(before), decision)));
  }

  private static Outlook stays(SeriesScene scene, Booking one) {
    var place = scene.catalogue().known(one.first().resource());
    return new Outlook(one, one.slot(), place, Outlook.Fate.STAYS, Optional.empty());
  }
}
