package coop.maillon.vehicle.outlook;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Details;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Wanting;
import coop.maillon.booking.arriving.OneCar;
import coop.maillon.booking.free.Alternative;
import coop.maillon.resource.Resource;
import coop.maillon.vehicle.fleet.Standing;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What somebody can do whose car will not be full enough: take another, go later, or not so far. */
public final class Rescues {

  private final OutlookStore store = new OutlookStore();
  private final Doing doing;

  /** The use cases that it acts through. */
  public record Doing(BookingReads reads, Bookings bookings, Engine engine) {}

  public Rescues(Doing doing) {
    this.doing = doing;
  }

  /** Empty where there is none that they may know of, or no one car in it. */
  Future<Optional<Plight>> find(Who who, BookingId id) {
    return doing
        .reads()
        .find(who, id)
        .compose(found -> found
            .flatMap(
                read -> OneCar.of(read.booking(), read.catalogue()).map(car -> find(read, car)))
            .orElseGet(() -> succeededFuture(Optional.empty())));
  }

  private Future<Optional<Plight>> find(BookingReads.Read read, Resource car) {
    var now = doing.engine().clock().instant();
    return store
        .read(doing.engine().database(), car.id())
        .map(known -> Standing.of(known.charge(), car.site().zone(), now).flatMap(Standing::chain))
        .map(chain -> Optional.of(new Plight(read, car, chain)));
  }

  /** Other places that were bookable when looked up, the same time first; looked for as after a refusal. */
  Future<List<Alternative>> ways(Who who, Plight plight) {
    var booking = plight.booking();
    var now = doing.engine().clock().instant();
    var refused = new BookingOutcome.Against(booking.slot(), List.of(), List.of());
    return doing.engine().waysOut().with(refused, wanting(who, plight)).map(outcome -> {
      var found = outcome instanceof BookingOutcome.Against against
          ? against.alternatives()
          : List.<Alternative>of();
      var later = plight.later(now).map(slot -> new Alternative(plight.car().id(), slot));
      return Stream.concat(found.stream().filter(way -> isElsewhere(way, plight)), later.stream())
          .distinct()
          .toList();
    });
  }

  /** The same car only where it is full enough: not to become worse is no way out. */
  private static boolean isElsewhere(Alternative way, Plight plight) {
    return !way.resource().equals(plight.car().id())
        || !way.slot().equals(plight.booking().slot()) && plight.isEnough(way.slot());
  }

  private Wanting wanting(Who who, Plight plight) {
    var booking = plight.booking();
    var catalogue = plight.read().catalogue();
    var wishes = booking.booked().stream()
        .map(one -> new Wish(catalogue.known(one.resource()), Optional.empty()))
        .toList();
    var now = doing.engine().clock().instant();
    return Wanting.of(Claim.of(Claim.Purpose.MOVE, who, booking.member(), now)
        .wishing(wishes, booking.slot())
        .driving(booking.details().distanceKm())
        .replacing(booking, Acts.resources(booking, catalogue)));
  }

  /** Not so far: as far as it goes. */
  Future<BookingOutcome> shorten(Who who, Plight plight) {
    var booking = plight.booking();
    return doing
        .bookings()
        .change(new BookingChange(
            who,
            booking.id(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(going(booking, plight.mostKm()))));
  }

  private static Details going(Booking booking, int km) {
    var details = booking.details();
    return new Details(
        details.title(),
        details.privacy(),
        details.activity(),
        OptionalInt.of(km),
        details.participants());
  }
}
