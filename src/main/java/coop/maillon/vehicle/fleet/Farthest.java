package coop.maillon.vehicle.fleet;

import coop.maillon.booking.BookingId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.vehicle.Admission;
import coop.maillon.vehicle.Battery;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.Trip;
import java.util.Optional;
import java.util.Set;

/**
 * How far a vehicle goes within a slot so that all later bookings keep their charge.
 *
 * @param startPct how full it is at the start
 * @param endPct how full it is at the end, if so many kilometres are driven
 */
record Farthest(int km, double startPct, double endPct) {

  /** Empty where its charge is not known, or another has it then. */
  static Optional<Farthest> of(Standing standing, TimeSlot slot, Set<BookingId> givenUp) {
    return standing.chain().flatMap(chain -> of(Standing.without(chain, givenUp), slot));
  }

  private static Optional<Farthest> of(Chain chain, TimeSlot slot) {
    return Standing.since(chain.reading().at(), slot)
        .map(rest -> Trip.of(0, rest.start(), rest.end(), 0))
        .filter(chain::isFree)
        .map(trip -> of(chain, trip));
  }

  private static Farthest of(Chain chain, Trip trip) {
    int km = new Admission(chain, trip).mostKm();
    var driven = new Admission(chain, trip.with(km));
    Battery battery = chain.vehicle().battery();
    return new Farthest(km, battery.percent(driven.startKwh()), battery.percent(driven.endKwh()));
  }
}
