package coop.maillon.vehicle.handover;

import coop.maillon.booking.Booking;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.Reading;
import coop.maillon.vehicle.Times;
import coop.maillon.vehicle.Trip;
import coop.maillon.vehicle.damage.Damage;
import coop.maillon.vehicle.fleet.Noted;
import coop.maillon.vehicle.fleet.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a car before somebody says more.
 *
 * @param standing its charge and what is booked of it; empty where it is not known by its charge
 * @param lastKm what its counter showed last
 * @param code whether the reader had the code of its key shown
 * @param taking whether it was said already how it was when it was taken
 * @param damages what is not mended
 */
record Sheet(
    Optional<Standing> standing,
    OptionalInt lastKm,
    Code code,
    Taking taking,
    List<Damage> damages) {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** What became of the code. */
  enum Code {
    HIDDEN,
    SHOWN
  }

  /** Whether the taking was told of. */
  enum Taking {
    UNTOLD,
    TOLD
  }

  boolean isElectric() {
    return standing.isPresent();
  }

  Optional<Noted> last() {
    return standing.flatMap(Standing::noted);
  }

  /** Whether its counter was looked at together with its charge. */
  boolean isReadWhole() {
    return lastKm.isPresent()
        && last().filter(read -> read.odometerKm().equals(lastKm)).isPresent();
  }

  /** How full it is expected to be when the booking begins, in whole percent. */
  OptionalInt expectedStart(Booking booking) {
    return expected(booking).map(step -> percent(step.startKwh())).orElse(OptionalInt.empty());
  }

  /** And when it ends. */
  OptionalInt expectedEnd(Booking booking) {
    return expected(booking).map(step -> percent(step.endKwh())).orElse(OptionalInt.empty());
  }

  /**
   * Until when it has to be plugged in after a return without a plug, so that whoever comes next has enough; empty where
   * nobody comes, where it is full enough, and where no plug would help.
   */
  Optional<Instant> plugBefore(Booking returned, double socPct, Instant now) {
    return standing.flatMap(Standing::chain).flatMap(chain -> {
      double kwh = chain.vehicle().battery().kwh(socPct);
      var left = chain.without(returned.id().value()).from(new Reading(now, kwh, Trip.Plug.OUT));
      return left.trips().stream()
          .findFirst()
          .flatMap(next ->
              new Times(left, QUARTER).latestPlug(next).filter(at -> at.isBefore(next.start())));
    });
  }

  private Optional<Chain.Step> expected(Booking booking) {
    return standing.flatMap(Standing::chain).stream()
        .flatMap(chain -> chain.forward().stream())
        .filter(step -> step.trip().id() == booking.id().value())
        .findFirst();
  }

  private OptionalInt percent(double kwh) {
    double percent = standing.orElseThrow().vehicle().battery().percent(kwh);
    return OptionalInt.of((int) Math.round(Math.max(0, Math.min(100, percent))));
  }
}
