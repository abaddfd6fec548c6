package coop.maillon.resource;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.resource.holiday.Region;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static final DatedHours CHRISTMAS =
      new DatedHours(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31), List.of(), "Fêtes");

  private static final DatedHours HALF_DAY = new DatedHours(
      LocalDate.of(2026, 12, 24),
      LocalDate.of(2026, 12, 24),
      List.of(DayStretch.of("08:00", "12:00")),
      "");

  @Test
  void anExceptionReplacesTheHoursOfItsDaysAndNoOthers() {
    var hours = usual(Calendar.SILENT.with(List.of(CHRISTMAS)));

    assertThat(hours.openIn(PARIS, slot("2026-12-23T00:00", "2027-01-02T00:00")))
        .containsExactly(
            slot("2026-12-23T08:00", "2026-12-23T20:00"),
            slot("2027-01-01T08:00", "2027-01-01T20:00"));
    assertThat(hours.covers(PARIS, slot("2026-12-28T10:00", "2026-12-28T11:00")))
        .isFalse();
  }

  @Test
  void theResourcesExceptionComesBeforeItsSites() {
    var calendar =
        Calendar.SILENT.with(List.of(HALF_DAY)).over(Calendar.SILENT.with(List.of(CHRISTMAS)));

    assertThat(usual(calendar).covers(PARIS, slot("2026-12-24T08:00", "2026-12-24T12:00")))
        .isTrue();
    assertThat(usual(calendar).covers(PARIS, slot("2026-12-24T08:00", "2026-12-24T13:00")))
        .isFalse();
    assertThat(usual(calendar).on(LocalDate.of(2026, 12, 28))).isEmpty();
  }

  @Test
  void anExceptionMayOpenWhatIsClosed() {
    var sunday = new DatedHours(
        LocalDate.of(2026, 12, 13),
        LocalDate.of(2026, 12, 13),
        List.of(DayStretch.of("10:00", "18:00")),
        "Portes ouvertes");

    assertThat(usual(Calendar.SILENT.with(List.of(sunday)))
            .covers(PARIS, slot("2026-12-13T10:00", "2026-12-13T18:00")))
        .isTrue();
  }

  @Test
  void publicHolidaysAreOpenUnlessTheSwitchSaysOtherwise() {
    var labourDay = slot("2027-05-01T10:00", "2027-05-01T11:00");

    assertThat(usual(Calendar.SILENT).covers(PARIS, labourDay)).isTrue();
    assertThat(usual(Calendar.SILENT.with(Holidays.CLOSED)).covers(PARIS, labourDay))
        .isFalse();
  }

  @Test
  void aResourceKeepsTheHolidaysOfItsSitesRegion() {
    var calendar =
        Calendar.SILENT.with(Holidays.CLOSED).over(Calendar.SILENT.in(Region.ALSACE_MOSELLE));
    var goodFriday = LocalDate.of(2027, 3, 26);

    assertThat(usual(calendar).on(goodFriday)).isEmpty();
    assertThat(usual(Calendar.SILENT.with(Holidays.CLOSED)).on(goodFriday)).isNotEmpty();
  }

  @Test
  void anExceptionOnAHolidayIsStronger() {
    var open = new DatedHours(
        LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 1), List.of(DayStretch.WHOLE_DAY), "");
    var calendar = Calendar.SILENT.with(Holidays.CLOSED).with(List.of(open));

    assertThat(usual(calendar).on(LocalDate.of(2027, 5, 1))).containsExactly(DayStretch.WHOLE_DAY);
  }

  @Test
  void whatIsAlwaysOpenClosesOnAHolidayToo() {
    var hours = new OpeningHours(WeeklyHours.ALWAYS, Calendar.SILENT.with(Holidays.CLOSED));

    assertThat(hours.isAlways()).isFalse();
    assertThat(hours.openIn(PARIS, slot("2027-04-30T12:00", "2027-05-02T12:00")))
        .containsExactly(
            slot("2027-04-30T12:00", "2027-05-01T00:00"),
            slot("2027-05-02T00:00", "2027-05-02T12:00"));
  }

  private static OpeningHours usual(Calendar calendar) {
    return new OpeningHours(WeeklyHours.USUAL, calendar);
  }

  private static TimeSlot slot(String start, String end) {
    return new TimeSlot(
        LocalDateTime.parse(start).atZone(PARIS).toInstant(),
        LocalDateTime.parse(end).atZone(PARIS).toInstant());
  }
}
