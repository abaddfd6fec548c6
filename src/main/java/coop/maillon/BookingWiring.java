package coop.maillon;

import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.FreeTimes;
import coop.maillon.booking.act.Holds;
import coop.maillon.booking.act.LedgerReads;
import coop.maillon.booking.api.Behalf;
import coop.maillon.booking.api.BookingApi;
import coop.maillon.booking.api.BookingAsks;
import coop.maillon.booking.api.FreeApi;
import coop.maillon.booking.api.HoldApi;
import coop.maillon.booking.closure.Closures;
import coop.maillon.booking.manage.Coordination;
import coop.maillon.booking.page.Pages;
import coop.maillon.booking.planning.PlanningLive;
import coop.maillon.booking.planning.PlanningRoutes;
import coop.maillon.booking.planning.Plannings;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.live.Channel;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.ResourceApi;
import coop.maillon.resource.page.ResourceRoutes;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Views;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The part of {@link App} that is about resources and bookings. */
final class BookingWiring {

  private final Vertx vertx;
  private final Database database;
  private final Clock clock;
  private final Given given;
  private final Catalogues catalogues;
  private final Bookings bookings;
  private final Holds holds;
  private final BookingReads reads;
  private final FreeTimes free;

  /** What the rest of the program brings. */
  record Given(Events events, Bookings.Rules rules, Views views) {}

  BookingWiring(Vertx vertx, Database database, Clock clock, Given given) {
    this.vertx = vertx;
    this.database = database;
    this.clock = clock;
    this.given = given;
    catalogues = new Catalogues(database);
    bookings = new Bookings(vertx, database, catalogues, given.events(), clock, given.rules());
    holds = new Holds(vertx, database, catalogues, given.events(), clock, given.rules());
    reads = new BookingReads(database, catalogues);
    free = new FreeTimes(vertx, new LedgerReads(database), given.rules().choice(), clock);
  }

  void mount(RouteTable routes, Behalf behalf, LongSupplier told) {
    mountApi(routes, behalf);
    mountPages(routes, told);
  }

  /** What open plannings are told. */
  Channel live() {
    return new PlanningLive(database, catalogues, reads, given.views(), clock);
  }

  /** What coordinators do, and what time does by itself. */
  Coordination coordination(Supplier<Future<Void>> tidyPeople) {
    return new Coordination(
        vertx,
        new Closures.Ground(database, catalogues, given.events(), clock),
        new Coordination.Doing(bookings, holds, reads, given.rules().choice()),
        tidyPeople);
  }

  Catalogues catalogues() {
    return catalogues;
  }

  private void mountApi(RouteTable routes, Behalf behalf) {
    new ResourceApi(catalogues).mount(routes);
    new BookingApi(bookings, reads, new BookingAsks(behalf), catalogues).mount(routes);
    new HoldApi(holds, catalogues).mount(routes);
    new FreeApi(free, catalogues).mount(routes);
  }

  private void mountPages(RouteTable routes, LongSupplier told) {
    var plannings = new Plannings(database, catalogues, clock, told);
    new PlanningRoutes(plannings, catalogues, given.views()).mount(routes);
    new ResourceRoutes(catalogues).mount(routes);
    new Pages(database, catalogues, clock, new Pages.Doing(bookings, holds, reads, free, plannings))
        .mount(routes);
  }
}
