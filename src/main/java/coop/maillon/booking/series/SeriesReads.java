package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.SeriesId;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Engine;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Series as somebody may read them. */
public final class SeriesReads {

  private final SeriesStore store = new SeriesStore();
  private final Engine engine;

  public SeriesReads(Engine engine) {
    this.engine = engine;
  }

  /** When it is read, and with which catalogue. */
  record Moment(Catalogue catalogue, Instant now) {}

  /** A booking, with the series that it is a date of where the reader may change that. */
  public record Dated(BookingReads.Read read, Optional<SeriesView> series) {}

  /** Empty where there is none that the reader may change. */
  public Future<Optional<SeriesView>> find(Who who, SeriesId id) {
    var catalogue = engine.catalogues().fresh();
    var series = store.ofSeries(engine.database(), id);
    return Future.all(catalogue, series)
        .map(done -> view(who, series.result(), catalogue.result()));
  }

  /** Empty where there is none that the reader may know of; with one query beside the catalogue's. */
  public Future<Optional<Dated>> find(Who who, BookingId id) {
    var catalogue = engine.catalogues().fresh();
    var found = store.withSeries(engine.database(), id);
    return Future.all(catalogue, found)
        .map(done -> found.result().bookings().stream()
            .filter(one -> one.id().equals(id))
            .filter(one -> Visibility.of(one, who, catalogue.result()).reaches())
            .findFirst()
            .map(one -> dated(who, one, found.result(), catalogue.result())));
  }

  private Dated dated(Who who, Booking booking, SeriesStore.Together found, Catalogue catalogue) {
    return new Dated(new BookingReads.Read(booking, catalogue), view(who, found, catalogue));
  }

  private Optional<SeriesView> view(Who who, SeriesStore.Together found, Catalogue catalogue) {
    var moment = new Moment(catalogue, engine.clock().instant());
    return found
        .timetable()
        .flatMap(timetable -> SeriesView.of(timetable, found.bookings(), who, moment));
  }
}
