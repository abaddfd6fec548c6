package coop.maillon.vehicle.handover;

import coop.maillon.booking.Booking;
import coop.maillon.vehicle.Learning;
import coop.maillon.vehicle.Vehicle;
import coop.maillon.vehicle.fleet.Learned;
import coop.maillon.vehicle.fleet.Noted;
import coop.maillon.vehicle.fleet.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * What a battery gave for a way, from the last look at the car while its booker had it to the one when it is brought back. Pure.
 *
 * @param start of the booking, whose month counts
 * @param km the way; below 0 where the counter cannot be right
 * @param points of charge that it took, above 0
 */
record Leg(Standing standing, Instant start, int km, double points) {

  /** Of shorter ways a whole percent says nothing. */
  private static final int TELLING_KM = 20;

  /** Empty where nobody can say what it took. */
  static Optional<Leg> of(Sheet before, Booking booking, Handover said, int km) {
    return before
        .last()
        .filter(last -> said.isReturn() && isSince(last, booking))
        .filter(last -> said.socPct().filter(now -> now < last.socPct()).isPresent())
        .map(last -> new Leg(
            before.standing().orElseThrow(),
            booking.slot().start(),
            km,
            last.socPct() - said.socPct().orElseThrow()));
  }

  /** Whether nobody plugged it in between: it was read when it was taken, or later. */
  static boolean isSince(Noted last, Booking booking) {
    return booking
        .course()
        .arrived()
        .filter(taken -> !last.at().isBefore(taken))
        .isPresent();
  }

  boolean isTelling() {
    return km >= TELLING_KM;
  }

  boolean isPlausible() {
    return Learning.isPlausible(km * vehicle().kwhPerKm(start, 1), usedKwh());
  }

  /** What is known of its consumption with this way; empty where it tells nothing. */
  Optional<Learned> learned() {
    if (!isTelling() || !isPlausible()) {
      return Optional.empty();
    }
    double next = Learning.after(
        standing.parameters().kwhPer100Km(),
        vehicle().kwhPer100Km(),
        new Learning.Driven(km, usedKwh(), vehicle().season(start)));
    return Optional.of(
        new Learned(next, 1 + standing.learned().map(Learned::trips).orElse(0)));
  }

  private double usedKwh() {
    return vehicle().battery().kwh(points);
  }

  private Vehicle vehicle() {
    return standing.vehicle();
  }
}
