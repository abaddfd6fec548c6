package coop.maillon.vehicle.charging;

import coop.maillon.resource.Resource;
import coop.maillon.vehicle.Departure;
import coop.maillon.vehicle.Trip;
import coop.maillon.vehicle.Vehicle;
import coop.maillon.vehicle.fleet.Noted;
import coop.maillon.vehicle.fleet.Standing;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A car and what it must hold when it leaves next.
 *
 * @param departure empty where nothing is ahead, or nobody has read how full it is
 */
record Target(Resource car, Standing standing, Optional<Departure> departure, Instant now) {

  static Target of(Resource car, Standing standing, Instant now) {
    return new Target(
        car, standing, standing.chain().flatMap(chain -> Departure.next(chain, now)), now);
  }

  /** Whole percent, rounded up: less would not do. 101 where no charge is enough. */
  int neededPct(Departure leaving) {
    return (int) Math.ceil(Math.min(101, vehicle().battery().percent(leaving.neededKwh())) - 1e-6);
  }

  /** Whole percent, rounded down: nobody counts on more. */
  int expectedPct(Departure leaving) {
    return Math.max(0, (int) Math.floor(vehicle().battery().percent(leaving.expectedKwh()) + 1e-6));
  }

  /** `ready`, `charging`, `to-plug` or `short`; `free` where nothing is ahead, `unread` where nobody knows. */
  String state() {
    return standing.noted().isEmpty()
        ? "unread"
        : departure
            .map(leaving -> leaving.readiness(now, plug(leaving)))
            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .orElse("free");
  }

  /** Until when it must be plugged in, where somebody has to do that. */
  Optional<Instant> plugBy() {
    return departure.filter(leaving -> state().equals("to-plug")).flatMap(Departure::plugBy);
  }

  /** In which order somebody looks after them: first what is due first. */
  Instant due() {
    return plugBy().or(() -> departure.map(leaving -> leaving.trip().start())).orElse(Instant.MAX);
  }

  /** On its charger, if that was read and it has not been taken since. */
  private Trip.Plug plug(Departure leaving) {
    boolean isNext = standing.trips().stream()
        .noneMatch(trip -> trip.start().isBefore(leaving.trip().start()));
    return isNext && standing.noted().filter(Noted::plugged).isPresent()
        ? Trip.Plug.IN
        : Trip.Plug.OUT;
  }

  private Vehicle vehicle() {
    return standing.vehicle();
  }
}
