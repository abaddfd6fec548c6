package coop.maillon.demo;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.act.Board;
import coop.maillon.board.skill.Skills;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.arriving.Arrivals;
import coop.maillon.booking.closure.Closures;
import coop.maillon.booking.closure.UnitsInUse;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.event.Relay;
import coop.maillon.member.account.Members;
import coop.maillon.member.session.Password;
import coop.maillon.report.Tally;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.manage.ResourceDraft;
import coop.maillon.resource.manage.ResourceOutcome;
import coop.maillon.resource.manage.Resources;
import coop.maillon.resource.manage.SiteDraft;
import coop.maillon.resource.manage.SiteOutcome;
import coop.maillon.resource.manage.Sites;
import coop.maillon.vehicle.cost.tariff.Tariffs;
import coop.maillon.vehicle.fleet.Vehicles;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills an empty database with a living cooperative, each act done through its use case at the hour it would have been done. */
public final class Demo {

  private static final int DAYS_BACK = 30;
  private static final int DAYS_AHEAD = 30;
  private static final int DAYS_AT_ONCE = 3;
  private static final int CHLOE = 1;

  private final DemoStore store = new DemoStore();
  private final Database database;
  private final Catalogues catalogues;
  private final Members members;
  private final DemoClock clock;
  private final Instant now;
  private final Bookings bookings;
  private final Tally tally;
  private final SeriesBookings series;
  private final Attendance attendance;
  private final Closures closures;
  private final Resources resources;
  private final Sites sites;
  private final Board board;
  private final Skills skills;
  private final Vehicles vehicles;
  private final Tariffs tariffs;
  private final Drives drives;

  /**
   * @param clock says which day today is; the acts have a clock of their own
   * @param rules those that members are bound by
   */
  public Demo(Vertx vertx, Ground ground, Bookings.Rules rules, Clock clock) {
    this.database = ground.database();
    this.members = ground.members();
    this.now = clock.instant();
    this.clock = new DemoClock(now);
    // Not the program's own relay: nobody is to be told before all is there.
    var events = new Events(database, new Relay(vertx, database), this.clock);
    catalogues = new Catalogues(database);
    tally = new Tally(vertx, database, this.clock);
    var engine =
        Engine.of(vertx, catalogues, this.clock, new Engine.Ports(database, events, rules));
    bookings = new Bookings(engine, freed -> succeededFuture(), tally::note);
    series = new SeriesBookings(engine, freed -> succeededFuture(), tally::note);
    attendance = new Attendance(database, new Arrivals(engine), this.clock);
    closures =
        new Closures(vertx, new Closures.Ground(database, catalogues, events, this.clock), rules);
    resources = new Resources(database, catalogues, new UnitsInUse(this.clock), events, this.clock);
    sites = new Sites(database, catalogues);
    board = Board.of(database, events, this.clock);
    skills = new Skills(database, events, this.clock);
    vehicles = new Vehicles(database, events, this.clock);
    tariffs = new Tariffs(database, events, this.clock);
    var wheels = new Drives.Ground(database, catalogues, events, this.clock);
    drives = new Drives(wheels, new Arrivals(engine), vehicles, closures);
  }

  /** What the demo is written on, and who registers its people. */
  public record Ground(Database database, Members members) {}

  /** Fills the database, unless there is something in it; true if it did. */
  public Future<Boolean> fill() {
    return store
        .isEmpty(database)
        .compose(isEmpty -> isEmpty
            ? premises()
                .compose(this::cast)
                .compose(this::habilitated)
                .compose(this::live)
                .compose(done -> store.forgetToldBefore(database, now.minus(Duration.ofHours(12))))
                .map(true)
            : succeededFuture(false));
  }

  private Future<Catalogue> premises() {
    clock.set(now.minus(Duration.ofDays(200)));
    return oneByOne(Premises.sites(), this::open)
        .compose(done -> catalogues.fresh())
        .compose(catalogue -> oneByOne(Premises.resources(catalogue), this::add))
        .compose(done -> catalogues.fresh())
        .compose(catalogue -> add(Premises.whole(catalogue)))
        .compose(done -> catalogues.fresh());
  }

  private Future<Void> open(SiteDraft draft) {
    return sites.create(Cast.OPERATOR, draft).map(outcome -> {
      require(outcome instanceof SiteOutcome.Done, outcome);
      return null;
    });
  }

  private Future<Void> add(ResourceDraft draft) {
    return resources.create(Cast.OPERATOR, draft).map(outcome -> {
      require(outcome instanceof ResourceOutcome.Done, outcome);
      return null;
    });
  }

  /** The people, and the catalogue that they find. */
  private record Stage(List<Who> people, Catalogue catalogue) {}

  private Future<Stage> cast(Catalogue catalogue) {
    return members
        .registerAll(Cast.of(catalogue), new Password(Cast.PASSWORD))
        .map(made -> new Stage(made.stream().map(Cast::who).toList(), catalogue));
  }

  private Future<Stage> habilitated(Stage stage) {
    return store
        .habilitate(database, now.minus(Duration.ofDays(200)))
        .compose(done -> store.settle(database))
        .compose(done -> garageOf(stage).price(today().minusDays(200)))
        .compose(done -> catalogues.fresh())
        .map(catalogue -> new Stage(stage.people(), catalogue));
  }

