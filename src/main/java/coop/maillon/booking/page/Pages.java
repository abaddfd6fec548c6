package coop.maillon.booking.page;

import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.FreeTimes;
import coop.maillon.booking.act.Holds;
import coop.maillon.booking.act.MyBookings;
import coop.maillon.booking.arriving.Arrivals;
import coop.maillon.booking.beforehand.BeforehandReads;
import coop.maillon.booking.beforehand.Reach;
import coop.maillon.booking.planning.Plannings;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.booking.series.SeriesReads;
import coop.maillon.db.Database;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.RouteTable;
import java.time.Clock;

/** All pages of booking, each given what it asks for. */
public final class Pages {

  private final NewBookingRoutes form;
  private final MyBookingsRoutes mine;
  private final BookingRoutes one;
  private final OpeningsRoutes openings;
  private final ResourceWeekRoutes weeks;

  /** What a person can do with bookings. */
  public record Doing(
      Bookings bookings,
      Holds holds,
      BookingReads reads,
      FreeTimes free,
      Plannings plannings,
      SeriesBookings series,
      SeriesReads dated,
      Arrivals arrivals,
      Reach reach) {}

  public Pages(Database database, Catalogues catalogues, Clock clock, Doing doing) {
    form = new NewBookingRoutes(database, catalogues, doing);
    mine = new MyBookingsRoutes(new MyBookings(database, catalogues, clock), doing.reads(), form);
    one = new BookingRoutes(database, doing);
    var beforehand = new BeforehandReads(database, doing.reach());
    openings = new OpeningsRoutes(catalogues, doing.free(), beforehand, doing.reach());
    weeks = new ResourceWeekRoutes(catalogues, doing.plannings(), beforehand);
  }

  /** The form before a booking: `/bookings/new` is no booking's name. */
  public void mount(RouteTable routes) {
    form.mount(routes);
    mine.mount(routes);
    one.mount(routes);
    openings.mount(routes);
    weeks.mount(routes);
  }
}
