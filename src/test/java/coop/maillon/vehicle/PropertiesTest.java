package coop.maillon.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What must hold of every chain: 3,000 of them by chance, from a seed. */
class PropertiesTest {

  private static final int CHAINS = 3000;
  private static final double DUST = 1e-6;
  private static final Instant MONDAY = Instant.parse("2026-12-07T00:00:00Z");
  private final SplittableRandom chance = new SplittableRandom(20261129);

  @Test
  void chargeNeverFallsAndAnErrorNeverGrows() {
    for (int i = 0; i < CHAINS; i++) {
      Battery battery = battery();
      double one = chance.nextDouble(battery.usableKwh());
      double other = chance.nextDouble(battery.usableKwh());
      double hours = chance.nextDouble(12);
      double more = hours + chance.nextDouble(3);
      double after = battery.charged(one, hours);
      assertThat(battery.charged(one, more)).isGreaterThanOrEqualTo(after - DUST);
      assertThat(battery.charged(Math.max(one, other), hours))
          .isGreaterThanOrEqualTo(battery.charged(Math.min(one, other), hours) - DUST);
      assertThat(Math.abs(after - battery.charged(other, hours)))
          .isLessThanOrEqualTo(Math.abs(one - other) + DUST);
    }
  }

  @Test
  void whatIsNeededBeforeIsEnoughAndTheTimeIsRight() {
    for (int i = 0; i < CHAINS; i++) {
      Battery battery = battery();
      double wanted = chance.nextDouble(battery.mostKwh());
      double hours = chance.nextDouble(12);
      assertThat(battery.charged(battery.needed(wanted, hours), hours))
          .isGreaterThanOrEqualTo(wanted - DUST);
      double from = chance.nextDouble(wanted + DUST);
      assertThat(battery.charged(from, battery.hoursTo(from, wanted)))
          .isEqualTo(Math.max(from, wanted), within(1e-6));
    }
  }

  @Test
  void aTripIsAdmittedExactlyWhereEveryTripOfTheForwardPassKeepsItsReserve() {
    int admitted = 0;
    for (int i = 0; i < CHAINS; i++) {
      Chain chain = kept(chain());
      Trip wanted = trip(99, chance.nextInt(96 * 5));
      if (!chain.isFree(wanted)) {
        continue;
      }
      boolean isIn = new Admission(chain, wanted).refusal().isEmpty();
      boolean keeps = keeps(chain.with(wanted));
      assertThat(isIn).as("%s and %s", chain, wanted).isEqualTo(keeps);
      admitted += isIn ? 1 : 0;
    }
    assertThat(admitted).as("some are admitted, not all").isBetween(200, CHAINS - 200);
  }

  @Test
  void theFarthestIsAdmittedAndOneKilometreMoreIsNot() {
    int seen = 0;
    for (int i = 0; i < CHAINS; i++) {
      Chain chain = kept(chain());
      Trip wanted = trip(99, chance.nextInt(96 * 5));
      if (!chain.isFree(wanted) || !keeps(chain.with(wanted.with(0)))) {
        continue;
      }
      int most = new Admission(chain, wanted).mostKm();
      assertThat(new Admission(chain, wanted.with(most)).refusal()).isEmpty();
      assertThat(new Admission(chain, wanted.with(most + 1)).refusal()).isPresent();
      seen++;
    }
    assertThat(seen).isGreaterThan(500);
  }

  @Test
  void everySlotOfAGridSaysWhatItWouldIfItWereAskedAlone() {
    int free = 0;
    for (int i = 0; i < CHAINS; i++) {
      Chain chain = chain();
      var ranges = new Ranges(chain);
      for (int quarter = chance.nextInt(12); quarter < 96 * 5; quarter += 1 + chance.nextInt(40)) {
        Trip slot = trip(99, quarter);
        boolean isFree = chain.isFree(slot);
        free += isFree ? 1 : 0;
        assertThat(ranges.mostKm(slot))
            .as("%s in %s", slot, chain)
            .isEqualTo(
                isFree ? OptionalInt.of(new Admission(chain, slot).mostKm()) : OptionalInt.empty());
      }
    }
    System.out.printf("%d chains, %d free slots: each as if asked alone%n", CHAINS, free);
    assertThat(free).isGreaterThan(CHAINS);
  }

