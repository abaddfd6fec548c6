package coop.maillon.vehicle.handover;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Violation;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.arriving.Alongside;
import coop.maillon.booking.arriving.Arrivals;
import coop.maillon.booking.arriving.OneCar;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Resource;
import coop.maillon.vehicle.damage.Damages;
import coop.maillon.vehicle.damage.Effect;
import coop.maillon.vehicle.damage.Report;
import coop.maillon.vehicle.damage.Sighting;
import coop.maillon.vehicle.fleet.Learned;
import coop.maillon.vehicle.fleet.Noted;
import coop.maillon.vehicle.fleet.Parameters;
import coop.maillon.vehicle.fleet.Vehicles;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a person does with a car at the kerb: has its code shown, takes it, brings it back. */
public final class Handovers {

  private final HandoverStore store = new HandoverStore();
  private final Database database;
  private final Events events;
  private final Clock clock;
  private final Doing doing;

  /**
   * The use cases that it acts through.
   *
   * @param settling finds out what the booking came to
   */
  public record Doing(
      BookingReads reads,
      Arrivals arrivals,
      Vehicles vehicles,
      Damages damages,
      Function<BookingId, Future<Void>> settling) {}

  public Handovers(Database database, Events events, Clock clock, Doing doing) {
    this.database = database;
    this.events = events;
    this.clock = clock;
    this.doing = doing;
  }

  /** A booking with its one car and what is known of it. */
  record Found(BookingReads.Read read, Resource car, Sheet sheet) {

    Booking booking() {
      return read.booking();
    }
  }

  /** Empty where there is none that they may know of, or no one car in it. */
  Future<Optional<Found>> find(Who who, BookingId id) {
    return doing
        .reads()
        .find(who, id)
        .compose(found -> found
            .flatMap(read -> OneCar.of(read.booking(), read.catalogue())
                .map(car -> store
                    .sheet(database, new HandoverStore.About(car, id, who.id()))
                    .map(sheet -> Optional.of(new Found(read, car, sheet)))))
            .orElseGet(() -> succeededFuture(Optional.empty())));
  }

  /** Taking is checking in; whoever has it already, by a program or at a door, only says how it was. */
  Future<BookingOutcome> take(Who who, Found found, Said said) {
    var id = found.booking().id();
    return found.booking().course().arrived().isPresent()
            && found.sheet().taking() == Sheet.Taking.UNTOLD
        ? doing.arrivals().say(who, id, told(who, found.car(), said))
        : doing.arrivals().checkIn(who, id, told(who, found.car(), said));
  }

  /** Bringing back is checking out; what it came to is known by the next page, or is found out within the minute. */
  Future<BookingOutcome> giveBack(Who who, Found found, Said said) {
    var id = found.booking().id();
    return doing
        .arrivals()
        .checkOut(who, id, told(who, found.car(), said))
        .compose(
            outcome -> doing.settling().apply(id).transform(settled -> succeededFuture(outcome)));
  }

  /** Whoever sees before taking it that it is not safe leaves it: it closes, and their booking goes where others go. */
  boolean isLeft(Found found, Said said) {
    return said.handover().way() == Handover.Way.TAKE
        && found.booking().course().arrived().isEmpty()
        && said.seen().filter(Report::isUnsafe).isPresent();
  }

  Future<Effect> leave(Who who, Found found, Said said) {
    return doing
        .damages()
        .report(sighting(who, found.car(), found.booking(), said).orElseThrow());
  }

  /** What comes of the damage that was said with it; empty where none was. */
  Future<Optional<Effect>> effect(Who who, Found found, Said said) {
    return sighting(who, found.car(), found.booking(), said)
        .map(one -> doing.damages().act(one).map(Optional::of))
        .orElseGet(() -> succeededFuture(Optional.empty()));
  }

  private static Optional<Sighting> sighting(Who who, Resource car, Booking booking, Said said) {
    var moment = new Sighting.Moment(booking.id(), Handover.word(said.handover().way()));
    return said.seen()
        .map(report -> new Sighting(who, car, report, Sighting.Word.CLOSES, Optional.of(moment)));
  }

