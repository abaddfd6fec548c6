package coop.maillon.report;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much of what was open was booked, hour by hour of the week, as the clock on the wall of each site shows it. */
class UtilisationTest {

  private static final String WEEK = "from=2026-12-14&to=2026-12-20";

  private Coop coop;

  @BeforeEach
  void start() {
    coop = Coop.start();
  }

  @AfterEach
  void stop() {
    coop.close();
  }

  @Test
  void anHourAndAHalfFillsTheHoursItLiesIn() {
    book("salle-loire", "2026-12-15T09:30:00+01:00", "2026-12-15T11:00:00+01:00");
    assertThat(hours(WEEK).booked("salle-loire"))
        .isEqualTo(Map.of("salle-loire 2 09", "30/60", "salle-loire 2 10", "60/60"));
  }

  @Test
  void aClosedHourIsNoPartOfIt() {
    assertThat(hours(WEEK).at("salle-loire 2 07")).isEqualTo("closed");
    assertThat(hours(WEEK).at("salle-loire 2 19")).isEqualTo("0/60");
    assertThat(hours(WEEK).at("salle-loire 7 10")).isEqualTo("closed");
  }

  @Test
  void inTwoWeeksAnHourIsOpenTwice() {
    book("salle-loire", "2026-12-15T09:00:00+01:00", "2026-12-15T10:00:00+01:00");
    assertThat(hours("from=2026-12-14&to=2026-12-27").at("salle-loire 2 09")).isEqualTo("60/120");
  }

  @Test
  void aPoolCountsEachOfItsUnits() {
    book("bureaux-calmes", "2026-12-15T09:00:00+01:00", "2026-12-15T10:00:00+01:00");
    book("bureaux-calmes", "2026-12-15T09:00:00+01:00", "2026-12-15T10:00:00+01:00");
    assertThat(hours(WEEK).at("bureaux-calmes 2 09")).isEqualTo("120/360");
  }

  @Test
  void aWholeIsAsBusyAsTheUnitsOfItsParts() {
    book("salle-fourviere", "2026-12-15T09:00:00+01:00", "2026-12-15T10:00:00+01:00");
    book("salle-fourviere-nord", "2026-12-16T09:00:00+01:00", "2026-12-16T10:00:00+01:00");
    var hours = hours(WEEK);
    assertThat(hours.at("salle-fourviere 2 09")).isEqualTo("120/120");
    assertThat(hours.at("salle-fourviere-sud 2 09")).isEqualTo("60/60");
    assertThat(hours.at("salle-fourviere 3 09")).isEqualTo("60/120");
    assertThat(hours.at("salle-fourviere-sud 3 09")).isEqualTo("0/60");
  }

  @Test
  void aWholeIsNotCountedBesideItsParts() {
    book("salle-fourviere", "2026-12-15T09:00:00+01:00", "2026-12-15T10:00:00+01:00");
    book("salle-loire", "2026-12-15T09:00:00+01:00", "2026-12-15T10:00:00+01:00");
    // Seven units of rooms with hours from eight to eight, and six desks: three of thirteen hours.
    var table =
        coop.as("chloe").get("/api/v1/reports/hours.csv?kind=space&" + WEEK).body();
    assertThat(table).contains("lyon,space,2,9,720,180,25,0");
  }

  @Test
  void buffersAreNotBooked() {
    book("studio", "2026-12-15T09:00:00+01:00", "2026-12-15T10:00:00+01:00");
    assertThat(coop.one("SELECT upper(during) - lower(during) FROM occupancy"))
        .isEqualTo("01:30:00");
    assertThat(hours(WEEK).booked("studio")).isEqualTo(Map.of("studio 2 09", "60/60"));
  }

  @Test
  void whatWasGivenBackEarlyWasNotUsed() {
    book("studio", "2026-12-15T09:00:00+01:00", "2026-12-15T11:00:00+01:00");
    coop.sql(
        "UPDATE booking SET arrived_at = starts_at, left_at = '2026-12-15T09:30:00+01:00'",
        "UPDATE occupancy SET during = tstzrange(lower(during), '2026-12-15T09:45:00+01:00', '[)')");
    assertThat(hours(WEEK).booked("studio")).isEqualTo(Map.of("studio 2 09", "30/60"));
  }

