package coop.maillon.vehicle.cost;

import coop.maillon.booking.BookingId;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import java.util.Optional;

/**
 * The use of one resource of a booking that is over, as a statement shows it.
 *
 * @param amount what it came to, with all that was put right since
 */
record Use(BookingId booking, ResourceId resource, TimeSlot slot, String activity, Amount amount) {

  /**
   * How much of it: of one use, or of several together.
   *
   * @param trips with something that drives
   * @param trip what was driven; nothing where nothing was, or nobody knows
   */
  record Amount(int uses, int trips, int minutes, long cents, Optional<Trip> trip, Habits habits) {

    static final Amount NOTHING = new Amount(0, 0, 0, 0, Optional.empty(), Habits.NONE);

    Amount and(Amount other) {
      return new Amount(
          uses + other.uses,
          trips + other.trips,
          minutes + other.minutes,
          cents + other.cents,
          trip.map(one -> one.and(other.trip.orElse(Trip.NOTHING))).or(other::trip),
          habits.and(other.habits));
    }

    double avoidedKg() {
      return trip.map(one -> one.referenceKg() - one.emittedKg()).orElse(0.0);
    }
  }

  /** What is driven; kWh and kg of electric cars alone. */
  record Trip(int km, double kwh, double emittedKg, double referenceKg) {

    static final Trip NOTHING = new Trip(0, 0, 0, 0);

    Trip and(Trip other) {
      return new Trip(
          km + other.km,
          kwh + other.kwh,
          emittedKg + other.emittedKg,
          referenceKg + other.referenceKg);
    }
  }

  /**
   * How trips were announced and cars brought back.
   *
   * @param announcedKm of trips of which the counter was read too, and {@code readKm} what it showed
   * @param returns at which somebody said whether the car is on its charger, and {@code plugged} those at which it is
   */
  record Habits(int announcedKm, int readKm, int returns, int plugged) {

    static final Habits NONE = new Habits(0, 0, 0, 0);

    Habits and(Habits other) {
      return new Habits(
          announcedKm + other.announcedKm,
          readKm + other.readKm,
          returns + other.returns,
          plugged + other.plugged);
    }
  }
}
