package coop.maillon.vehicle;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a vehicle must hold when it leaves next, so that this trip and all later ones keep their reserve.
 *
 * @param neededKwh the target of charging; infinity where no charge is enough
 * @param expectedKwh what it will hold by then, as far as one knows
 * @param hadKwh what it holds when it comes to stand before it
 * @param plugBy until when it must be plugged in at the latest; empty where no plug would help
 */
public record Departure(
    Trip trip, double neededKwh, double expectedKwh, double hadKwh, Optional<Instant> plugBy) {

  private static final double DUST = 1e-9;

  /** How it stands for it. */
  public enum Readiness {
    /** It holds enough, plugged in or not. */
    READY,
    /** It is on its charger, and will hold enough. */
    CHARGING,
    /** Somebody has to plug it in, in time. */
    TO_PLUG,
    /** It will not hold enough. */
    SHORT
  }

  /** Of the first trip that begins after that moment; empty where none is ahead. */
  public static Optional<Departure> next(Chain chain, Instant now) {
    return IntStream.range(0, chain.trips().size())
        .filter(i -> chain.trips().get(i).start().isAfter(now))
        .boxed()
        .findFirst()
        .map(i -> at(chain, i));
  }

  private static Departure at(Chain chain, int i) {
    Trip trip = chain.trips().get(i);
    var expected = chain.forward();
    double had = i == 0 ? chain.reading().kwh() : expected.get(i - 1).endKwh();
    double needed = chain.backward().get(i).startKwh();
    return new Departure(
        trip,
        needed,
        expected.get(i).startKwh(),
        had,
        new Times(chain, Times.QUARTER).latestPlug(trip));
  }

  /** @param known whether it stands on its charger now, as far as one knows */
  public Readiness readiness(Instant now, Trip.Plug known) {
    if (hadKwh >= neededKwh - DUST) {
      return Readiness.READY;
    }
    if (known == Trip.Plug.IN) {
      return expectedKwh >= neededKwh - DUST ? Readiness.CHARGING : Readiness.SHORT;
    }
    return plugBy.filter(last -> !last.isBefore(now)).isPresent()
        ? Readiness.TO_PLUG
        : Readiness.SHORT;
  }
}