  @Test
  void slotsAskedForInAnyOrderSayTheSame() {
    for (int i = 0; i < 300; i++) {
      Chain chain = chain();
      var ranges = new Ranges(chain);
      for (int n = 0; n < 12; n++) {
        Trip slot = trip(99, chance.nextInt(96 * 5));
        assertThat(ranges.mostKm(slot)).isEqualTo(new Ranges(chain).mostKm(slot));
      }
    }
  }

  @Test
  void whoCancelsShortensOrGoesLessFarBreaksNobody() {
    for (int i = 0; i < CHAINS; i++) {
      Chain chain = kept(plugged(chain()));
      if (chain.trips().isEmpty()) {
        continue;
      }
      Trip one = chain.trips().get(chance.nextInt(chain.trips().size()));
      assertThat(keeps(chain.without(one.id()))).isTrue();
      assertThat(keeps(chain.without(one.id()).with(one.with(one.km() / 2)))).isTrue();
      Instant half = one.start().plus(Duration.between(one.start(), one.end()).dividedBy(2));
      assertThat(keeps(chain.without(one.id()).with(one.at(one.start(), half)))).isTrue();
    }
  }

  /** Everywhere: who cancels a trip before one that finds no plug takes the charge before it away, too. */
  private static Chain plugged(Chain chain) {
    var trips = chain.trips().stream().map(trip -> trip.plugged(Trip.Plug.IN)).toList();
    return new Chain(chain.vehicle(), chain.reading(), trips);
  }

  private static boolean keeps(Chain chain) {
    double reserve = chain.vehicle().reserveKwh();
    return chain.forward().stream().allMatch(step -> step.endKwh() >= reserve - 1e-9);
  }

  /** Without those that would not keep their reserve. */
  private static Chain kept(Chain chain) {
    Chain kept = new Chain(chain.vehicle(), chain.reading(), List.of());
    for (Trip trip : chain.trips()) {
      kept = keeps(kept.with(trip)) ? kept.with(trip) : kept;
    }
    return kept;
  }

  private Chain chain() {
    var vehicle = Vehicle.of(battery(), 12 + chance.nextDouble(10), ZoneOffset.UTC);
    var reading = new Reading(
        MONDAY, chance.nextDouble(vehicle.reserveKwh(), vehicle.battery().mostKwh()), Trip.Plug.IN);
    var trips = new ArrayList<Trip>();
    for (int n = 0, at = chance.nextInt(40); n < 8 && at < 96 * 5; n++) {
      Trip trip = trip(n, at);
      trips.add(trip);
      at +=
          (int) (Duration.between(trip.start(), trip.end()).toMinutes() / 15) + chance.nextInt(60);
    }
    return new Chain(vehicle, reading, trips);
  }

  private Trip trip(long id, int quarter) {
    Instant start = MONDAY.plus(Duration.ofMinutes(15L * quarter));
    Instant end = start.plus(Duration.ofMinutes(15L * (2 + chance.nextInt(24))));
    var plug = chance.nextInt(8) == 0 ? Trip.Plug.OUT : Trip.Plug.IN;
    return new Trip(id, start, end, chance.nextInt(220), chance.nextInt(4) == 0 ? 1.2 : 1, plug);
  }

  private Battery battery() {
    return new Battery(
        20 + chance.nextDouble(60),
        0.6 + chance.nextDouble(0.4),
        0.3 + chance.nextDouble(0.7),
        0.8 + chance.nextDouble(0.2),
        2 + chance.nextDouble(9));
  }
}
