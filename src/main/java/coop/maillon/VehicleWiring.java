package coop.maillon;

import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.closure.Closures;
import coop.maillon.picture.Pictures;
import coop.maillon.problem.Problems;
import coop.maillon.vehicle.carbon.CarbonFactors;
import coop.maillon.vehicle.carbon.CarbonRoutes;
import coop.maillon.vehicle.charging.Charging;
import coop.maillon.vehicle.charging.ChargingApi;
import coop.maillon.vehicle.charging.ChargingRoutes;
import coop.maillon.vehicle.cost.BillReads;
import coop.maillon.vehicle.cost.CorrectionRoutes;
import coop.maillon.vehicle.cost.OverviewRoutes;
import coop.maillon.vehicle.cost.Settlements;
import coop.maillon.vehicle.cost.StatementRoutes;
import coop.maillon.vehicle.cost.tariff.TariffRoutes;
import coop.maillon.vehicle.cost.tariff.Tariffs;
import coop.maillon.vehicle.damage.DamageForm;
import coop.maillon.vehicle.damage.DamageRoutes;
import coop.maillon.vehicle.damage.Damages;
import coop.maillon.vehicle.damage.MendingRoutes;
import coop.maillon.vehicle.damage.Outages;
import coop.maillon.vehicle.fleet.Keeping;
import coop.maillon.vehicle.fleet.KeepingRoutes;
import coop.maillon.vehicle.fleet.VehicleApi;
import coop.maillon.vehicle.fleet.VehicleRoutes;
import coop.maillon.vehicle.fleet.Vehicles;
import coop.maillon.vehicle.fleet.WhichCar;
import coop.maillon.vehicle.handover.HandoverRoutes;
import coop.maillon.vehicle.handover.Handovers;
import coop.maillon.vehicle.outlook.OutlookRoutes;
import coop.maillon.vehicle.outlook.Outlooks;
import coop.maillon.vehicle.outlook.Rescues;
import coop.maillon.vehicle.reach.ReachRoutes;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Words;
import io.vertx.core.Future;

/** Cars: what they can do, how full they are, how far they go. */
final class VehicleWiring implements Part {

  private final Base base;
  private final Outlooks outlooks;
  private final Settlements settlements;
  private final WhichCar whichCar;
  private final Outages outages;
  private final DamageForm form;

  VehicleWiring(Base base) {
    this.base = base;
    outages = outages(base);
    form = new DamageForm(new Pictures(base.vertx()));
    outlooks = new Outlooks(base.database(), base.catalogues(), base.events(), base.clock());
    base.events().listen(outlooks::hear);
    whichCar = new WhichCar(base.database(), base.events(), base.clock());
    settlements = settlements(base);
    base.events().listen(settlements::hear);
  }

  @Override
  public void mount(RouteTable routes) {
    new VehicleRoutes(vehicles(base), base.catalogues()).mount(routes);
    new VehicleApi(vehicles(base), base.catalogues()).mount(routes);
    new HandoverRoutes(handovers(base), form).mount(routes);
    var damages = damages(base, outages);
    new DamageRoutes(damages, form, base.catalogues()).mount(routes);
    new MendingRoutes(damages, outages, base.catalogues()).mount(routes);
    new ReachRoutes(base.catalogues(), base.free(), vehicles(base)).mount(routes);
    var charging = new Charging(vehicles(base), base.clock());
    new ChargingRoutes(charging, base.catalogues()).mount(routes);
    new ChargingApi(charging, base.catalogues()).mount(routes);
    new KeepingRoutes(new Keeping(base.engine()), base.catalogues()).mount(routes);
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
    var factors = new CarbonFactors(base.database(), base.events(), base.clock());
    new CarbonRoutes(factors, base.zone()).mount(routes);
  }

  @Override
  public Future<Void> everyMinute() {
    return outlooks
        .lookAtAll()
        .eventually(whichCar::tell)
        .eventually(settlements::settleAll)
        .eventually(outages::finish)
        .eventually(outages::renew);
  }

  static Handovers handovers(Base base) {
    var doing = new Handovers.Doing(
        base.reads(),
        base.arrivals(),
        vehicles(base),
        damages(base, outages(base)),
        settlements(base)::settle);
    return new Handovers(base.database(), base.events(), base.clock(), doing);
  }

  private static Settlements settlements(Base base) {
    return new Settlements(base.database(), base.catalogues(), base.events(), base.clock());
  }

  private static Outages outages(Base base) {
    var ground =
        new Closures.Ground(base.database(), base.catalogues(), base.events(), base.clock());
    var closures = new Closures(
        base.vertx(),
        ground,
        new Bookings.Rules(RulesWiring.conditions(), base.engine().choice()));
    return new Outages(
        new Outages.Ground(base.database(), base.catalogues(), base.events(), base.clock()),
        closures,
        words(base).say("damage.closure"));
  }

  private static Damages damages(Base base, Outages outages) {
    var problems = new Problems(base.database(), base.events(), base.clock());
    var doing = new Damages.Doing(
        outages, problems, what -> words(base).say("damage.problem", "what", what));
    return new Damages(base.database(), base.events(), base.clock(), doing);
  }

  /** Of those who have not chosen a language: what everybody reads is kept in one. */
  private static Words words(Base base) {
    return base.views().messages().in(base.privacy().language());
  }

  static Vehicles vehicles(Base base) {
    return new Vehicles(base.database(), base.events(), base.clock());
  }
}
