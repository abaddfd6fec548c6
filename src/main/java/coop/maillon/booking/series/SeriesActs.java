package coop.maillon.booking.series;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.SeriesId;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.BookingStore;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Groundwork.StaleCatalogue;
import coop.maillon.db.Lock;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the dates of a series are found, locked, and read again under the locks, before an act reaches several of them. */
final class SeriesActs {

  private final BookingStore bookings = new BookingStore();
  private final SeriesStore store = new SeriesStore();
  private final Engine engine;

  SeriesActs(Engine engine) {
    this.engine = engine;
  }

  /** Something that is done to several dates of a series. */
  interface Act<T> {

    /** All that must not be decided about meanwhile, besides the series itself. */
    Set<Lock> locks(SeriesScene seen);

    /** Decides and writes, or rolls back; nothing of the scene changes any more. */
    Future<T> under(Tx tx, SeriesScene scene, long number);

    /** What is answered to whoever may not. */
    T refused(BookingOutcome why);
  }

  <T> Future<T> on(Who actor, BookingId id, Act<T> act) {
    return engine
        .acts()
        .withCatalogue(catalogue -> bookings
            .find(engine.database(), id)
            .compose(found -> refusal(found, actor, catalogue)
                .map(why -> succeededFuture(act.refused(why)))
                .orElseGet(() -> reach(new Asking(actor, id, catalogue), act))));
  }

  private static Optional<BookingOutcome> refusal(
      Optional<Booking> found, Who actor, Catalogue catalogue) {
    var seen =
        found.map(booking -> Visibility.of(booking, actor, catalogue)).filter(Visibility::reaches);
    if (seen.isEmpty()) {
      return Optional.of(new BookingOutcome.Missing());
    }
    return seen.get().mayChange() ? Optional.empty() : Optional.of(new BookingOutcome.Forbidden());
  }

  private record Asking(Who actor, BookingId id, Catalogue catalogue) {}

  private <T> Future<T> reach(Asking asking, Act<T> act) {
    return read(engine.database(), asking)
        .compose(seen -> seen.map(scene -> reach(asking, act, scene))
            .orElseGet(() -> succeededFuture(act.refused(new BookingOutcome.NotNow("over")))));
  }

  private <T> Future<T> reach(Asking asking, Act<T> act, SeriesScene seen) {
    return engine.database().transaction(tx -> {
      Set<Lock> locks = locks(act, seen);
      tx.lock(locks);
      var number = store.nextAct(tx);
      return read(tx, asking).compose(read -> {
        SeriesScene scene = read.orElseThrow(StaleCatalogue::new);
        if (!locks.containsAll(locks(act, scene))) {
          throw new StaleCatalogue();
        }
        return act.under(tx, scene, number.result());
      });
    });
  }

  private static <T> Set<Lock> locks(Act<T> act, SeriesScene scene) {
    var locks = new HashSet<>(act.locks(scene));
    locks.add(lock(scene.series().id()));
    scene.series().splitFrom().map(SeriesActs::lock).ifPresent(locks::add);
    return locks;
  }

  private static Lock lock(SeriesId series) {
    return Lock.ofSeries(series.value());
  }

  private Future<Optional<SeriesScene>> read(Sql sql, Asking asking) {
    var series = store.findOf(sql, asking.id());
    var beside = store.beside(sql, asking.id());
    return Future.all(series, beside)
        .map(done -> series.result().map(kept -> scene(asking, kept, beside.result())));
  }

  private SeriesScene scene(Asking asking, Kept series, List<Booking> all) {
    Booking anchor = all.stream()
        .filter(one -> one.id().equals(asking.id()))
        .findFirst()
        .orElseThrow(StaleCatalogue::new);
    return new SeriesScene(
        asking.actor(), anchor, series, all, asking.catalogue(), engine.clock().instant());
  }
}
