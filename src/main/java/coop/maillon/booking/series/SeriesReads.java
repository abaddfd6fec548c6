package coop.maillon.booking.series;

import coop.maillon.booking.SeriesId;
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

  /** Empty where there is none that the reader may change. */
  public Future<Optional<SeriesView>> find(Who who, SeriesId id) {
    var catalogue = engine.catalogues().fresh();
    var series = store.find(engine.database(), id);
    var bookings = store.bookings(engine.database(), id);
    return Future.all(catalogue, series, bookings)
        .map(done -> series
            .result()
            .flatMap(
                kept -> SeriesView.of(kept, bookings.result(), who, moment(catalogue.result()))));
  }

  private Moment moment(Catalogue catalogue) {
    return new Moment(catalogue, engine.clock().instant());
  }
}
