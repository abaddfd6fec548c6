package coop.maillon.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coop.maillon.resource.tariff.Tariff;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What trips cost and spare: the vectors of the vehicle model, with a tariff of Citiz Poitiers. */
class CostTest {

  private static final Tariff CITIZ = new Tariff(
      0,
      250,
      List.of(new Tariff.Tier(0, 35), new Tariff.Tier(50, 24), new Tariff.Tier(200, 19)),
      0.5,
      OptionalLong.empty());

  @Test
  void fiveHoursAnd112Kilometres() {
    var bill = CITIZ.quote(Duration.ofHours(5), 112);
    assertThat(bill).extracting(Tariff.Item::cents).containsExactly(1250L, 1750L, 1488L);
    assertThat(Tariff.total(bill)).isEqualTo(4488);
  }

  @Test
  void tenHoursAnd260Kilometres() {
    assertThat(Tariff.total(CITIZ.quote(Duration.ofHours(10), 260))).isEqualTo(8990);
  }

  @Test
  void halfOfTheTimeThatWasNotUsedIsBilled() {
    var bill = CITIZ.settle(Duration.ofHours(6), Duration.ofHours(3), 0);
    assertThat(Tariff.total(bill)).isEqualTo(1125);
  }

  @Test
  void aQuarterBegunIsAQuarterBilled() {
    var bill = CITIZ.quote(Duration.ofMinutes(61), 0);
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
