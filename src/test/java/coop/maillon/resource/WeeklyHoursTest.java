package coop.maillon.resource;

import static coop.maillon.resource.OpeningHours.weekly;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");

  private static final TimeSlot DECEMBER = paris("2026-12-07T00:00", "2026-12-14T00:00");

  @Test
  void theUsualWeekIsOpenFromEightToTwentyAndClosedOnSunday() {
    var open = weekly(WeeklyHours.USUAL).openIn(PARIS, DECEMBER);

    assertThat(open).hasSize(6);
    assertThat(open.get(0)).isEqualTo(paris("2026-12-07T08:00", "2026-12-07T20:00"));
    assertThat(open.get(5)).isEqualTo(paris("2026-12-12T08:00", "2026-12-12T20:00"));
  }

  @Test
  void aDayMayHaveSeveralStretchesAndTheOthersStayClosed() {
    var hours = WeeklyHours.on(
        List.of(MONDAY), DayStretch.of("14:00", "18:00"), DayStretch.of("08:00", "12:00"));

    assertThat(weekly(hours).openIn(PARIS, DECEMBER))
        .containsExactly(
            paris("2026-12-07T08:00", "2026-12-07T12:00"),
            paris("2026-12-07T14:00", "2026-12-07T18:00"));
    assertThat(hours.of(SUNDAY)).isEmpty();
  }

  @Test
  void stretchesOfADayThatTouchAreOne() {
    var hours = WeeklyHours.on(
        List.of(MONDAY), DayStretch.of("08:00", "12:00"), DayStretch.of("12:00", "18:00"));

    assertThat(hours.of(MONDAY)).containsExactly(DayStretch.of("08:00", "18:00"));
  }

  @Test
  void openEveryDayFromMidnightToMidnightIsOneEndlessStretch() {
    assertThat(weekly(WeeklyHours.ALWAYS).openIn(PARIS, DECEMBER)).containsExactly(DECEMBER);
    assertThat(
            weekly(WeeklyHours.ALWAYS).covers(PARIS, paris("2020-01-01T00:00", "9000-01-01T00:00")))
        .isTrue();
  }

  @Test
  void daysThatTouchAtMidnightAreOneStretch() {
    var hours = new WeeklyHours(Map.of(
        SATURDAY,
        List.of(DayStretch.of("20:00", "24:00")),
        SUNDAY,
        List.of(DayStretch.of("00:00", "04:00"))));

    assertThat(weekly(hours).openIn(PARIS, DECEMBER))
        .containsExactly(paris("2026-12-12T20:00", "2026-12-13T04:00"));
    assertThat(weekly(hours).covers(PARIS, paris("2026-12-12T23:00", "2026-12-13T01:00")))
        .isTrue();
    assertThat(weekly(hours).covers(PARIS, paris("2026-12-12T23:00", "2026-12-13T04:01")))
        .isFalse();
  }

  @Test
  void theWindowCutsWhatIsOpen() {
    var lunch = paris("2026-12-08T11:30", "2026-12-08T13:00");

    assertThat(weekly(WeeklyHours.USUAL).openIn(PARIS, lunch)).containsExactly(lunch);
    assertThat(
            weekly(WeeklyHours.USUAL).openIn(PARIS, paris("2026-12-08T20:00", "2026-12-09T08:00")))
        .isEmpty();
  }

  @Test
  void aSlotIsCoveredUpToTheVeryClosing() {
    assertThat(
            weekly(WeeklyHours.USUAL).covers(PARIS, paris("2026-12-08T08:00", "2026-12-08T20:00")))
        .isTrue();
    assertThat(
            weekly(WeeklyHours.USUAL).covers(PARIS, paris("2026-12-08T07:59", "2026-12-08T20:00")))
        .isFalse();
    assertThat(
            weekly(WeeklyHours.USUAL).covers(PARIS, paris("2026-12-08T08:00", "2026-12-08T20:01")))
        .isFalse();
    assertThat(
            weekly(WeeklyHours.USUAL).covers(PARIS, paris("2026-12-08T08:00", "2026-12-09T20:00")))
        .isFalse();
    assertThat(
            weekly(WeeklyHours.USUAL).covers(PARIS, paris("2026-12-13T09:00", "2026-12-13T10:00")))
        .isFalse();
  }

  @Test
  void theTwentyNinthOfFebruaryIsADayLikeAnother() {
    var leapDay = paris("2028-02-29T00:00", "2028-03-01T00:00");

    assertThat(weekly(WeeklyHours.USUAL).openIn(PARIS, leapDay))
        .containsExactly(paris("2028-02-29T08:00", "2028-02-29T20:00"));
  }

  @Test
  void inSaintDenisTheDayOpensAtFourInTheMorningUtc() {
    var open = weekly(WeeklyHours.USUAL)
        .openIn(REUNION, slot(REUNION, "2026-12-08T00:00", "2026-12-09T00:00"));

    assertThat(open)
        .containsExactly(slot(ZoneId.of("UTC"), "2026-12-08T04:00", "2026-12-08T16:00"));
    assertThat(weekly(WeeklyHours.USUAL)
            .covers(REUNION, slot(REUNION, "2026-12-08T08:00", "2026-12-08T09:00")))
        .isTrue();
    assertThat(weekly(WeeklyHours.USUAL)
            .covers(PARIS, slot(REUNION, "2026-12-08T08:00", "2026-12-08T09:00")))
        .isFalse();
  }

  @Test
  void whatIsCoveredIsWhatIsOpenAtEveryQuarterOfAYear() {
    var hours = new WeeklyHours(Map.of(
        SATURDAY, List.of(DayStretch.of("20:00", "24:00")),
        SUNDAY, List.of(DayStretch.of("00:00", "02:30"), DayStretch.of("03:00", "04:00"))));
    var year = paris("2027-01-01T00:00", "2028-01-01T00:00");
    var open = weekly(hours).openIn(PARIS, year);

    IntStream.range(0, 365 * 96)
        .mapToObj(quarter -> TimeSlot.ofMinutes(year.start().plusSeconds(900L * quarter), 15))
        .forEach(slot -> assertThat(weekly(hours).covers(PARIS, slot))
            .isEqualTo(open.stream().anyMatch(stretch -> stretch.covers(slot))));
  }

  @Nested
  class WhenTheClocksChange {

    private static final String SPRING = "2027-03-28";
    private static final String AUTUMN = "2027-10-31";

    @Test
    void theDayOfTwentyThreeHoursIsOpenForTwentyThree() {
      assertThat(hoursOpen(SPRING, "00:00", "24:00")).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void theDayOfTwentyFiveHoursIsOpenForTwentyFive() {
      assertThat(hoursOpen(AUTUMN, "00:00", "24:00")).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void eightToTwentyIsTwelveHoursOnBothDays() {
      assertThat(hoursOpen(SPRING, "08:00", "20:00")).isEqualTo(Duration.ofHours(12));
      assertThat(hoursOpen(AUTUMN, "08:00", "20:00")).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void anOpeningInTheHourThatSpringSkipsTakesTheOffsetBeforeIt() {
      // 02:30 does not exist: with winter's offset it is 01:30 UTC, which the clocks show as 03:30
      assertThat(openOn(SPRING, "02:30", "06:00"))
          .containsExactly(utc("2027-03-28T01:30", "2027-03-28T04:00"));
    }

    @Test
    void aClosingInTheHourThatSpringSkipsTakesTheOffsetBeforeIt() {
      assertThat(openOn(SPRING, "00:00", "02:30"))
          .containsExactly(utc("2027-03-27T23:00", "2027-03-28T01:30"));
    }

    @Test
    void aStretchThatSpringTurnsRoundIsNotOpenAtAll() {
      assertThat(openOn(SPRING, "02:45", "03:30")).isEmpty();
    }

    @Test
    void theHourThatAutumnRepeatsIsOpenAsAWhole() {
      assertThat(openOn(AUTUMN, "02:00", "03:00"))
          .containsExactly(utc("2027-10-31T00:00", "2027-10-31T02:00"));
      assertThat(openOn(AUTUMN, "02:15", "02:45"))
          .containsExactly(utc("2027-10-31T00:15", "2027-10-31T01:45"));
    }

    @Test
    void aNightAcrossTheChangeIsOneStretch() {
      var night = new WeeklyHours(Map.of(
          SATURDAY,
          List.of(DayStretch.of("22:00", "24:00")),
          SUNDAY,
          List.of(DayStretch.of("00:00", "06:00"))));

      assertThat(weekly(night).openIn(PARIS, paris("2027-10-30T12:00", "2027-10-31T12:00")))
          .containsExactly(utc("2027-10-30T20:00", "2027-10-31T05:00"));
      assertThat(weekly(night).covers(PARIS, utc("2027-10-30T20:00", "2027-10-31T05:00")))
          .isTrue();
      assertThat(weekly(night).covers(PARIS, utc("2027-10-30T20:00", "2027-10-31T05:01")))
          .isFalse();
    }

    @Test
    void whereMidnightItselfIsSkippedTheDayStartsWhenTheClocksSaySo() {
      var beirut = ZoneId.of("Asia/Beirut");
      var hours = WeeklyHours.on(List.of(SUNDAY), DayStretch.WHOLE_DAY);

      assertThat(weekly(hours).openIn(beirut, utc("2027-03-27T00:00", "2027-03-29T00:00")))
          .containsExactly(utc("2027-03-27T22:00", "2027-03-28T21:00"));
    }

    private static Duration hoursOpen(String date, String from, String to) {
      return openOn(date, from, to).get(0).length();
    }

    private static List<TimeSlot> openOn(String date, String from, String to) {
      var hours = WeeklyHours.on(List.of(SUNDAY), DayStretch.of(from, to));
      return weekly(hours).openIn(PARIS, utc(date + "T00:00", date + "T23:59").spread(120, 0));
    }
  }

  @Test
  void aStretchOfADayMustStartBeforeItEndsWithinTheDay() {
    assertThatThrownBy(() -> DayStretch.of("20:00", "08:00")).hasMessageContaining("20:00");
    assertThat(DayStretch.parse("08:00", "08:00")).isEmpty();
    assertThat(DayStretch.parse("08:00", "24:01")).isEmpty();
    assertThat(DayStretch.parse("24:00", "24:00")).isEmpty();
    assertThat(DayStretch.parse("8:00", "9:00")).isEmpty();
    assertThat(DayStretch.parse("08:60", "9:00")).isEmpty();
    assertThat(DayStretch.of("00:00", "24:00")).isEqualTo(DayStretch.WHOLE_DAY);
    assertThat(DayStretch.WHOLE_DAY.closes()).isEqualTo("24:00");
  }

  private static TimeSlot paris(String start, String end) {
    return slot(PARIS, start, end);
  }

  private static TimeSlot utc(String start, String end) {
    return slot(ZoneId.of("UTC"), start, end);
  }

  private static TimeSlot slot(ZoneId zone, String start, String end) {
    return new TimeSlot(
        LocalDateTime.parse(start).atZone(zone).toInstant(),
        LocalDateTime.parse(end).atZone(zone).toInstant());
  }
}
