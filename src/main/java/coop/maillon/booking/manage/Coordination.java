package coop.maillon.booking.manage;

import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Holds;
import coop.maillon.booking.closure.ClosureApi;
import coop.maillon.booking.closure.ClosureRoutes;
import coop.maillon.booking.closure.Closures;
import coop.maillon.booking.closure.UnitsInUse;
import coop.maillon.booking.maintenance.MaintenanceRoutes;
import coop.maillon.booking.maintenance.Maintenances;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.bulk.BulkEdits;
import coop.maillon.resource.bulk.BulkRoutes;
import coop.maillon.resource.manage.ManageApi;
import coop.maillon.resource.manage.ResourceRoutes;
import coop.maillon.resource.manage.Resources;
import coop.maillon.resource.manage.SiteRoutes;
import coop.maillon.resource.manage.Sites;
import coop.maillon.web.RouteTable;
import io.vertx.core.Vertx;
import java.util.List;

/** What coordinators do, put together: App makes one, mounts it and starts its jobs. */
public final class Coordination {

  private final Closures closures;
  private final Maintenances maintenances;
  private final Resources resources;
  private final Sites sites;
  private final BulkEdits bulk;
  private final Catalogues catalogues;
  private final Doing doing;
  private final Jobs jobs;

  /** The use cases that coordination acts through. */
  public record Doing(Bookings bookings, Holds holds, BookingReads reads, Bookings.Rules rules) {}

  /** @param others what time does in the rest of the program */
  public Coordination(Vertx vertx, Closures.Ground ground, Doing doing, Jobs.Rounds others) {
    var occupants = new UnitsInUse(ground.clock());
    this.doing = doing;
    catalogues = ground.catalogues();
    closures = new Closures(vertx, ground, doing.rules());
    maintenances = new Maintenances(ground, closures);
    resources =
        new Resources(ground.database(), catalogues, occupants, ground.events(), ground.clock());
    bulk = new BulkEdits(ground.database(), catalogues, occupants, ground.events());
    sites = new Sites(ground.database(), catalogues);
    jobs = new Jobs(vertx, ground.database(), others.after(own(ground)));
  }

  private Jobs.Rounds own(Closures.Ground ground) {
    var silence = new Silence(ground.database(), doing.bookings(), ground.clock());
    return new Jobs.Rounds(
        List.of(() -> doing.holds().sweep().mapEmpty(), silence::rejects),
        List.of(silence::forgets, maintenances::makeAll));
  }

  public void mount(RouteTable routes) {
    new ManageRoutes(doing.bookings(), doing.reads(), closures).mount(routes);
    new ResourceRoutes(catalogues, resources).mount(routes);
    new ManageApi(catalogues, resources).mount(routes);
    new SiteRoutes(catalogues, sites).mount(routes);
    new BulkRoutes(bulk, catalogues).mount(routes);
    new ClosureRoutes(closures, catalogues).mount(routes);
    new ClosureApi(closures, catalogues).mount(routes);
    new MaintenanceRoutes(maintenances, catalogues).mount(routes);
  }

  public Jobs jobs() {
    return jobs;
  }
}
