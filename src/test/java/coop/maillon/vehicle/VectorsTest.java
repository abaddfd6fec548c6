package coop.maillon.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coop.maillon.vehicle.Admission.Confidence;
import coop.maillon.vehicle.Admission.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The vectors of the vehicle model: vehicle A, 50 kWh at 7.4 kW, 16 kWh for 100 km, without a margin. */
class VectorsTest {

  private static final Offset<Double> NEAR = within(0.001);
  private static final Battery A = Battery.of(50, 7.4, 0.9);
  private static final Vehicle SUMMER = Vehicle.of(A, 16, ZoneOffset.UTC).with(Seasons.NONE, 1.00);
  private static final Vehicle WINTER =
      Vehicle.of(A, 16, ZoneId.of("UTC")).with(Seasons.of(1.3, 1.3, 1.3), 1.00);

  @Test
  void v0ChargeAfterSoManyHours() {
    assertThat(A.charged(10, 2)).isEqualTo(23.32, NEAR);
    assertThat(A.charged(36, 2)).isEqualTo(44.66, NEAR);
    assertThat(A.charged(45, 3)).isEqualTo(50, NEAR);
    assertThat(A.charged(0, 9)).isEqualTo(49.97, NEAR);
    assertThat(A.charged(40, 1)).isEqualTo(43.33, NEAR);
  }

  @Test
  void v0HoursUntilSoMuchCharge() {
    assertThat(A.hoursTo(10, 45)).isEqualTo(6.0060, NEAR);
    assertThat(A.hoursTo(0, 50)).isEqualTo(9.0090, NEAR);
    assertThat(A.hoursTo(29.2, 42.86)).isEqualTo(2.4805, NEAR);
    assertThat(A.hoursTo(20, 50.1)).isInfinite();
    assertThat(A.hoursTo(20, 20)).isZero();
  }

  @Test
  void v0TheLeastThatIsNeededBefore() {
    assertThat(A.needed(45, 2)).isEqualTo(36.68, NEAR);
    assertThat(A.needed(31.5, 1.75)).isEqualTo(19.845, NEAR);
    assertThat(A.needed(42, .5)).isEqualTo(40.335, NEAR);
    assertThat(A.needed(20, 9)).isZero();
    assertThat(A.needed(50.1, 5)).isInfinite();
  }

  @Test
  void v1APlainChainForwardAndBackward() {
    var forward = plain().forward();
    assertThat(forward.get(0).startKwh()).isEqualTo(41.66, NEAR);
    assertThat(A.percent(forward.get(0).startKwh())).isEqualTo(83.32, NEAR);
    assertThat(forward.get(0).endKwh()).isEqualTo(28.86, NEAR);
    assertThat(forward.get(1).startKwh()).isEqualTo(40.2575, NEAR);
    assertThat(forward.get(1).endKwh()).isEqualTo(16.2575, NEAR);
    var backward = plain().backward();
    assertThat(backward.get(0).startKwh()).isEqualTo(32.645, NEAR);
    assertThat(backward.get(0).endKwh()).isEqualTo(19.845, NEAR);
    assertThat(backward.get(1).startKwh()).isEqualTo(31.5, NEAR);
    assertThat(backward.get(1).endKwh()).isEqualTo(7.5, NEAR);
  }

  @Test
  void v1TheFirstMayGo136Kilometres() {
    var admission = new Admission(plain().without(1), b1());
    assertThat(admission.endKwh() - admission.mustBringBackKwh()).isEqualTo(9.015, NEAR);
    assertThat(admission.mostKm()).isEqualTo(136);
  }

  @Test
  void v2WhatFitsAloneAndBreaksALaterBookingIsRefused() {
    var wanted = trip(3, "13:30", "14:30", 60);
    var admission = new Admission(plain(), wanted);
    assertThat(admission.startKwh()).isEqualTo(30.525, NEAR);
    assertThat(admission.endKwh()).isEqualTo(20.925, NEAR);
    assertThat(admission.mustBringBackKwh()).isEqualTo(29.835, NEAR);
    assertThat(admission.mostKm()).isEqualTo(4);
    var refusal = (Refusal.BreaksLater) admission.refusal().orElseThrow();
    assertThat(refusal.later().id()).isEqualTo(2);
    assertThat(refusal.missingKwh()).isEqualTo(7.5 + 1.41, NEAR);
    assertThat(A.percent(refusal.neededKwh())).isEqualTo(63, NEAR);
    var step = plain().with(wanted).forward().get(2);
    assertThat(step.startKwh()).isEqualTo(22.59, NEAR);
    assertThat(step.endKwh()).isEqualTo(-1.41, NEAR);
    Instant start = times(plain()).earliestStart(wanted, at("23:59")).orElseThrow();
    assertThat(start).isEqualTo(at("19:30"));
    var later = new Admission(plain(), wanted.at(start, start.plus(Duration.ofHours(1))));
    assertThat(later.startKwh()).isEqualTo(17.9225, NEAR);
    assertThat(later.endKwh()).isEqualTo(8.3225, NEAR);
  }

