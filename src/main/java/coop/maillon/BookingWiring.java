package coop.maillon;

import coop.maillon.board.skill.Skills;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Engine;
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
import coop.maillon.booking.manage.Jobs;
import coop.maillon.booking.page.Pages;
import coop.maillon.booking.planning.PlanningLive;
import coop.maillon.booking.planning.PlanningRoutes;
import coop.maillon.booking.planning.Plannings;
import coop.maillon.booking.series.SeriesReads;
import coop.maillon.booking.waiting.WaitingLine;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.live.Channel;
import coop.maillon.member.account.People;
import coop.maillon.privacy.seen.Mirror;
import coop.maillon.report.Tally;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.api.ResourceApi;
import coop.maillon.resource.page.ResourceRoutes;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Views;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The part of {@link App} that is about resources and bookings, with the parts that stand on it. */
final class BookingWiring {

  private final Bookings.Rules rules;
  private final Base base;
  private final OutsideWiring outside;
  private final List<Part> parts;

  /** What the rest of the program brings. */
  record Given(
      Events events,
      Bookings.Rules rules,
      Views views,
      People people,
      LongSupplier told,
      ZoneId zone,
      String linkBase,
      Base.Privacy privacy) {

    Engine.Ports ports(Database database) {
      return new Engine.Ports(database, events, rules);
    }
  }

  BookingWiring(Vertx vertx, Database database, Clock clock, Given given) {
    rules = given.rules();
    base = base(vertx, database, clock, given);
    outside = new OutsideWiring(base);
    var board = new BoardWiring(base);
    parts = List.of(
        new RulesWiring(base),
        new UseWiring(base),
        new CareWiring(base),
        new VehicleWiring(base),
        new ReminderWiring(base),
        board,
        outside,
        new PrivacyWiring(base, List.of(outside::closeCalendars, board::leave)));
  }

  private static Base base(Vertx vertx, Database database, Clock clock, Given given) {
    var catalogues = new Catalogues(database);
    var engine = Engine.of(vertx, catalogues, clock, given.ports(database));
    var line = new WaitingLine(engine);
    var tally = new Tally(vertx, database, clock);
    return new Base(
        vertx,
        database,
        clock,
        given.events(),
        given.views(),
        given.people(),
        catalogues,
        engine,
        new Bookings(engine, line::serve, tally::note),
        new Holds(engine),
        line,
        new BookingReads(database, catalogues),
        new FreeTimes(vertx, new LedgerReads(database), given.rules().choice(), clock),
        tally,
        given.told(),
        given.zone(),
        given.linkBase(),
        given.privacy());
  }

  void mount(RouteTable routes, Behalf behalf) {
    mountApi(routes, behalf);
    mountPages(routes);
    parts.forEach(part -> part.mount(routes));
  }

  OutsideWiring outside() {
    return outside;
  }

  /** What others see of whoever looks at their profile. */
  Mirror mirror() {
    return new Mirror(base.catalogues(), new Skills(base.database(), base.events(), base.clock()));
  }

  /** What open pages are told. */
  List<Channel> channels() {
    var planning = new PlanningLive(
        base.database(), base.catalogues(), base.reads(), base.views(), base.clock());
    return Stream.concat(
            Stream.of(planning), parts.stream().flatMap(part -> part.channels().stream()))
        .toList();
  }

  /** What coordinators do, and what time does by itself. */
  Coordination coordination(Supplier<Future<Void>> tidyPeople) {
    return new Coordination(
        base.vertx(),
        new Closures.Ground(base.database(), base.catalogues(), base.events(), base.clock()),
        new Coordination.Doing(base.bookings(), base.holds(), base.reads(), rules),
        rounds(tidyPeople));
  }

  private Jobs.Rounds rounds(Supplier<Future<Void>> tidyPeople) {
    return new Jobs.Rounds(
        parts.stream().<Supplier<Future<Void>>>map(part -> part::everyMinute).toList(),
        Stream.concat(
                Stream.of(tidyPeople),
                parts.stream().<Supplier<Future<Void>>>map(part -> part::everyHour))
            .toList());
  }

  private void mountApi(RouteTable routes, Behalf behalf) {
    var catalogues = base.catalogues();
    new ResourceApi(catalogues).mount(routes);
    new BookingApi(
            new BookingApi.Doing(base.bookings(), base.series(), base.reads()),
            new BookingAsks(behalf),
            catalogues)
        .mount(routes);
    new HoldApi(base.holds(), catalogues).mount(routes);
    new FreeApi(base.free(), catalogues).mount(routes);
  }

  private void mountPages(RouteTable routes) {
    var catalogues = base.catalogues();
    var plannings = new Plannings(base.database(), base.clock(), base.told());
    new PlanningRoutes(plannings, catalogues, base.views()).mount(routes);
    new ResourceRoutes(catalogues).mount(routes);
    var doing = new Pages.Doing(
        base.bookings(),
        base.holds(),
        base.reads(),
        base.free(),
        plannings,
        base.series(),
        new SeriesReads(base.engine()),
        base.arrivals(),
        VehicleWiring.vehicles(base));
    new Pages(base.database(), catalogues, base.clock(), doing).mount(routes);
  }
}
