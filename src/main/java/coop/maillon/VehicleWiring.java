package coop.maillon;

import coop.maillon.vehicle.cost.BillReads;
import coop.maillon.vehicle.cost.CorrectionRoutes;
import coop.maillon.vehicle.cost.OverviewRoutes;
import coop.maillon.vehicle.cost.Settlements;
import coop.maillon.vehicle.cost.StatementRoutes;
import coop.maillon.vehicle.cost.TariffRoutes;
import coop.maillon.vehicle.cost.Tariffs;
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
  private final Settlements settlements;

  VehicleWiring(Base base) {
    this.base = base;
    outlooks = new Outlooks(base.database(), base.catalogues(), base.events(), base.clock());
    base.events().listen(outlooks::hear);
    settlements = settlements(base);
    base.events().listen(settlements::hear);
  }

  @Override
  public void mount(RouteTable routes) {
    new VehicleRoutes(vehicles(base), base.catalogues()).mount(routes);
    new VehicleApi(vehicles(base), base.catalogues()).mount(routes);
    new HandoverRoutes(handovers(base)).mount(routes);
    var doing = new Rescues.Doing(base.reads(), base.bookings(), base.engine());
    new OutlookRoutes(new Rescues(doing)).mount(routes);
    mountCosts(routes);
  }

  private void mountCosts(RouteTable routes) {
    var tariffs = new Tariffs(base.database(), base.events(), base.clock());
    new TariffRoutes(tariffs, base.catalogues()).mount(routes);
    var bills = new BillReads(base.database(), base.clock().withZone(base.zone()));
    new CorrectionRoutes(settlements, base.reads(), bills).mount(routes);
    new StatementRoutes(bills, base.catalogues()).mount(routes);
    new OverviewRoutes(bills, base.catalogues()).mount(routes);
  }

  @Override
  public Future<Void> everyMinute() {
    return outlooks.lookAtAll().eventually(settlements::settleAll);
  }

  static Handovers handovers(Base base) {
    var doing = new Handovers.Doing(
        base.reads(), base.arrivals(), vehicles(base), settlements(base)::settle);
    return new Handovers(base.database(), base.events(), base.clock(), doing);
  }

  private static Settlements settlements(Base base) {
    return new Settlements(base.database(), base.catalogues(), base.events(), base.clock());
  }

  static Vehicles vehicles(Base base) {
    return new Vehicles(base.database(), base.events(), base.clock());
  }
}
