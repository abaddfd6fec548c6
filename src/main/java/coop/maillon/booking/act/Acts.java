package coop.maillon.booking.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Undo;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.Wish;
import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How an existing booking is found, locked, and found again, before anything is done with it. */
public final class Acts {

  private static final int TRIES = 3;

  private final BookingStore store = new BookingStore();
  private final Database database;
  private final Catalogues catalogues;

  Acts(Database database, Catalogues catalogues) {
    this.database = database;
    this.catalogues = catalogues;
  }

  /** Tries again where the catalogue or the booking changed between reading and locking. */
  public <T> Future<T> withCatalogue(Function<Catalogue, Future<T>> act) {
    return catalogues.atHand().compose(act).recover(fault -> again(fault, act, TRIES));
  }

  /** The booking as it is now, if the actor may change it. */
  public Future<BookingOutcome> with(
      Who actor, BookingId id, BiFunction<Booking, Catalogue, Future<BookingOutcome>> act) {
    return with(actor, id, Visibility::mayChange, act);
  }

  /** The booking as it is now, if the actor may do that about it. */
  public Future<BookingOutcome> with(
      Who actor,
      BookingId id,
      Predicate<Visibility> may,
      BiFunction<Booking, Catalogue, Future<BookingOutcome>> act) {
    return withCatalogue(catalogue -> store
        .find(database, id)
        .compose(found -> found
            .filter(booking -> Visibility.of(booking, actor, catalogue).reaches())
            .map(booking -> may.test(Visibility.of(booking, actor, catalogue))
                ? act.apply(booking, catalogue)
                : succeededFuture((BookingOutcome) new BookingOutcome.Forbidden()))
            .orElseGet(Placement::missing)));
  }

  /** A transaction that has the locks of the booking's space, and the booking unchanged since it was read. */
  Future<BookingOutcome> locked(
      Booking seen, Catalogue catalogue, Function<Tx, Future<BookingOutcome>> work) {
    return database.transaction(tx -> {
      tx.lock(locks(seen, catalogue));
      return unchanged(tx, seen).compose(same -> work.apply(tx));
    });
  }

  /** The same, with the booking as it is under the locks, whoever changed it meanwhile: for acts that anybody may repeat. */
  public Future<BookingOutcome> underLock(
      Booking seen, Catalogue catalogue, BiFunction<Tx, Booking, Future<BookingOutcome>> work) {
    return database.transaction(tx -> {
      tx.lock(locks(seen, catalogue));
      return store
          .find(tx, seen.id())
          .compose(found -> found
              .filter(now -> locks(now, catalogue).equals(locks(seen, catalogue)))
              .map(now -> work.apply(tx, now))
              .orElseGet(() -> Future.failedFuture(new Groundwork.StaleCatalogue())));
    });
  }

  /** A transaction that takes its own locks. */
  Future<BookingOutcome> transaction(Function<Tx, Future<BookingOutcome>> work) {
    return database.transaction(work);
  }

  /** Fails with {@link Groundwork.StaleCatalogue} where somebody changed it meanwhile. */
  Future<Void> unchanged(Tx tx, Booking seen) {
    return store.find(tx, seen.id()).map(now -> {
      if (now.filter(booking -> isSame(booking, seen)).isEmpty()) {
        throw new Groundwork.StaleCatalogue();
      }
      return null;
    });
  }

  /** Whoever may have any of several lies on another one now and then, without a new version. */
  private static boolean isSame(Booking now, Booking seen) {
    return now.version() == seen.version() && now.resources().equals(seen.resources());
  }

  public static List<Resource> resources(Booking booking, Catalogue catalogue) {
    return booking.resources().stream().map(catalogue::known).toList();
  }

  /** These again, in the same order, with the units that were chosen. */
  static List<Wish> wishes(List<Booked> booked, Catalogue catalogue) {
    return booked.stream()
        .map(one -> new Wish(catalogue.known(one.resource()), one.chosen()))
        .toList();
  }

  /** What it had before the last act, where that can be undone; else what it has. */
  static List<Wish> formerWishes(Booking booking, Catalogue catalogue) {
    return wishes(booking.undo().map(Undo::booked).orElse(booking.booked()), catalogue);
  }

  private static Set<Lock> locks(Booking booking, Catalogue catalogue) {
    return resources(booking, catalogue).stream()
        .map(resource -> Lock.ofSpaceGroup(resource.spaceGroup()))
        .collect(Collectors.toSet());
  }

  private <T> Future<T> again(Throwable fault, Function<Catalogue, Future<T>> act, int triesLeft) {
    return fault instanceof Groundwork.StaleCatalogue && triesLeft > 0
        ? catalogues.read().compose(act).recover(next -> again(next, act, triesLeft - 1))
        : Future.failedFuture(fault);
  }

  static Optional<BookingOutcome> outdated(BookingChange change, Booking before) {
    return change.ifMatch().isPresent() && change.ifMatch().getAsInt() != before.version()
        ? Optional.of(new BookingOutcome.Outdated(before.version()))
        : Optional.empty();
  }
}
