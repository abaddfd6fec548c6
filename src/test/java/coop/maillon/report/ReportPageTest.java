package coop.maillon.report;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Statements;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a coordinator reads of how things are used, in words, pictures and tables. */
class ReportPageTest {

  private static final String WEEK = "/manage/reports?from=2026-12-14&to=2026-12-20";

  private static Coop coop;

  @BeforeAll
  static void start() {
    coop = Coop.start(java.util.Map.of("MAILLON_RATE_LIMITS", "off"));
    for (int day = 14; day < 19; day++) {
      book("salle-rhone", day, "10:00", "12:00");
    }
    book("salle-rhone", 15, "14:00", "15:00");
    arrivals();
  }

  @AfterAll
  static void stop() {
    coop.close();
  }

  @Test
  void thePictureAndTheTableBesideItSayTheSame() {
    var page = page(WEEK + "&resource=salle-rhone");
    assertThat(page.select("svg.heat g")).hasSize(12 * 7);
    assertThat(page.select("svg.heat g > text").eachText()).contains("100", "0", "·");
    assertThat(page.select("svg.heat title").eachText())
        .contains(
            "mardi 14:00–15:00 : 100 %, 1 h réservées sur 1 h ouvertes",
            "dimanche 10:00–11:00 : fermé");
    assertThat(page.select(".heat-table tbody tr").get(2).text())
        .startsWith("10:00 100 100 100 100 100 0");
    assertThat(page.text()).contains("15 % des heures ouvertes sont réservées : 11 h sur 72 h.");
  }

  @Test
  void theHoursThatStayFreeAndThoseThatAreWantedAreNamed() {
    var page = page(WEEK + "&resource=salle-rhone");
    assertThat(page.select("table:has(th:contains(Le plus souvent libre)) tbody tr")
            .get(0)
            .text())
        .startsWith("samedi 08:00–20:00 100 %");
    assertThat(page.select("table:has(th:contains(Le plus demandé)) tbody tr")
            .get(0)
            .text())
        .startsWith("lundi 10:00–12:00 100 %");
  }

  @Test
  void eachResourceLeadsToItsOwnWeek() {
    var link = page(WEEK).select("a:contains(Salle Rhône)").attr("href");
    assertThat(link).isEqualTo(WEEK + "&resource=salle-rhone");
    assertThat(page(link).select("h1").text()).isEqualTo("Salle Rhône");
    assertThat(page(link).select(".crumb").attr("href")).isEqualTo(WEEK);
  }

  @Test
  void whoDidNotComeIsCountedNotNamed() {
    var page = page("/manage/reports?from=2026-12-01&to=2026-12-07");
    assertThat(page.text())
        .contains("Sur 4 réservations qui demandaient une arrivée, 3 n’ont pas servi.")
        .contains("3 sur 4", "75 %")
        .doesNotContain("Bruno");
    assertThat(coop.browser("chloe")
            .get("/manage/reports/no-shows.csv?from=2026-12-01&to=2026-12-07")
            .body())
        .contains("lyon,salle-saone,4,3,75");
  }

  @Test
  void aPeriodThatIsNotOverSaysSo() {
    assertThat(page(WEEK).text()).contains("Cette période n’est pas finie");
    assertThat(page("/manage/reports").text())
        .contains("Du dimanche 8 novembre 2026 au lundi 7 décembre 2026")
        .doesNotContain("Cette période n’est pas finie");
  }

  @Test
  void daysThatDoNotReadAreNamedAndKept() {
    var answer = coop.browser("chloe").get("/manage/reports?from=2026-13-01&to=2026-12-20");
    assertThat(answer.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("#from-problem")).hasSize(1);
    assertThat(page.select("#from").val()).isEqualTo("2026-13-01");
    assertThat(refusedBecauseOf("from=2026-12-20&to=2026-12-14"))
        .isEqualTo("Le dernier jour vient avant le premier.");
    assertThat(refusedBecauseOf("from=2025-01-01&to=2026-12-14"))
        .isEqualTo("Un rapport porte sur 400 jours au plus.");
  }

  @Test
  void coordinatorsReadOfTheirOwnSites() {
    var paula = coop.browser("paula");
    assertThat(paula.get("/manage/reports").body())
        .contains("Kangoo")
        .doesNotContain("Salle Rhône");
    assertThat(paula.get("/manage/reports?site=lyon").statusCode()).isEqualTo(404);
    assertThat(coop.as("paula").get("/api/v1/reports/utilisation.csv?site=lyon").statusCode())
        .isEqualTo(404);
    assertThat(coop.as("paula").get("/api/v1/reports/utilisation.csv").body())
        .contains("kangoo")
        .doesNotContain("salle-rhone");
    assertThat(coop.browser("ada").get("/manage/reports").body())
        .contains("Kangoo", "Salle Rhône", "Salle Volcan");
  }

  @Test
  void aResourceOfAnotherKindIsNotMeantAnyMore() {
    assertThat(page(WEEK + "&kind=vehicle&resource=salle-rhone").select("h1").text())
        .isEqualTo("Rapports");
  }

  @Test
  void programsAreToldWhichDayDoesNotRead() {
    var answer = coop.as("chloe").get("/api/v1/reports/hours.csv?from=tomorrow");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"from\"");
  }

  @Test
  void aReportAsksTheDatabaseThreeTimesAtMost() {
    var chloe = coop.browser("chloe");
    var asked = Statements.ofEach(
        coop.database(), () -> assertThat(chloe.get(WEEK).statusCode()).isEqualTo(200));
    assertThat(asked).filteredOn(one -> !one.contains("FROM session")).hasSize(3);
  }

  private static Document page(String address) {
    var answer = coop.browser("chloe").get(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static String refusedBecauseOf(String days) {
    var answer = coop.browser("chloe").get("/manage/reports?" + days);
    assertThat(answer.statusCode()).isEqualTo(422);
    return Jsoup.parse(answer.body()).select("#to-problem").text();
  }

  private static void book(String resource, int day, String from, String to) {
    String date = "2026-12-" + day + "T";
    var answer =
        coop.as("bruno").book(resource, date + from + ":00+01:00", date + to + ":00+01:00");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  /** Of four that had to say that they are there one did; two were released since, of one it is only a matter of time. */
  private static void arrivals() {
    coop.sql("""
        WITH made AS (
          INSERT INTO booking (member_id, created_by, status, starts_at, ends_at, created_at, check_in_by, arrived_at)
          SELECT 3, 3, s.status, s.start, s.start + interval '1 hour', '2026-11-01Z', s.start + interval '10 min',
                 CASE WHEN s.status = 'completed' THEN s.start END
            FROM (VALUES ('completed', timestamptz '2026-12-02 09:00Z'), ('released', '2026-12-03 09:00Z'),
                         ('released', '2026-12-04 09:00Z'), ('confirmed', '2026-12-05 09:00Z'),
                         ('cancelled', '2026-12-06 09:00Z')) AS s (status, start)
          RETURNING id)
        INSERT INTO booked (booking_id, resource_id)
        SELECT made.id, r.id FROM made, resource r WHERE r.slug = 'salle-saone'
        """);
  }
}
