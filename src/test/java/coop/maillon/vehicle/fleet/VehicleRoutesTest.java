package coop.maillon.vehicle.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What coordinators say of their cars. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class VehicleRoutesTest {

  private static final String PAGE = "/manage/vehicles/zoe-bleue";
  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void aCoordinatorSaysWhatACarCanDoAndHowFullItIs() {
    assertThat(equip("50", "15,8").statusCode()).isEqualTo(303);
    assertThat(coop.browser("chloe")
            .post(PAGE + "/readings", "socPct", "80", "odometerKm", "41200", "plugged", "true")
            .statusCode())
        .isEqualTo(303);

    assertThat(coop.browser("chloe").get(PAGE).body())
        .contains("80\u00a0% le mardi 8 décembre à 10:15, branchée", "value=\"15,8\"");
    assertThat(coop.one("SELECT usable_kwh || ' ' || margin || ' ' || winter FROM vehicle"))
        .isEqualTo("50 1.1 1.3");
  }

  @Test
  void whatCannotBeIsGivenBackAsTyped() {
    var answer = equip("beaucoup", "15");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("value=\"beaucoup\"", "Un nombre de 1 à 500");
  }

  @Test
  void aProgramNotesAReadingAndTheCounterOnlyGoesForward() {
    equip("50", "16");
    var body = new JsonObject()
        .put("at", "2026-12-08T10:00:00+01:00")
        .put("socPct", 62.5)
        .put("plugged", true)
        .put("odometerKm", 41200);

    var path = "/api/v1/vehicles/zoe-bleue/readings";
    assertThat(coop.as("chloe").post(path, body).statusCode()).isEqualTo(201);
    assertThat(coop.as("chloe").post(path, body.copy().put("odometerKm", 100)).statusCode())
        .isEqualTo(400);
    assertThat(coop.as("chloe")
            .post(path, body.copy().put("at", "2027-01-01T00:00:00Z"))
            .body())
        .contains("dans l’avenir");
    assertThat(coop.as("bruno").post(path, body).statusCode()).isEqualTo(403);
    assertThat(coop.as("paula").post(path, body).statusCode()).isEqualTo(403);
    assertThat(coop.one("SELECT count(*) FROM vehicle_reading")).isEqualTo("1");
  }

  private HttpResponse<String> equip(String usable, String consumption) {
    return coop.browser("chloe")
        .post(
            PAGE,
            "usable",
            usable,
            "consumption",
            consumption,
            "plug",
            "7.4",
            "efficiency",
            "90",
            "reserve",
            "15",
            "margin",
            "10",
            "winter",
            "30");
  }
}
