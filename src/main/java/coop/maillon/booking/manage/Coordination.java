package coop.maillon.booking.manage;

import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Clearances;
import coop.maillon.booking.act.Holds;
import coop.maillon.booking.closure.ClosureApi;
import coop.maillon.booking.closure.ClosureRoutes;
import coop.maillon.booking.closure.Closures;
import coop.maillon.booking.closure.UnitsInUse;
import coop.maillon.booking.seat.UnitChoice;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.manage.ManageApi;
import coop.maillon.resource.manage.ResourceRoutes;
import coop.maillon.resource.manage.Resources;
import coop.maillon.resource.manage.SiteRoutes;
import coop.maillon.resource.manage.Sites;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** What coordinators do, put together: App makes one, mounts it and starts its jobs. */
public final class Coordination {

  private final Closures closures;
  private final Resources resources;
  private final Sites sites;
  private final Catalogues catalogues;
  private final Doing doing;
  private final Jobs jobs;

  /** The use cases that coordination acts through. */
  public record Doing(Bookings bookings, Holds holds, BookingReads reads, UnitChoice choice) {}

  /** @param tidyPeople throws away what has run out of sessions, links and counted tries */
  public Coordination(
      Vertx vertx, Closures.Ground ground, Doing doing, Supplier<Future<Void>> tidyPeople) {
    var clearances = new Clearances(vertx, ground.events(), doing.choice(), ground.clock());
    var occupants = new UnitsInUse(ground.clock());
    this.doing = doing;
    catalogues = ground.catalogues();
    closures = new Closures(ground, clearances, doing.bookings());
    resources =
        new Resources(ground.database(), catalogues, occupants, ground.events(), ground.clock());
    sites = new Sites(ground.database(), catalogues);
    jobs = new Jobs(
        vertx,
        ground.database(),
        new Jobs.Acts(doing.bookings(), doing.holds(), tidyPeople),
        ground.clock());
  }

  public void mount(RouteTable routes) {
    new ManageRoutes(doing.bookings(), doing.reads(), closures).mount(routes);
    new ResourceRoutes(catalogues, resources).mount(routes);
    new ManageApi(catalogues, resources).mount(routes);
    new SiteRoutes(catalogues, sites).mount(routes);
    new ClosureRoutes(closures, catalogues).mount(routes);
    new ClosureApi(closures, catalogues).mount(routes);
  }

  public Jobs jobs() {
    return jobs;
  }
}
