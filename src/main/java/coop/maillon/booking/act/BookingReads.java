package coop.maillon.booking.act;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingFilter;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.CalendarScope;
import coop.maillon.booking.Visibility;
import coop.maillon.db.Database;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bookings as somebody may read them. */
public final class BookingReads {

  private final BookingStore store = new BookingStore();
  private final BookingListStore lists = new BookingListStore();
  private final Database database;
  private final Catalogues catalogues;

  public BookingReads(Database database, Catalogues catalogues) {
    this.database = database;
    this.catalogues = catalogues;
  }

  /** A booking with the catalogue that names what it holds. */
  public record Read(Booking booking, Catalogue catalogue) {}

  /** Several of them. */
  public record ReadAll(List<Booking> bookings, Catalogue catalogue) {}

  /** Empty where there is none that the reader may know of. */
  public Future<Optional<Read>> find(Who who, BookingId id) {
    var catalogue = catalogues.fresh();
    var found = store.find(database, id);
    return Future.all(catalogue, found)
        .map(done -> found
            .result()
            .filter(booking -> Visibility.of(booking, who, catalogue.result()).reaches())
            .map(booking -> new Read(booking, catalogue.result())));
  }

  /** As it is, for whoever then judges each reader. */
  public Future<Optional<Read>> whole(BookingId id) {
    var catalogue = catalogues.fresh();
    var found = store.find(database, id);
    return Future.all(catalogue, found)
        .map(done -> found.result().map(booking -> new Read(booking, catalogue.result())));
  }

  /** In order of start. */
  public Future<ReadAll> list(Who who, BookingFilter filter) {
    var catalogue = catalogues.fresh();
    var found = lists.list(database, filter, who);
    return Future.all(catalogue, found)
        .map(done -> new ReadAll(found.result(), catalogue.result()));
  }

  /** For a calendar: those that end after that moment; one's own whatever became of them. Each is still to be judged. */
  public Future<ReadAll> ofCalendar(CalendarScope scope, Who reader, Instant since) {
    var catalogue = catalogues.fresh();
    var found = lists.ofCalendar(database, scope, reader, since);
    return Future.all(catalogue, found)
        .map(done -> new ReadAll(found.result(), catalogue.result()));
  }

  /** What waits for a yes or no at the sites that somebody coordinates, soonest first. */
  public Future<ReadAll> toDecide(Who who) {
    return catalogues.fresh().compose(catalogue -> {
      List<Long> sites = catalogue.sites().stream()
          .map(site -> site.id().value())
          .filter(who::mayCoordinate)
          .toList();
      return lists.toDecide(database, sites).map(bookings -> new ReadAll(bookings, catalogue));
    });
  }
}
