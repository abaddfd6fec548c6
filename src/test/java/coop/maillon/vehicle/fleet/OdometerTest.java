package coop.maillon.vehicle.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.vehicle.handover.Kerb;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A counter that was noted too high. It is Tuesday 8 December 2026, 10:15 in Lyon; the Zoé has 41 200 km. */
class OdometerTest {

  private Kerb kerb;

  @BeforeEach
  void open() {
    kerb = new Kerb();
  }

  @AfterEach
  void close() {
    kerb.close();
  }

  @Test
  void aCounterNotedTooHighIsPutRightAndGoesOnFromThere() {
    slipped();
    assertThat(noted("41240").statusCode()).as("without saying so").isEqualTo(422);

    var right = noted("41240", "corrects", "true");
    assertThat(right.statusCode()).as(Kerb.text(right)).isEqualTo(303);
    assertThat(
            kerb.coop.one("SELECT odometer_km || ' instead of ' || corrects_km FROM vehicle_reading"
                + " WHERE corrects_km IS NOT NULL"))
        .isEqualTo("41240 instead of 42140");
    assertThat(kerb.coop.one("SELECT count(*) FROM vehicle_reading WHERE odometer_km = 42140"))
        .as("what was read stays")
        .isEqualTo("1");

    kerb.clock("11:30");
    var second = kerb.booked("bruno", "11:30-12:00", 10);
    var taken = kerb.takes("bruno", second, "odometerKm", "41240", "socPct", "70", "sure", "true");
    assertThat(taken.statusCode()).as(Kerb.text(taken)).isEqualTo(303);
  }

  /** Brought back at eleven after 40 km, noted as 940. */
  private void slipped() {
    var booking = kerb.booked("bruno", "10:15-11:00", 10);
    kerb.takes("bruno", booking);
    kerb.clock("11:00");
    var back =
        kerb.returns("bruno", booking, "odometerKm", "42140", "socPct", "70", "sure", "true");
    assertThat(back.statusCode()).as(Kerb.text(back)).isEqualTo(303);
    kerb.clock("11:05");
  }

  @Test
  void whoeverPutsItRightSaysWhatItShows() {
    var answer = noted("", "corrects", "true");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"odometerKm-problem\"");
    assertThat(kerb.count("vehicle_reading")).isEqualTo("1");
    assertThat(kerb.coop
            .browser("bruno")
            .post("/manage/vehicles/zoe-bleue/readings", "socPct", "70", "corrects", "true")
            .statusCode())
        .isEqualTo(403);
  }

  @Test
  void aProgramPutsItRightToo() {
    slipped();
    assertThat(told(reading("11:05", 41240)).statusCode())
        .as("without saying so")
        .isEqualTo(400);
    assertThat(told(reading("11:05", 41240).put("corrects", true)).statusCode()).isEqualTo(201);
    assertThat(kerb.coop.one("SELECT corrects_km FROM vehicle_reading ORDER BY id DESC LIMIT 1"))
        .isEqualTo("42140");

    var silent = reading("11:05", 0).put("corrects", true);
    silent.remove("odometerKm");
    assertThat(told(silent).body()).contains("odometerKm");
    assertThat(told(reading("10:30", 41230).put("corrects", true)).body())
        .contains("elle ne peut pas précéder le dernier relevé");
  }

  private static JsonObject reading(String time, int km) {
    return new JsonObject()
        .put("at", "2026-12-08T" + time + ":00+01:00")
        .put("socPct", 70)
        .put("plugged", true)
        .put("odometerKm", km);
  }

  private HttpResponse<String> told(JsonObject reading) {
    return kerb.coop.as("chloe").post("/api/v1/vehicles/zoe-bleue/readings", reading);
  }

  private HttpResponse<String> noted(String km, String... also) {
    String[] said = {"socPct", "70", "odometerKm", km, "plugged", "true"};
    var all = Stream.of(said, also).flatMap(Arrays::stream).toArray(String[]::new);
    return kerb.coop.browser("chloe").post("/manage/vehicles/zoe-bleue/readings", all);
  }
}
