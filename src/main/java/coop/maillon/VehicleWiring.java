package coop.maillon;

import coop.maillon.vehicle.fleet.VehicleApi;
import coop.maillon.vehicle.fleet.VehicleRoutes;
import coop.maillon.vehicle.fleet.Vehicles;
import coop.maillon.vehicle.handover.HandoverRoutes;
import coop.maillon.vehicle.handover.Handovers;
import coop.maillon.web.RouteTable;

/** Cars: what they can do, how full they are, how far they go. */
final class VehicleWiring implements Part {

  private final Base base;

  VehicleWiring(Base base) {
    this.base = base;
  }

  @Override
  public void mount(RouteTable routes) {
    new VehicleRoutes(vehicles(base), base.catalogues()).mount(routes);
    new VehicleApi(vehicles(base), base.catalogues()).mount(routes);
    new HandoverRoutes(handovers(base)).mount(routes);
  }

  static Handovers handovers(Base base) {
    var doing = new Handovers.Doing(base.reads(), base.arrivals(), vehicles(base));
    return new Handovers(base.database(), base.events(), base.clock(), doing);
  }

  static Vehicles vehicles(Base base) {
    return new Vehicles(base.database(), base.events(), base.clock());
  }
}