  private Future<Void> live(Stage stage) {
    LocalDate today = now.atZone(zone(stage)).toLocalDate();
    var works = new Works(stage.catalogue(), today);
    var taken =
        Stream.concat(works.slots().stream(), roads(stage).kept().stream()).toList();
    var entries = new Diary(stage.catalogue(), today, stage.people().size(), taken)
        .entries(DAYS_BACK, DAYS_AHEAD);
    clock.set(now.minus(Duration.ofDays(3)));
    return works
        .begin(closures, stage.people().get(CHLOE))
        .compose(
            done -> oneByOne(List.copyOf(batches(entries).values()), batch -> write(stage, batch)))
        .compose(done -> regulars(stage, today))
        .compose(done -> pending(stage, today))
        .compose(done -> roads(stage).book())
        .compose(done -> oneByOne(Unlucky.among(entries), one -> refused(stage, one)))
        .compose(done -> beside(stage))
        .compose(done -> tally.write())
        .compose(done -> attendance.come(stage.people()));
  }

  /** What is not a booking. */
  private Future<Void> beside(Stage stage) {
    return noticeboard(stage).compose(done -> garage(stage));
  }

  private Future<Void> garage(Stage stage) {
    clock.set(now.minus(Duration.ofDays(150)));
    return garageOf(stage)
        .equip()
        .compose(done -> drives.drive(stage.people(), stage.catalogue(), now))
        .compose(done -> roads(stage).tell());
  }

  private Roads roads(Stage stage) {
    var doing = new Roads.Doing(bookings, drives.damages(), clock);
    return new Roads(doing, garageOf(stage), stage.people(), now);
  }

  private Garage garageOf(Stage stage) {
    return new Garage(vehicles, tariffs, stage.people().get(CHLOE), stage.catalogue());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private Future<Void> noticeboard(Stage stage) {
    clock.set(now.minus(Duration.ofDays(150)));
    return new Talents(skills, stage.people()).say().compose(done -> posts(stage));
  }

  private Future<Void> posts(Stage stage) {
    return new Noticeboard(board, clock.at(now), stage.people(), stage.catalogue()).fill();
  }

  private Future<Void> regulars(Stage stage, LocalDate today) {
    clock.set(now.minus(Duration.ofDays(25)));
    return new Regulars(series, bookings, stage.people(), stage.catalogue()).book(today);
  }

  private static java.time.ZoneId zone(Stage stage) {
    return stage.catalogue().site("lyon").orElseThrow().zone();
  }

  /** Entries of days that follow each other are booked together. */
  private static Map<Integer, List<Entry>> batches(List<Entry> entries) {
    return entries.stream()
        .collect(Collectors.groupingBy(
            entry -> Math.floorDiv(entry.dayFromToday(), DAYS_AT_ONCE),
            TreeMap::new,
            Collectors.toList()));
  }

  private Future<Void> write(Stage stage, List<Entry> batch) {
    clock.set(whenBooked(batch.get(0)));
    return Future.join(batch.stream().map(entry -> write(stage, entry)).toList())
        .mapEmpty();
  }

  /** Some days ahead, the more the further away; never in the time to come. */
  private Instant whenBooked(Entry first) {
    int ahead = 1 + Math.floorMod(first.dayFromToday() * 7, 9);
    Instant then = first.slot().start().minus(Duration.ofDays(ahead));
    Instant latest = now.minus(Duration.ofDays(1 + Math.floorMod(first.dayFromToday(), 6)));
    return then.isBefore(latest) ? then : latest;
  }

  private Future<Void> write(Stage stage, Entry entry) {
    Who booker = stage.people().get(entry.booker());
    return place(stage, entry, booker).compose(booking -> {
      if (entry.sort() == Entry.Sort.CANCELLED) {
        return bookings.cancel(booker, booking.id()).mapEmpty();
      }
      return booking.status() == BookingStatus.PENDING
          ? bookings.approve(stage.people().get(CHLOE), booking.id()).mapEmpty()
          : succeededFuture();
    });
  }

  private Future<Booking> place(Stage stage, Entry entry, Who booker) {
    return bookings.place(entry.request(stage.catalogue(), booker)).map(outcome -> {
      require(outcome instanceof BookingOutcome.Done, entry + ": " + outcome);
      return ((BookingOutcome.Done) outcome).booking();
    });
  }

  private Future<Void> pending(Stage stage, LocalDate today) {
    clock.set(now.minus(Duration.ofHours(3)));
    return oneByOne(
        Diary.requests(today, zone(stage)),
        entry -> place(stage, entry, stage.people().get(entry.booker())).mapEmpty());
  }

  /** Asked for some hours before it begins, by somebody who does not get it. */
  private Future<Void> refused(Stage stage, Entry entry) {
    Instant then = entry.slot().start().minus(Duration.ofHours(4));
    clock.set(then.isBefore(now) ? then : now.minus(Duration.ofHours(2)));
    return bookings
        .place(entry.request(stage.catalogue(), stage.people().get(entry.booker())))
        .mapEmpty();
  }

  static <T> Future<Void> oneByOne(List<T> list, Function<T, Future<Void>> act) {
    Future<Void> last = succeededFuture();
    for (T one : list) {
      last = last.compose(done -> act.apply(one));
    }
    return last;
  }

  static void require(boolean isDone, Object outcome) {
    if (!isDone) {
      throw new IllegalStateException("the demo cannot be made: " + outcome);
    }
  }
}
