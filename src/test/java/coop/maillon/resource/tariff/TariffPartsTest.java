package coop.maillon.resource.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nights, caps and fees: at 2,00 € an hour by day and 0,50 € by night, from 22:00 to 07:00. */
class TariffPartsTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId SAINT_DENIS = ZoneId.of("Indian/Reunion");
  private static final OptionalLong NONE = OptionalLong.empty();
  private static final Tariff PLAIN = new Tariff(0, 200, List.of(), 0, NONE);
  private static final Extras NIGHT = new Extras(
      Optional.of(new Extras.Night(LocalTime.of(22, 0), LocalTime.of(7, 0), 50)),
      NONE,
      NONE,
      NONE,
      Optional.empty());
  private static final Tariff NIGHTS = PLAIN.with(NIGHT);

  @Test
  void aBookingAcrossTheEveningIsSplitByTheClock() {
    var bill = NIGHTS.quote(stay("2026-12-08T20:00", "2026-12-09T00:30", PARIS), 0);
    assertThat(said(bill)).containsExactly("time 2.0 400", "night 2.5 125");
  }

  @Test
  void aNightHoldsThroughMidnightUntilTheMorning() {
    var bill = NIGHTS.quote(stay("2026-12-08T21:00", "2026-12-09T08:00", PARIS), 0);
    assertThat(said(bill)).containsExactly("time 2.0 400", "night 9.0 450");
    var early = NIGHTS.quote(stay("2026-12-09T00:00", "2026-12-09T07:15", PARIS), 0);
    assertThat(said(early)).containsExactly("time 0.25 50", "night 7.0 350");
  }

  @Test
  void aQuarterCountsWhereItBegins() {
    var bill = NIGHTS.quote(stay("2026-12-08T21:50", "2026-12-08T22:10", PARIS), 0);
    assertThat(said(bill)).containsExactly("time 0.25 50", "night 0.25 13");
  }

  @Test
  void theNightInWhichClocksGoForwardIsAnHourShorter() {
    var bill = NIGHTS.quote(stay("2027-03-27T21:00", "2027-03-28T08:00", PARIS), 0);
    assertThat(said(bill)).containsExactly("time 2.0 400", "night 8.0 400");
  }

  @Test
  void theNightInWhichClocksGoBackIsAnHourLonger() {
    var bill = NIGHTS.quote(stay("2026-10-24T21:00", "2026-10-25T08:00", PARIS), 0);
    assertThat(said(bill)).containsExactly("time 2.0 400", "night 10.0 500");
  }

  @Test
  void inSaintDenisItIsNightByTheClockOfSaintDenis() {
    var there = NIGHTS.quote(stay("2026-12-08T20:00", "2026-12-08T23:00", SAINT_DENIS), 0);
    assertThat(said(there)).containsExactly("time 2.0 400", "night 1.0 50");
    var winter = stay("2026-10-24T21:00", "2026-10-25T08:00", SAINT_DENIS);
    assertThat(said(NIGHTS.quote(winter, 0))).containsExactly("time 2.0 400", "night 9.0 450");
  }

  @Test
  void aNightMayLieWithinADay() {
    var night = new Extras.Night(LocalTime.of(1, 0), LocalTime.of(5, 0), 0);
    var tariff = PLAIN.with(new Extras(Optional.of(night), NONE, NONE, NONE, Optional.empty()));
    var bill = tariff.quote(stay("2026-12-08T00:00", "2026-12-08T06:00", PARIS), 0);
    assertThat(said(bill)).containsExactly("time 2.0 400", "night 4.0 0");
    assertThatThrownBy(() -> new Extras.Night(LocalTime.NOON, LocalTime.NOON, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWasNotUsedCountsByItsShareOfItsOwnHours() {
    var half = new Tariff(0, 200, List.of(), 0.5, NONE, NIGHT);
    var start = at("2026-12-08T20:00", PARIS);
    var stay = new Stay(
        start.toInstant(), start.plusHours(4).toInstant(), start.plusHours(1).toInstant(), PARIS);
    assertThat(said(half.settle(stay, 0, Set.of())))
        .containsExactly("time 1.5 300", "night 1.0 50");
  }

  @Test
  void eachDayBegunFromTheStartIsCappedByItself() {
    var tariff = capped(1500, NONE);
    assertThat(said(tariff.quote(stay("2026-12-08T10:00", "2026-12-08T17:00", PARIS), 0)))
        .containsExactly("time 7.0 1400");
    assertThat(said(tariff.quote(stay("2026-12-08T10:00", "2026-12-09T10:00", PARIS), 0)))
        .containsExactly("time 24.0 4800", "cap 1.0 -3300");
    assertThat(total(tariff, stay("2026-12-08T10:00", "2026-12-09T12:00", PARIS)))
        .isEqualTo(1500 + 400);
  }

  @Test
  void eachWeekBegunFromTheStartIsCappedByItself() {
    var tariff = capped(1500, OptionalLong.of(6000));
    assertThat(total(tariff, stay("2026-12-01T10:00", "2026-12-04T10:00", PARIS)))
        .isEqualTo(3 * 1500);
    assertThat(total(tariff, stay("2026-12-01T10:00", "2026-12-08T10:00", PARIS)))
        .isEqualTo(6000);
    assertThat(total(tariff, stay("2026-12-01T10:00", "2026-12-08T13:00", PARIS)))
        .isEqualTo(6000 + 600);
  }

  @Test
  void aDayOfTwentyFiveHoursIsADayAndAnHour() {
    var tariff = capped(1500, NONE);
    assertThat(total(tariff, stay("2026-10-24T12:00", "2026-10-25T12:00", PARIS)))
        .isEqualTo(1500 + 200);
    assertThat(total(tariff, stay("2027-03-27T12:00", "2027-03-28T12:00", PARIS)))
        .isEqualTo(1500);
  }

  @Test
  void theCapOfABookingStandsAboveThoseOfItsDays() {
    var tariff = new Tariff(
        0, 200, List.of(), 0, OptionalLong.of(2000), capped(1500, NONE).extras());
    assertThat(total(tariff, stay("2026-12-08T10:00", "2026-12-11T10:00", PARIS)))
        .isEqualTo(2000);
  }

  @Test
  void feesCountOnlyWhereSomethingWasDone() {
    var tariff = PLAIN.with(new Extras(
        Optional.empty(),
        NONE,
        NONE,
        OptionalLong.of(500),
        Optional.of(new Extras.Late(1000, 10))));
    var start = at("2026-12-08T10:00", PARIS).toInstant();
    var end = start.plus(Duration.ofHours(1));
    var late = new Stay(start, end, end.plus(Duration.ofMinutes(25)), PARIS);
    assertThat(said(tariff.quote(Stay.whole(start, end, PARIS), 0)))
        .containsExactly("time 1.0 200");
    assertThat(said(tariff.settle(late, 0, Set.of()))).containsExactly("time 1.5 300");
    assertThat(said(tariff.settle(late, 0, Set.of(Tariff.Fault.AWAITED, Tariff.Fault.UNPLUGGED))))
        .containsExactly("time 1.5 300", "no-plug 1.0 500", "late 25.0 1000");
    var little = new Stay(start, end, end.plus(Duration.ofMinutes(10)), PARIS);
    assertThat(said(tariff.settle(little, 0, Set.of(Tariff.Fault.AWAITED))))
        .as("within the grace")
        .containsExactly("time 1.25 250");
    assertThat(said(PLAIN.settle(late, 0, Set.of(Tariff.Fault.values()))))
        .as("without fees")
        .containsExactly("time 1.5 300");
  }

  @Test
  void whatWasStoredBeforeReadsAsBefore() {
    var row = new JsonObject()
        .put("id", 7)
        .put("from", "2026-12-01")
        .put("base", 100)
        .put("hour", 150)
        .put("cap", null)
        .put("unused", 0.5)
        .put("tiers", new JsonArray())
        .put("extras", new JsonObject());
    var read = TariffJson.versions(new JsonArray().add(row)).all().get(0).tariff();
    assertThat(read).isEqualTo(new Tariff(100, 150, List.of(), 0.5, NONE));
    var all = new Extras(
        NIGHT.night(),
        OptionalLong.of(1500),
        OptionalLong.of(6000),
        OptionalLong.of(500),
        Optional.of(new Extras.Late(1000, 10)));
    row.put("extras", TariffJson.extras(read.with(all)));
    assertThat(
            TariffJson.versions(new JsonArray().add(row)).all().get(0).tariff().extras())
        .isEqualTo(all);
  }

  private static Tariff capped(long day, OptionalLong week) {
    return PLAIN.with(
        new Extras(Optional.empty(), OptionalLong.of(day), week, NONE, Optional.empty()));
  }

  private static long total(Tariff tariff, Stay stay) {
    return Tariff.total(tariff.quote(stay, 0));
  }

  private static Stay stay(String start, String end, ZoneId zone) {
    return Stay.whole(at(start, zone).toInstant(), at(end, zone).toInstant(), zone);
  }

  private static ZonedDateTime at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone);
  }

  private static List<String> said(List<Tariff.Item> items) {
    return items.stream()
        .map(item -> item.kind() + " " + item.amount() + " " + item.cents())
        .toList();
  }
}
