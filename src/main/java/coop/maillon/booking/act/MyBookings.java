package coop.maillon.booking.act;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Shelf;
import coop.maillon.db.Database;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What somebody booked or takes part in, sorted by what is still to come of it. */
public final class MyBookings {

  private final MyBookingsStore store = new MyBookingsStore();
  private final Database database;
  private final Catalogues catalogues;
  private final Clock clock;

  public MyBookings(Database database, Catalogues catalogues, Clock clock) {
    this.database = database;
    this.catalogues = catalogues;
    this.clock = clock;
  }

  /**
   * Which part of a shelf is wanted.
   *
   * @param number from 1
   * @param size how many lines are on it
   */
  public record Page(Shelf shelf, int number, int size) {}

  /**
   * How many dates of a series a line stands for, its own among them.
   *
   * @param until when the last of them begins
   */
  public record Together(int count, Instant until) {}

  /**
   * That part, and how many lines each shelf has; a shelf that has none is not named.
   *
   * @param together for the bookings that stand for others too
   */
  public record Found(
      Page page,
      List<Booking> bookings,
      Map<BookingId, Together> together,
      Map<Shelf, Integer> counts,
      Catalogue catalogue) {

    public int count(Shelf shelf) {
      return counts.getOrDefault(shelf, 0);
    }
  }

  /** Three queries, sent together. */
  public Future<Found> find(Who who, Page page) {
    var catalogue = catalogues.fresh();
    var lines = store.shelf(database, who.id(), page, clock.instant());
    var counts = store.counts(database, who.id(), clock.instant());
    return Future.all(catalogue, lines, counts)
        .map(done -> new Found(
            page,
            lines.result().firsts(),
            lines.result().together(),
            counts.result(),
            catalogue.result()));
  }
}