  @Test
  void whatIsClosedIsNotOpen() {
    var closing = new JsonObject()
        .put("resource", "salle-loire")
        .put("start", "2026-12-15T09:30:00+01:00")
        .put("end", "2026-12-15T11:00:00+01:00")
        .put("reason", "Chaudière")
        .put("apply", true);
    assertThat(coop.as("chloe").post("/api/v1/closures", closing).statusCode()).isEqualTo(201);
    var hours = hours(WEEK);
    assertThat(hours.at("salle-loire 2 09")).isEqualTo("0/30");
    assertThat(hours.at("salle-loire 2 10")).isEqualTo("closed");
    assertThat(hours.at("salle-loire 2 11")).isEqualTo("0/60");
  }

  @Test
  void holidaysAndExceptionsHaveTheirOwnHours() {
    coop.sql("""
        UPDATE site SET policy = '{"holidays":"closed","exceptions":[{"from":"2026-12-24","to":"2026-12-24",
          "open":[["08:00","12:00"]],"name":"Réveillon"}]}' WHERE slug = 'lyon'
        """);
    var hours = hours("from=2026-12-21&to=2026-12-27");
    assertThat(hours.at("salle-loire 4 11")).isEqualTo("0/60");
    assertThat(hours.at("salle-loire 4 12")).isEqualTo("closed");
    assertThat(hours.at("salle-loire 5 11")).isEqualTo("closed");
    assertThat(hours.at("salle-loire 6 11")).isEqualTo("0/60");
  }

  @Test
  void theHourThatSpringSkipsIsNeverOpen() {
    book("zoe-bleue", "2027-03-28T00:00:00+01:00", "2027-03-28T05:00:00+02:00");
    var hours = hours("from=2027-03-22&to=2027-03-28");
    assertThat(hours.at("zoe-bleue 7 02")).isEqualTo("closed");
    assertThat(hours.booked("zoe-bleue").keySet())
        .containsExactly("zoe-bleue 7 00", "zoe-bleue 7 01", "zoe-bleue 7 03", "zoe-bleue 7 04");
  }

  @Test
  void theHourThatAutumnRepeatsCountsTwice() {
    book("zoe-bleue", "2027-10-31T01:00:00+02:00", "2027-10-31T02:30:00+01:00");
    var hours = hours("from=2027-10-25&to=2027-10-31");
    assertThat(hours.booked("zoe-bleue"))
        .isEqualTo(Map.of("zoe-bleue 7 01", "60/60", "zoe-bleue 7 02", "90/120"));
  }

  @Test
  void aBookingAcrossMidnightCountsOnBothDays() {
    book("zoe-bleue", "2026-12-15T23:00:00+01:00", "2026-12-16T01:00:00+01:00");
    assertThat(hours(WEEK).booked("zoe-bleue"))
        .isEqualTo(Map.of("zoe-bleue 2 23", "60/60", "zoe-bleue 3 00", "60/60"));
  }

  @Test
  void ofABookingAcrossTheFirstMidnightOnlyWhatLiesInThePeriodCounts() {
    book("zoe-bleue", "2026-12-13T22:00:00+01:00", "2026-12-14T01:00:00+01:00");
    assertThat(hours(WEEK).booked("zoe-bleue")).isEqualTo(Map.of("zoe-bleue 1 00", "60/60"));
  }

  @Test
  void saintDenisCountsInItsOwnHours() {
    book("salle-volcan", "2026-12-14T09:00:00+04:00", "2026-12-14T10:00:00+04:00");
    var hours = Hours.taken(coop.as("ada"), "from=2026-12-14&to=2026-12-14");
    assertThat(hours.booked("salle-volcan")).isEqualTo(Map.of("salle-volcan 1 09", "60/60"));
    assertThat(hours.at("salle-volcan 1 08")).isEqualTo("0/60");
    assertThat(hours.at("salle-loire 1 08")).isEqualTo("0/60");
  }

  private Hours hours(String query) {
    return Hours.taken(coop.as("chloe"), query);
  }

  private void book(String resource, String start, String end) {
    var answer = coop.as("bruno").book(resource, start, end);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }
}
