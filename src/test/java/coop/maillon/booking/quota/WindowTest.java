package coop.maillon.booking.quota;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.resource.Quota;
import coop.maillon.resource.Quota.Measure;
import coop.maillon.resource.Quota.Period;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");
  private static final Instant NOW = Instant.parse("2026-12-08T09:15:00Z");

  @Test
  void aNightOverSundayCountsInBothWeeks() {
    var weeks = windows(Period.WEEK, PARIS, "2026-12-13T22:00", "2026-12-14T01:00");

    assertThat(weeks)
        .extracting(window -> window.from().toString())
        .containsExactly("2026-12-07", "2026-12-14");
    assertThat(weeks)
        .extracting(
            window -> window.taken(List.of(slot(PARIS, "2026-12-13T22:00", "2026-12-14T01:00"))))
        .containsExactly(120L, 60L);
  }

  @Test
  void aDayOnWhichTheClockChangesHasItsRealHours() {
    var spring = slot(PARIS, "2027-03-28T00:00", "2027-03-29T00:00");
    var autumn = slot(PARIS, "2027-10-31T00:00", "2027-11-01T00:00");

    assertThat(only(Period.DAY, spring).taken(List.of(spring))).isEqualTo(23 * 60);
    assertThat(only(Period.DAY, autumn).taken(List.of(autumn))).isEqualTo(25 * 60);
    assertThat(only(Period.WEEK, spring).during().length()).hasHours(167);
    assertThat(only(Period.WEEK, autumn).during().length()).hasHours(169);
  }

  @Test
  void aMonthBeginsWhenItDoesOnTheIsland() {
    var newYearInSaintDenis = slot(REUNION, "2027-01-01T00:00", "2027-01-01T02:00");

    assertThat(Window.touchedBy(newYearInSaintDenis, quota(Period.MONTH, REUNION), NOW))
        .extracting(window -> window.from().toString())
        .containsExactly("2027-01-01");
    assertThat(Window.touchedBy(newYearInSaintDenis, quota(Period.MONTH, PARIS), NOW))
        .extracting(window -> window.from().toString())
        .containsExactly("2026-12-01");
  }

  @Test
  void whatHasBegunIsNotToCome() {
    var begun = new TimeSlot(NOW.minusSeconds(60), NOW.plusSeconds(3600));
    var next = new TimeSlot(NOW.plusSeconds(3600), NOW.plusSeconds(7200));
    var quota = quota(Period.FUTURE, PARIS);

    assertThat(Window.touchedBy(begun, quota, NOW)).isEmpty();
    assertThat(Window.touchedBy(next, quota, NOW).get(0).taken(List.of(begun, next)))
        .isEqualTo(60);
  }

  @Test
  void bookingsCountWhereTheyStart() {
    var quota = new Quota(
        new Quota.Id(1),
        "",
        PARIS,
        Measure.BOOKINGS,
        3,
        Period.DAY,
        Quota.Holder.MEMBER,
        Optional.empty(),
        Set.of());
    var night = slot(PARIS, "2026-12-13T22:00", "2026-12-14T01:00");

    assertThat(Window.touchedBy(night, quota, NOW))
        .extracting(window -> window.taken(List.of(night)))
        .containsExactly(1L, 0L);
  }

  private static Window only(Period period, TimeSlot slot) {
    var windows = Window.touchedBy(slot, quota(period, PARIS), NOW);
    assertThat(windows).hasSize(1);
    return windows.get(0);
  }

  private static List<Window> windows(Period period, ZoneId zone, String start, String end) {
    return Window.touchedBy(slot(zone, start, end), quota(period, zone), NOW);
  }

  private static Quota quota(Period period, ZoneId zone) {
    return new Quota(
        new Quota.Id(1),
        "",
        zone,
        Measure.MINUTES,
        60,
        period,
        Quota.Holder.MEMBER,
        Optional.empty(),
        Set.of());
  }

  private static TimeSlot slot(ZoneId zone, String start, String end) {
    return new TimeSlot(
        LocalDateTime.parse(start).atZone(zone).toInstant(),
        LocalDateTime.parse(end).atZone(zone).toInstant());
  }
}