  /** Shows the code to whoever may have it now, from then on; the first time is in the audit trail. */
  Future<Void> show(Who who, Found found) {
    var booking = found.booking();
    return database.transaction(tx -> store
        .show(tx, booking.id(), who.id(), clock.instant())
        .compose(isFirst -> isFirst
            ? events.publish(
                tx,
                "vehicle.code",
                about(found.car(), booking, who).put("member", booking.member().value()))
            : succeededFuture()));
  }

  /**
   * What is said of a car, and what is newly damaged.
   *
   * @param seen empty where there is nothing new, and where a program speaks
   */
  record Said(Handover handover, Optional<Report> seen) {}

  /** What its dashboard shows of a car in good order that is taken, for the transaction in which it is. */
  public Alongside taking(Who who, Resource car, Dashboard shown) {
    return told(who, car, new Said(shown.taken(), Optional.empty()));
  }

  /** The same of one that comes back, on its charger where it has a battery. */
  public Alongside returning(Who who, Resource car, Dashboard shown) {
    return told(who, car, new Said(shown.back(), Optional.empty()));
  }

  /** What is said of that car, for the transaction in which it goes or comes back. */
  Alongside told(Who who, Resource car, Said said) {
    return (tx, booking) -> {
      var about = new HandoverStore.About(car, booking.id(), who.id());
      return store.sheet(tx, about).compose(sheet -> {
        if (said.handover().way() == Handover.Way.TAKE && sheet.taking() == Sheet.Taking.TOLD) {
          return succeededFuture(List.<Violation>of());
        }
        var against = new Plausible(sheet, booking, said.handover()).against();
        return against.isEmpty()
            ? write(tx, new Work(about, booking, said.handover(), sheet))
                .compose(done -> sighting(who, car, booking, said)
                    .map(one -> doing.damages().note(tx, one))
                    .orElseGet(Future::succeededFuture))
                .map(against)
            : succeededFuture(against);
      });
    };
  }

  /** A car that is taken leaves its charger. */
  private Future<Void> write(Tx tx, Work work) {
    var now = clock.instant();
    var said = work.said();
    return store
        .insert(tx, work.about(), said, now)
        .compose(done -> said.socPct()
            .map(percent -> doing
                .vehicles()
                .note(
                    tx,
                    work.about().car(),
                    new Noted(now, percent, said.isPlugged(), said.odometerKm()),
                    work.told()))
            .orElseGet(Future::succeededFuture))
        .compose(done -> work.lesson()
            .map(learned -> doing.vehicles().learn(tx, work.about().car(), learned, work.beside()))
            .orElseGet(Future::succeededFuture))
        .compose(done -> work.isWithoutPlug()
            ? events.publish(tx, "vehicle.unplugged", work.unplugged(now))
            : succeededFuture());
  }

  /** What is said of a car, under the locks, with what was known of it. */
  private record Work(HandoverStore.About about, Booking booking, Handover said, Sheet before) {

    JsonObject told() {
      var data = Handovers.about(about.car(), booking, Who.inTheNameOf(about.member()))
          .put("way", Handover.word(said.way()));
      said.plug().ifPresent(plug -> data.put("plug", Handover.word(plug)));
      return data;
    }

    /** What the way has told of what the car uses. */
    Optional<Learned> lesson() {
      return new Plausible(before, booking, said)
          .leg()
          .filter(leg -> before.isReadWhole())
          .flatMap(Leg::learned);
    }

    /** Where it has told something, the car is known by its charge. */
    Parameters beside() {
      return before.standing().orElseThrow().parameters();
    }

    boolean isWithoutPlug() {
      return said.isReturn() && said.socPct().isPresent() && !said.isPlugged();
    }

    /** For whoever is on duty: until when somebody has to plug it in. */
    JsonObject unplugged(Instant now) {
      var until = before.plugBefore(booking, said.socPct().orElseThrow(), now);
      var data = told().put("slug", about.car().slug()).put("count", until.isPresent() ? 1 : 0);
      until.ifPresent(at -> data.put("until", at.toString()));
      return data;
    }
  }

  private static JsonObject about(Resource car, Booking booking, Who who) {
    return car.told().put("booking", booking.id().value()).put("actor", who.id());
  }
}
