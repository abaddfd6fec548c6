package coop.maillon.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a vehicle would be ready.
 *
 * @param grid what starts and ends are multiples of, from local midnight
 */
public record Times(Chain chain, Duration grid) {

  /** The usual grid. */
  public static final Duration QUARTER = Duration.ofMinutes(15);

  private static final double SECONDS = 3600;

  /**
   * The earliest start from that of the wanted trip on, for as long and as far; looked for on the grid, since with a trip
   * behind it the question has no simple shape.
   */
  public Optional<Instant> earliestStart(Trip wanted, Instant before) {
    Duration length = Duration.between(wanted.start(), wanted.end());
    for (Instant start = upToGrid(wanted.start());
        start.isBefore(before);
        start = start.plus(grid)) {
      Trip moved = wanted.at(start, start.plus(length));
      if (chain.isFree(moved) && new Admission(chain, moved).refusal().isEmpty()) {
        return Optional.of(start);
      }
    }
    return Optional.empty();
  }

  /** Until when a trip may be extended without taking charge from the next one; empty where there is none after it. */
  public Optional<Instant> latestEnd(Trip trip) {
    int at = chain.indexOf(trip);
    if (at + 1 >= chain.trips().size()) {
      return Optional.empty();
    }
    var next = chain.backward().get(at + 1);
    double hours = hoursTo(chain.forward().get(at).endKwh(), next.startKwh());
    return Double.isInfinite(hours)
        ? Optional.of(trip.end())
        : Optional.of(downToGrid(
            next.trip().start().minus(chain.vehicle().connectionDelay()).minus(seconds(hours))));
  }

  /** The last moment to plug it in before a trip whose charge must then be there; empty where no plug would help. */
  public Optional<Instant> latestPlug(Trip trip) {
    int at = chain.indexOf(trip);
    double had = at == 0 ? chain.reading().kwh() : chain.forward().get(at - 1).endKwh();
    double hours = hoursTo(had, chain.backward().get(at).startKwh());
    return Double.isInfinite(hours)
        ? Optional.empty()
        : Optional.of(trip.start().minus(seconds(hours)));
  }

  private double hoursTo(double from, double to) {
    return chain.vehicle().battery().hoursTo(from, to);
  }

  private static Duration seconds(double hours) {
    return Duration.ofSeconds((long) Math.ceil(hours * SECONDS - 1e-6));
  }

  private Instant upToGrid(Instant moment) {
    Instant down = downToGrid(moment);
    return down.equals(moment) ? moment : down.plus(grid);
  }

  private Instant downToGrid(Instant moment) {
    LocalDateTime local = moment.atZone(chain.vehicle().zone()).toLocalDateTime();
    long past = Duration.between(local.truncatedTo(ChronoUnit.DAYS), local).toMillis();
    return moment.minusMillis(past % grid.toMillis());
  }
}
