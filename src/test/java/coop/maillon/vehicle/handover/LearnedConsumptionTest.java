package coop.maillon.vehicle.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * What a car is seen to use. It is Tuesday 8 December 2026, 10:15 in Lyon; the Zoé is said to use 16 kWh/100 km in mild weather,
 * which makes 20.8 in December: 8.32 kWh, 16.6 points, for 40 km.
 */
class LearnedConsumptionTest {

  @AutoClose
  private final Kerb kerb = new Kerb();

  @Test
  void aTripThatTookMoreThanWasSaidMakesTheCarGoLessFarFromThenOn() {
    assertThat(page()).doesNotContain("Oublier ce que les trajets ont montré");
    driven("41240", "54");

    // 13 kWh for 40 km in December are 25 kWh/100 km of mild weather: a fifth of 40/100 of the 9
    // that is more.
    assertThat(learned()).isEqualTo("16.720 1");
    assertThat(page())
        .contains("Un trajet d’au moins 20 km a montré 16,7 kWh/100 km", "Oublier ce que");
    int far = farthest();
    assertThat(saved("forget", "true").statusCode()).isEqualTo(303);
    assertThat(learned()).isEqualTo("nothing 0");
    assertThat(farthest()).isGreaterThan(far);
  }

  @Test
  void eachTripMovesItALittle() {
    driven("41240", "54");
    var second = kerb.booked("diane", "11:30-13:00", 40);
    assertThat(kerb.takes("diane", second, "odometerKm", "41240", "socPct", "54", "sure", "true")
            .statusCode())
        .isEqualTo(303);
    kerb.clock("12:45");
    kerb.returns("diane", second, "odometerKm", "41290", "socPct", "38");

    // 8 kWh for 50 km are 12.31: a tenth of the 4.41 that is less.
    assertThat(learned()).isEqualTo("16.279 2");
    assertThat(page()).contains("2 trajets d’au moins 20 km ont montré 16,3 kWh/100 km");
  }

  @Test
  void aShortWayTeachesNothing() {
    driven("41219", "70");
    assertThat(learned()).isEqualTo("nothing 0");
  }

  /** Sixty points for 40 km. */
  @Test
  void aWayThatOnlyWhoeverDroveItBelievesTeachesNothing() {
    driven("41240", "20", "sure", "true");
    assertThat(learned()).isEqualTo("nothing 0");
  }

  @Test
  void aCarThatWasChargedOnTheWayTeachesNothing() {
    driven("41240", "90", "sure", "true");
    assertThat(learned()).isEqualTo("nothing 0");
  }

  @Test
  void whoeverWritesAnotherConsumptionStartsAnewAndWhoeverWritesTheSameDoesNot() {
    driven("41240", "54");
    saved("reserve", "20");
    assertThat(learned()).isEqualTo("16.720 1");
    saved("consumption", "18");
    assertThat(learned()).isEqualTo("nothing 0");
  }

  @Test
  void whatIsWrittenOfItStaysAsItWasWritten() {
    driven("41240", "54");
    assertThat(kerb.coop.browser("chloe").get("/manage/vehicles/zoe-bleue").body())
        .containsPattern("name=\"consumption\"[^>]*value=\"16\"");
  }

  /** Taken at 10:15 with 41 200 km and 80 %, brought back at 11:30. */
  private void driven(String km, String percent, String... also) {
    var booking = kerb.booked("bruno", "10:15-12:00", 40);
    assertThat(kerb.takes("bruno", booking).statusCode()).isEqualTo(303);
    kerb.clock("11:30");
    String[] said = {"odometerKm", km, "socPct", percent};
    var all = Stream.of(said, also).flatMap(Arrays::stream).toArray(String[]::new);
    var back = kerb.returns("bruno", booking, all);
    assertThat(back.statusCode()).as(Kerb.text(back)).isEqualTo(303);
  }

  private String learned() {
    return kerb.coop.one(
        "SELECT coalesce(round(learned_kwh_per_100km::numeric, 3)::text, 'nothing')"
            + " || ' ' || learned_trips FROM vehicle");
  }

  private String page() {
    return kerb.reads("chloe", "/manage/vehicles/zoe-bleue");
  }

  private int farthest() {
    var answer = kerb.coop
        .as("bruno")
        .get(
            "/api/v1/vehicles/zoe-bleue/range?start=2026-12-08T13:00:00%2B01:00&end=2026-12-08T14:00:00%2B01:00");
    return new JsonObject(answer.body()).getInteger("maxKm");
  }

  /** As it is, but for what is said last. */
  private HttpResponse<String> saved(String name, String value) {
    var all = new LinkedHashMap<String, String>();
    all.putAll(Map.of("usable", "50", "consumption", "16", "plug", "7,4", "efficiency", "90"));
    all.putAll(Map.of("reserve", "15", "margin", "0", "winter", "30"));
    all.put(name, value);
    String[] flat = all.entrySet().stream()
        .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
        .toArray(String[]::new);
    return kerb.coop.browser("chloe").post("/manage/vehicles/zoe-bleue", flat);
  }
}
