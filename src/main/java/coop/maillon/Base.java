package coop.maillon;

import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.FreeTimes;
import coop.maillon.booking.act.Holds;
import coop.maillon.booking.arriving.Arrivals;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.booking.waiting.WaitingLine;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.member.account.People;
import coop.maillon.privacy.Periods;
import coop.maillon.report.Tally;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Views;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * What every {@link Part} may stand on.
 *
 * @param tally counts refusals for the reports
 * @param told the number of the last event that open pages have heard of
 * @param zone in which days are told apart where no site is concerned
 * @param linkBase what links in letters and calendars begin with, without a slash at the end
 * @param privacy what is decided about what is kept of people
 */
record Base(
    Vertx vertx,
    Database database,
    Clock clock,
    Events events,
    Views views,
    People people,
    Catalogues catalogues,
    Engine engine,
    Bookings bookings,
    Holds holds,
    WaitingLine line,
    BookingReads reads,
    FreeTimes free,
    Tally tally,
    LongSupplier told,
    ZoneId zone,
    String linkBase,
    Privacy privacy) {

  /**
   * What the settings say about what is kept of people.
   *
   * @param periods for how long they are named in what happened
   * @param language of those who have not chosen one
   */
  record Privacy(Periods periods, String language) {}

  /** Coming, staying longer and going. */
  Arrivals arrivals() {
    return new Arrivals(engine);
  }

  /** What a person can do with a series. */
  SeriesBookings series() {
    return new SeriesBookings(engine, line::serve, tally::note);
  }
}
