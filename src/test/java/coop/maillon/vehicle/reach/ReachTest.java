package coop.maillon.vehicle.reach;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.vehicle.fleet.Garage;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which car goes far enough, and when. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class ReachTest {

  private static final String THURSDAY = "/vehicles?site=lyon&date=2026-12-10";
  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
    Garage.equip(coop, "zoe-bleue");
    Garage.read(coop, "zoe-bleue", 100);
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void everyFreeTimeSaysHowFarTheCarGoesBeforeAnybodySaysHowFarTheyWantToGo() {
    Garage.book(coop, "bruno", Garage.trip("zoe-bleue", 10, "10:00-14:00", 150));

    var page = page(THURSDAY + "&minutes=120");

    assertThat(cell(page, "08:00")).contains("\u00a0km", "/bookings/new?resource=zoe-bleue");
    assertThat(cell(page, "09:00")).contains("pas libre").doesNotContain("href");
    assertThat(page).contains("réserve et trajets suivants compris");
  }

  @Test
  void theSlotsThatSufficeAreMarkedByASignAndAWordToo() {
    Garage.book(coop, "bruno", Garage.trip("zoe-bleue", 10, "10:00-14:00", 150));

    var page = page(THURSDAY + "&minutes=120&km=120");

    assertThat(cell(page, "07:00"))
        .startsWith("<li class=\"short\">")
        .contains("pas assez loin", "#i-battery", "distanceKm=120");
    assertThat(cell(page, "21:30"))
        .startsWith("<li class=\"enough\">")
        .contains("assez loin", "#i-check");
  }

  @Test
  void aFreeSlotSaysWhatTheProgramsAreTold() {
    Garage.book(coop, "bruno", Garage.trip("zoe-bleue", 10, "10:00-14:00", 150));
    var range = coop.as("diane")
        .get(
            "/api/v1/vehicles/zoe-bleue/range?start=2026-12-10T16:00:00%2B01:00&end=2026-12-10T18:00:00%2B01:00");
    int most = new JsonObject(range.body()).getInteger("maxKm");

    assertThat(cell(page(THURSDAY + "&minutes=120"), "16:00")).contains(most + "\u00a0km");
    assertThat(coop.as("diane")
            .post("/api/v1/bookings", Garage.trip("zoe-bleue", 10, "16:00-18:00", most + 1))
            .statusCode())
        .isEqualTo(422);
    assertThat(coop.as("diane")
            .post("/api/v1/bookings", Garage.trip("zoe-bleue", 10, "16:00-18:00", most))
            .statusCode())
        .isEqualTo(201);
  }

  @Test
  void oneClickOpensTheFormWithTheCarTheTimeAndTheKilometres() {
    var page = page(THURSDAY + "&minutes=180&km=90");
    var cell = cell(page, "09:00");
    var href = cell.substring(cell.indexOf("href=\"") + 6);

    var form = page(href.substring(0, href.indexOf('"')).replace("&amp;", "&"));

    assertThat(form)
        .contains("value=\"2026-12-10\"", "value=\"09:00\"", "value=\"12:00\"", "value=\"90\"");
  }

  @Test
  void todayNothingIsOfferedThatIsOver() {
    var page = page("/vehicles?site=lyon&date=2026-12-08");

    assertThat(page).doesNotContain(">10:00<").contains(">10:30<").doesNotContain("rel=\"prev\"");
  }

  @Test
  void aCarThatNobodyReadSaysSoAndOneThatBurnsFuelGoesAnywhere() {
    Garage.equip(coop, "e208-verte");

    assertThat(page(THURSDAY + "&km=300")).contains("Personne n’a encore noté sa charge");
    assertThat(page("/vehicles?site=grenoble&date=2026-12-10&km=900"))
        .contains("<li class=\"enough\">", "libre");
    assertThat(page("/vehicles?site=saint-denis")).contains("Pas de voiture ici");
  }

  @Test
  void whatCannotBeReadIsAsIfItWereNotSaidAndASiteOneMayNotSeeIsNotThere() {
    assertThat(page("/vehicles?site=lyon&date=soon&km=far&minutes=-1&from=dawn"))
        .contains("Zoé bleue");
    assertThat(coop.browser("bruno").get("/vehicles?site=atlantis").statusCode())
        .isEqualTo(404);
    assertThat(coop.browser("gus").get("/vehicles?site=grenoble").statusCode()).isEqualTo(404);
  }

  @Test
  void thePlanningAndTheOpeningsLeadThereAndSayHowFar() {
    assertThat(page("/?site=lyon&date=2026-12-10"))
        .contains("href=\"/vehicles?site=lyon&amp;date=2026-12-10\"");
    assertThat(coop.browser("bruno").with("HX-Request", "true").get(THURSDAY).body())
        .contains("Zoé bleue <b>204\u00a0km</b>")
        .doesNotContain("<html");
    assertThat(page("/openings?kind=vehicle&site=lyon&date=2026-12-10&minutes=120"))
        .contains("href=\"/vehicles?date=2026-12-10", "jusqu’à 204\u00a0km");
    assertThat(page("/openings?kind=space&site=lyon&date=2026-12-10"))
        .doesNotContain("/vehicles?date");
  }

  private String page(String path) {
    var answer = coop.browser("bruno").get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** What stands at that time for the first car. */
  private static String cell(String page, String time) {
    int at = page.indexOf(">" + time + "<");
    assertThat(at).as(time + " in " + page).isPositive();
    int from = page.lastIndexOf("<li", at);
    return page.substring(from, page.indexOf("</li>", at));
  }
}
