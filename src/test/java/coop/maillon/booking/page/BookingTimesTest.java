package coop.maillon.booking.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Days that end late, days of 23 and 25 hours, and places where it is later: what the form makes of local times. */
class BookingTimesTest extends Forms {

  @Test
  void aBookingAcrossMidnightIsOneBooking() {
    var sent = book(bruno(), "zoe-bleue", "2026-12-09", "22:00", "02:00");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(coop.one("SELECT ends_at - starts_at FROM booking")).isEqualTo("04:00:00");
    var till = book(bruno(), "bureaux-calmes", "2026-12-09", "22:00", "24:00");
    assertThat(bruno().get(at(till)).body()).contains("22:00–24:00");
    var days =
        book(bruno(), "e208-verte", "2026-12-09", "18:00", "09:00", "end-date", "2026-12-11");
    assertThat(days.statusCode()).isEqualTo(303);
    assertThat(bruno().get(at(days)).body()).contains("18:00 – ven. 11 déc. 09:00");
  }

  @Test
  void aTimeThatSpringSkipsTakesTheOffsetBeforeIt() {
    book(bruno(), "zoe-bleue", "2027-03-28", "02:30", "04:00");
    assertThat(coop.one("SELECT starts_at AT TIME ZONE 'UTC' FROM booking"))
        .startsWith("2027-03-28 01:30");
  }

  @Test
  void theHourThatAutumnRepeatsIsTheFirstUnlessTheSecondIsAskedFor() {
    var form =
        bruno().get("/bookings/new?resource=zoe-bleue&date=2027-10-31&start=02:30&end=04:00");
    assertThat(form.body()).contains("la même heure revient deux fois");
    book(bruno(), "zoe-bleue", "2027-10-31", "02:30", "04:00");
    assertThat(coop.one("SELECT starts_at AT TIME ZONE 'UTC' FROM booking"))
        .startsWith("2027-10-31 00:30");
    book(bruno(), "e208-verte", "2027-10-31", "02:30", "04:00", "start-later", "1");
    assertThat(coop.one("SELECT max(starts_at) AT TIME ZONE 'UTC' FROM booking"))
        .startsWith("2027-10-31 01:30");
  }

  @Test
  void saintDenisIsBookedInItsOwnTime() {
    book(bruno(), "salle-volcan", "2026-12-09", "10:00", "11:00");
    assertThat(coop.one("SELECT starts_at AT TIME ZONE 'UTC' FROM booking"))
        .startsWith("2026-12-09 06:00");
  }
}
