package coop.maillon;

import coop.maillon.vehicle.fleet.VehicleApi;
import coop.maillon.vehicle.fleet.VehicleRoutes;
import coop.maillon.vehicle.fleet.Vehicles;
import coop.maillon.vehicle.handover.HandoverRoutes;
import coop.maillon.vehicle.handover.Handovers;
import coop.maillon.vehicle.outlook.OutlookRoutes;
import coop.maillon.vehicle.outlook.Outlooks;
import coop.maillon.vehicle.outlook.Rescues;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** Cars: what they can do, how full they are, how far they go. */
final class VehicleWiring implements Part {

  private final Base base;
  private final Outlooks outlooks;

  VehicleWiring(Base base) {
    this.base = base;
    outlooks = new Outlooks(base.database(), base.catalogues(), base.events(), base.clock());
    base.events().listen(outlooks::hear);
  }

  @Override
  public void mount(RouteTable routes) {
    new VehicleRoutes(vehicles(base), base.catalogues()).mount(routes);
    new VehicleApi(vehicles(base), base.catalogues()).mount(routes);
    new HandoverRoutes(handovers(base)).mount(routes);
    var doing = new Rescues.Doing(base.reads(), base.bookings(), base.engine());
    new OutlookRoutes(new Rescues(doing)).mount(routes);
  }

  @Override
  public Future<Void> everyMinute() {
    return outlooks.lookAtAll();
  }

  static Handovers handovers(Base base) {
    var doing = new Handovers.Doing(base.reads(), base.arrivals(), vehicles(base));
    return new Handovers(base.database(), base.events(), base.clock(), doing);
  }

  static Vehicles vehicles(Base base) {
    return new Vehicles(base.database(), base.events(), base.clock());
  }
}
