package coop.maillon.demo;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.Bookings;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.Reading;
import coop.maillon.vehicle.State;
import coop.maillon.vehicle.Trip;
import coop.maillon.vehicle.Vehicle;
import coop.maillon.vehicle.damage.Damages;
import coop.maillon.vehicle.damage.Report;
import coop.maillon.vehicle.damage.Severity;
import coop.maillon.vehicle.damage.Sighting;
import coop.maillon.vehicle.fleet.Noted;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What goes wrong with the demo's cars on purpose, whatever day it is made on: the e-208 came back with less than planned and
 * was not plugged in, so that Émile's trip tomorrow is tight; the Twingo's charger is dead, so that Diane's next week is broken,
 * with the Kangoo free instead; there is a scratch; and some wanted to go further than a battery lasts.
 */
final class Roads {

  private static final String TIGHT = "e208-verte";
  private static final String BROKEN = "twingo-grise";
  private static final String INSTEAD = "kangoo";
  private static final String FULL = "zoe-bleue";
  private static final int DIANE = 3;
  private static final int EMILE = 4;
  private static final int SOMEBODY = 6;

  /** Enough for the first trip, and an hour on the charger is not enough for the second. */
  private static final int DEAD_PERCENT = 40;

  private static final int TOO_MANY_KM = 380;
  private static final int TOO_FAR_TIMES = 5;

  private final Doing doing;
  private final Garage garage;
  private final List<Who> people;
  private final Instant now;

  /** The use cases that it acts through, and the hour at which it does. */
  record Doing(Bookings bookings, Damages damages, DemoClock clock) {}

  Roads(Doing doing, Garage garage, List<Who> people, Instant now) {
    this.doing = doing;
    this.garage = garage;
    this.people = people;
    this.now = now;
  }

  /** A trip that is to come. */
  private record Leg(
      String car, LocalDateTime start, int minutes, int km, int booker, String title) {

    TimeSlot slot(ZoneId zone) {
      return TimeSlot.ofMinutes(start.atZone(zone).toInstant(), minutes);
    }
  }

  private List<Leg> legs() {
    var tomorrow = today().plusDays(1);
    var then = nextWeek();
    return List.of(
        new Leg(TIGHT, tomorrow.atTime(8, 30), 150, 40, SOMEBODY, "Livraison à Bron"),
        new Leg(TIGHT, tomorrow.atTime(12, 0), 300, 120, EMILE, "Salon à Saint-Étienne"),
        new Leg(BROKEN, then.atTime(8, 30), 90, 15, SOMEBODY + 1, "Collecte de matériel"),
        new Leg(BROKEN, then.atTime(10, 30), 240, 65, DIANE, "Chantier à Voiron"));
  }

  /** Where nobody else may go. */
  List<Diary.TimeSlotOn> kept() {
    return List.of(
        new Diary.TimeSlotOn(TIGHT, days(today(), today().plusDays(2))),
        new Diary.TimeSlotOn(INSTEAD, days(nextWeek(), nextWeek().plusDays(1))));
  }

  /** Some days ago, when all cars were thought to be full. */
  Future<Void> book() {
    doing.clock().set(now.minus(Duration.ofDays(3)));
    return Demo.oneByOne(
        legs(),
        leg -> place(leg).map(outcome -> {
          Demo.require(outcome instanceof BookingOutcome.Done, leg + ": " + outcome);
          return null;
        }));
  }

  private Future<BookingOutcome> place(Leg leg) {
    Resource car = garage.car(leg.car());
    var details =
        new Details(leg.title(), Details.Privacy.SHARED, "", OptionalInt.of(leg.km()), Set.of());
    var slot = leg.slot(car.site().zone());
    return doing
        .bookings()
        .place(BookingRequest.of(people.get(leg.booker()), Wish.any(car), slot, details));
  }

  /** How things stand by now. */
  Future<Void> tell() {
    doing.clock().set(now.minus(Duration.ofDays(2)));
    return doing
        .damages()
        .report(scratch())
        .compose(done -> {
          doing.clock().set(now.minus(Duration.ofMinutes(5)));
          return garage.note(FULL, noted(100, true));
        })
        .compose(done -> garage.asWritten(FULL))
        .compose(done -> garage.asWritten(BROKEN))
        .compose(done -> garage.vehicle(TIGHT))
        .compose(vehicle -> garage.note(TIGHT, noted(tightPercent(vehicle), false)))
        .compose(done -> garage.note(BROKEN, noted(DEAD_PERCENT, false)))
        .compose(done -> tooFar());
  }

  private Sighting scratch() {
    var report = new Report(
        Severity.COSMETIC,
        "Rayure de vingt centimètres sur le pare-chocs",
        "à l’arrière droit",
        List.of(),
        "demo");
    var who = people.get(SOMEBODY);
    return new Sighting(who, garage.car(TIGHT), report, Sighting.Word.ASKS, Optional.empty());
  }

  private Noted noted(double percent, boolean isPlugged) {
    return new Noted(doing.clock().instant(), percent, isPlugged, OptionalInt.empty());
  }

  /** In the middle of what leaves the first trip its reserve and the second less: in winter it takes more. */
  private int tightPercent(Vehicle vehicle) {
    var fitting = IntStream.rangeClosed(20, 95)
        .filter(percent -> isTight(vehicle, percent))
        .toArray();
    return fitting[fitting.length / 2];
  }

  private boolean isTight(Vehicle vehicle, int percent) {
    var reading = new Reading(now, vehicle.battery().kwh(percent), Trip.Plug.OUT);
    var trips = legs().stream()
        .filter(leg -> leg.car().equals(TIGHT))
        .map(leg -> trip(leg, leg.slot(zone())))
        .toList();
    return new Chain(vehicle, reading, trips)
        .forward().stream()
            .map(step -> State.of(vehicle, step.endKwh()))
            .toList()
            .equals(List.of(State.OK, State.TIGHT));
  }

  private static Trip trip(Leg leg, TimeSlot slot) {
    return Trip.of(leg.booker(), slot.start(), slot.end(), leg.km());
  }

  /** Refused on several days of the last weeks. */
  private Future<Void> tooFar() {
    return Demo.oneByOne(IntStream.range(0, TOO_FAR_TIMES).boxed().toList(), this::tooFar);
  }

  private Future<Void> tooFar(int time) {
    doing.clock().set(now.minus(Duration.ofDays(1 + 4L * time)));
    var start = today().plusDays(35 + time).atTime(7, 0);
    var leg = new Leg(
        time % 2 == 0 ? FULL : TIGHT,
        start,
        12 * 60,
        TOO_MANY_KM + 20 * time,
        SOMEBODY + 2 + time,
        "Aller et retour à Marseille");
    return place(leg).map(outcome -> {
      Demo.require(outcome instanceof BookingOutcome.Against, leg + ": " + outcome);
      return null;
    });
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, zone());
  }

  /** Its Tuesday. */
  private LocalDate nextWeek() {
    return today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(1);
  }

  private TimeSlot days(LocalDate first, LocalDate end) {
    return new TimeSlot(
        first.atStartOfDay(zone()).toInstant(), end.atStartOfDay(zone()).toInstant());
  }

  private ZoneId zone() {
    return garage.car(TIGHT).site().zone();
  }
}
