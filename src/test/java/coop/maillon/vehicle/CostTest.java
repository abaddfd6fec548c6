package coop.maillon.vehicle;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coop.maillon.resource.tariff.Stay;
import coop.maillon.resource.tariff.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What trips cost and spare: the vectors of the vehicle model, with a tariff of Citiz Poitiers. */
class CostTest {

  private static final Tariff CITIZ = new Tariff(
      0,
      250,
      List.of(new Tariff.Tier(0, 35), new Tariff.Tier(50, 24), new Tariff.Tier(200, 19)),
      0.5,
      OptionalLong.empty());

  private static final Instant NOON = Instant.parse("2026-12-08T12:00:00Z");

  private static Stay booked(Duration length) {
    return Stay.whole(NOON, NOON.plus(length), UTC);
  }

  @Test
  void fiveHoursAnd112Kilometres() {
    var bill = CITIZ.quote(booked(Duration.ofHours(5)), 112);
    assertThat(bill).extracting(Tariff.Item::cents).containsExactly(1250L, 1750L, 1488L);
    assertThat(Tariff.total(bill)).isEqualTo(4488);
  }

  @Test
  void tenHoursAnd260Kilometres() {
    assertThat(Tariff.total(CITIZ.quote(booked(Duration.ofHours(10)), 260))).isEqualTo(8990);
  }

  @Test
  void halfOfTheTimeThatWasNotUsedIsBilled() {
    var bill = CITIZ.settle(
        new Stay(NOON, NOON.plus(Duration.ofHours(6)), NOON.plus(Duration.ofHours(3)), UTC),
        0,
        Set.of());
    assertThat(Tariff.total(bill)).isEqualTo(1125);
  }

  @Test
  void aQuarterBegunIsAQuarterBilled() {
    var bill = CITIZ.quote(booked(Duration.ofMinutes(61)), 0);
    assertThat(Tariff.total(bill)).isEqualTo(Math.round(1.25 * 250));
  }

  @Test
  void consumptionIsLearnedSlowlyAndWithinBounds() {
    assertThat(Learning.after(16, 16, new Learning.Driven(19, 9, 1))).isEqualTo(16);
    assertThat(Learning.after(16, 16, new Learning.Driven(100, 20, 1)))
        .isEqualTo(16.8, within(1e-9));
    assertThat(Learning.after(16, 16, new Learning.Driven(50, 13, 1.3)))
        .isEqualTo(16.4, within(1e-9));
    assertThat(Learning.after(16, 22, new Learning.Driven(100, 60, 1)))
        .isEqualTo(22.4, within(1e-9));
    assertThat(Learning.isPlausible(10, 3.9)).isFalse();
    assertThat(Learning.isPlausible(10, 25)).isTrue();
  }

  @Test
  void whatATripOf112KilometresSpares() {
    assertThat(Carbon.FRANCE.emitted(17.92)).isEqualTo(0.918, within(0.001));
    assertThat(Carbon.FRANCE.reference(112)).isEqualTo(23.747, within(0.001));
    assertThat(Carbon.FRANCE.avoided(112, 17.92)).isEqualTo(22.829, within(0.001));
  }
}