  @Test
  void v3InWinterTheSameTripIsTooFar() {
    var chain = new Chain(WINTER, reading("07:00", 50), List.of(trip(1, "08:00", "12:00", 100)));
    var wanted = trip(2, "14:00", "20:00", 170);
    assertThat(chain.forward().get(0).endKwh()).isEqualTo(29.2, NEAR);
    var admission = new Admission(chain, wanted);
    assertThat(admission.startKwh()).isEqualTo(40.4275, NEAR);
    assertThat(admission.endKwh()).isEqualTo(5.0675, NEAR);
    assertThat(admission.refusal()).containsInstanceOf(Refusal.RangeSelf.class);
    assertThat(admission.mostKm()).isEqualTo(158);
    Instant start = times(chain).earliestStart(wanted, at("23:00")).orElseThrow();
    assertThat(start).isEqualTo(at("14:45"));
    var later = new Admission(chain, wanted.at(start, start.plus(Duration.ofHours(6))));
    assertThat(later.startKwh()).isEqualTo(42.925, NEAR);
    assertThat(later.endKwh()).isEqualTo(7.565, NEAR);
  }

  @Test
  void v3InSummerItIsNot() {
    var chain = new Chain(SUMMER, reading("07:00", 50), List.of(trip(1, "08:00", "12:00", 100)));
    var admission = new Admission(chain, trip(2, "14:00", "20:00", 170));
    assertThat(admission.refusal()).isEmpty();
    assertThat(admission.startKwh()).isEqualTo(42.8275, NEAR);
    assertThat(admission.endKwh()).isEqualTo(15.6275, NEAR);
    assertThat(admission.mostKm()).isEqualTo(220);
  }

  @Test
  void v4NotPluggedInOnReturn() {
    var unplugged = b2().plugged(Trip.Plug.OUT);
    var chain = new Chain(SUMMER, reading("08:00", 30), List.of(b1(), unplugged));
    assertThat(chain.forward().get(1).startKwh()).isEqualTo(28.86, NEAR);
    assertThat(chain.forward().get(1).endKwh()).isEqualTo(4.86, NEAR);
    assertThat(State.of(SUMMER, 4.86)).isEqualTo(State.TIGHT);
    assertThat(A.hoursTo(28.86, 31.5)).isEqualTo(0.3964, NEAR);
    assertThat(times(chain).latestPlug(unplugged)).contains(at("14:36").plusSeconds(12));
    assertThat(new Admission(chain.without(2), unplugged).mostKm()).isEqualTo(133);
  }

  @Test
  void v7NeverReadButOnTheChargerForLong() {
    var wanted = trip(1, "07:00", "12:00", 100);
    var night = Content.unknown(A, at("22:00").minus(Duration.ofDays(1)), Trip.Plug.IN);
    var chain = new Chain(SUMMER, night.least(), List.of());
    assertThat(new Admission(chain, wanted).startKwh()).isEqualTo(49.97, NEAR);
    assertThat(new Admission(chain, wanted).mostKm()).isEqualTo(265);
    assertThat(night.confidence(chain, wanted)).isEqualTo(Confidence.FIRM);
    var morning = Content.unknown(A, at("05:00"), Trip.Plug.IN);
    var short1 = new Chain(SUMMER, morning.least(), List.of());
    assertThat(new Admission(short1, wanted).startKwh()).isEqualTo(13.32, NEAR);
    assertThat(new Admission(short1, wanted).mostKm()).isEqualTo(36);
    assertThat(morning.confidence(short1, wanted)).isEqualTo(Confidence.CONDITIONAL);
    assertThat(morning.confidence(short1, wanted.with(290))).isEqualTo(Confidence.UNKNOWN);
  }

  @Test
  void v9LongerThanABattery() {
    var chain = new Chain(SUMMER, reading("07:00", 50), List.of());
    var far = new Admission(chain, trip(1, "08:00", "18:00", 300));
    var missing = (Refusal.RangeSelf) far.refusal().orElseThrow();
    assertThat(missing.missingKwh()).isEqualTo(5.5, NEAR);
    assertThat(Underway.minutes(5.5)).isEqualTo(10 + 7.1, within(0.05));
    assertThat(far.mostKm()).isEqualTo(265);
    var winter = new Chain(WINTER, reading("07:00", 50), List.of());
    assertThat(new Admission(winter, trip(1, "08:00", "18:00", 300)).mostKm()).isEqualTo(204);
  }

  @Test
  void anExtensionEndsWhereTheNextOnesChargingBegins() {
    assertThat(times(plain()).latestEnd(b1())).isEqualTo(Optional.of(at("14:15")));
    assertThat(times(plain()).latestEnd(b2())).isEmpty();
  }

  private static Chain plain() {
    return new Chain(SUMMER, reading("08:00", 30), List.of(b1(), b2()));
  }

  private static Trip b1() {
    return trip(1, "10:00", "13:00", 80);
  }

  private static Trip b2() {
    return trip(2, "15:00", "19:00", 150);
  }

  private static Times times(Chain chain) {
    return new Times(chain, Duration.ofMinutes(15));
  }

  private static Reading reading(String time, double kwh) {
    return new Reading(at(time), kwh, Trip.Plug.IN);
  }

  private static Trip trip(long id, String start, String end, double km) {
    return Trip.of(id, at(start), at(end), km);
  }

  private static Instant at(String time) {
    return LocalTime.parse(time)
        .atDate(java.time.LocalDate.of(2026, 12, 8))
        .toInstant(ZoneOffset.UTC);
  }
}
