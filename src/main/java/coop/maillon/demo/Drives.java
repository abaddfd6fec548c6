package coop.maillon.demo;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.arriving.Arrivals;
import coop.maillon.booking.closure.Closures;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.member.MemberId;
import coop.maillon.problem.Problems;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.vehicle.cost.Settlements;
import coop.maillon.vehicle.damage.Damages;
import coop.maillon.vehicle.damage.Outages;
import coop.maillon.vehicle.fleet.Vehicles;
import coop.maillon.vehicle.handover.Dashboard;
import coop.maillon.vehicle.handover.Handovers;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The trips of the last weeks, each taken and brought back at its hour with what the dashboard showed, and settled: some went
 * further than announced, some took more than reckoned, some came back early.
 */
final class Drives {

  private static final Map<String, Integer> COUNTERS =
      Map.of("zoe-bleue", 38_412, "e208-verte", 21_087, "kangoo", 96_530);

  /** What an electric car of the demo takes in these months, in percent of its battery by the kilometre. */
  private static final double PERCENT_PER_KM = 0.38;

  private final DemoStore store = new DemoStore();
  private final Map<String, Integer> counters = new HashMap<>(COUNTERS);
  private final Database database;
  private final DemoClock clock;
  private final Arrivals arrivals;
  private final Handovers handovers;
  private final Settlements settlements;
  private final Damages damages;

  /** What it is written on, at the hour of the demo's clock. */
  record Ground(Database database, Catalogues catalogues, Events events, DemoClock clock) {}

  Drives(Ground ground, Arrivals arrivals, Vehicles vehicles, Closures closures) {
    database = ground.database();
    clock = ground.clock();
    this.arrivals = arrivals;
    settlements = new Settlements(database, ground.catalogues(), ground.events(), clock);
    damages = damages(ground, closures);
    var reads = new BookingReads(database, ground.catalogues());
    var doing = new Handovers.Doing(reads, arrivals, vehicles, damages, settlements::settle);
    handovers = new Handovers(database, ground.events(), clock, doing);
  }

  /** What is said of them in passing; who drives damages nothing. */
  Damages damages() {
    return damages;
  }

  private static Damages damages(Ground ground, Closures closures) {
    var events = ground.events();
    var outages = new Outages(
        new Outages.Ground(ground.database(), ground.catalogues(), events, ground.clock()),
        closures,
        "");
    var problems = new Problems(ground.database(), events, ground.clock());
    return new Damages(
        ground.database(),
        events,
        ground.clock(),
        new Damages.Doing(outages, problems, what -> what));
  }

  /** A trip that is over. */
  record Drive(
      BookingId booking,
      MemberId member,
      String car,
      Instant start,
      Instant end,
      OptionalInt announced) {

    /** By its number. */
    private int chance(int of) {
      return Math.floorMod(booking.value() * 37, of);
    }

    /** From a tenth less than announced to a quarter more. */
    private int km() {
      return announced.orElse(20) * (90 + chance(36)) / 100;
    }

    /** One in four is back half an hour early. */
    private Instant back() {
      boolean isEarly = chance(4) == 0 && Duration.between(start, end).toHours() >= 2;
      return isEarly ? end.minus(Duration.ofMinutes(30)) : end;
    }
  }

  Future<Void> drive(List<Who> people, Catalogue catalogue, Instant now) {
    return store.drives(database, now.minus(Duration.ofHours(1))).compose(all -> {
      Future<Void> last = succeededFuture();
      for (Drive one : all) {
        last = last.compose(done -> drive(one, people, catalogue));
      }
      return last;
    });
  }

  private Future<Void> drive(Drive drive, List<Who> people, Catalogue catalogue) {
    Optional<Who> driver =
        people.stream().filter(who -> who.id() == drive.member().value()).findFirst();
    var car = catalogue.resource(drive.car()).orElseThrow();
    return driver
        .map(who -> drive(drive, who, car))
        .orElseGet(Future::succeededFuture)
        .compose(done -> settlements.settle(drive.booking()));
  }

  private Future<Void> drive(Drive drive, Who who, Resource car) {
    int before = counters.getOrDefault(drive.car(), 0);
    int after = before + drive.km();
    counters.put(drive.car(), after);
    double full = 100 - drive.chance(6);
    double used = drive.km() * PERCENT_PER_KM * (92 + drive.chance(17)) / 100;
    clock.set(drive.start());
    return arrivals
        .checkIn(who, drive.booking(), handovers.taking(who, car, dashboard(car, before, full)))
        .compose(taken -> {
          clock.set(drive.back());
          var left = dashboard(car, after, Math.max(8, Math.round(full - used)));
          return arrivals.checkOut(who, drive.booking(), handovers.returning(who, car, left));
        })
        .map(outcome -> {
          Demo.require(outcome instanceof BookingOutcome.Done, outcome);
          return null;
        });
  }

  private static Dashboard dashboard(Resource car, int km, double percent) {
    boolean isElectric = car.tags().contains("électrique");
    return new Dashboard(km, isElectric ? Optional.of(percent) : Optional.empty());
  }
}
