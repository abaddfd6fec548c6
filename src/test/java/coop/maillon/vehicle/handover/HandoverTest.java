package coop.maillon.vehicle.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking a car and bringing it back. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class HandoverTest {

  private static final String TAKE = "SELECT soc_pct || ' ' || odometer_km || ' ' || plugged FROM"
      + " vehicle_reading ORDER BY id DESC LIMIT 1";
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
  void aCarIsTakenWithItsCounterAndItsCharge() {
    var booking = kerb.booked("bruno", "10:15-12:00", 40);

    assertThat(kerb.coop.browser("bruno").get("/bookings/" + booking).body())
        .contains("href=\"/bookings/" + booking + "/taking\"")
        .doesNotContain("/check-in\"");
    assertThat(kerb.coop.browser("bruno").get("/here/zoe-bleue").body())
        .contains("/bookings/" + booking + "/taking?next=/here/zoe-bleue");
    var page = kerb.coop.browser("bruno").get("/bookings/" + booking + "/taking");
    assertThat(page.body()).contains("value=\"41200\"", "value=\"82\"");
    assertThat(Kerb.text(page)).contains("Prendre Zoé bleue", "Prévu : 82 %");

    assertThat(kerb.takes("bruno", booking, "socPct", "79,5").statusCode()).isEqualTo(303);
    assertThat(kerb.coop.one(TAKE)).isEqualTo("79.5 41200 false");
    assertThat(kerb.coop.one("SELECT arrived_at IS NOT NULL FROM booking")).isEqualTo("t");
  }

  @Test
  void itIsBroughtBackWithWhatIsLeftAndOnItsCharger() {
    var booking = taken();
    kerb.clock("11:30");
    var page = kerb.coop.browser("bruno").get("/bookings/" + booking + "/return");
    assertThat(Kerb.text(page)).contains("Rendre Zoé bleue", "Prévu : 63 %", "voyant allumé");

    var answer = kerb.returns("bruno", booking);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/bookings/" + booking);
    assertThat(kerb.coop.one(TAKE)).isEqualTo("60 41240 true");
    assertThat(kerb.coop.one("SELECT ends_at AT TIME ZONE 'Europe/Paris' FROM booking"))
        .isEqualTo("2026-12-08 11:30:00");
  }

  @Test
  void whoDoesNotPlugItInSaysWhy() {
    var booking = taken();
    kerb.clock("11:30");

    var silent = kerb.returns("bruno", booking, "plug", "");
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(kerb.returns("bruno", booking, "plug", "cable-missing").statusCode())
        .as("and the cable is there")
        .isEqualTo(422);
    assertThat(kerb.returns("bruno", booking, "plug", "charger-broken").statusCode())
        .isEqualTo(303);
    assertThat(kerb.coop.one(TAKE)).isEqualTo("60 41240 false");
    assertThat(kerb.coop.one("SELECT plug FROM vehicle_handover WHERE way = 'return'"))
        .isEqualTo("charger-broken");
  }

  @Test
  void aCounterNeverGoesBack() {
    var booking = kerb.booked("bruno", "10:15-12:00", 40);
    var answer = kerb.takes("bruno", booking, "odometerKm", "41100", "sure", "true");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Kerb.text(answer)).contains("Le compteur affichait déjà 41 200 km");
    assertThat(answer.body()).contains("value=\"41100\"");
    assertThat(kerb.coop.one("SELECT arrived_at IS NULL FROM booking")).isEqualTo("t");
    assertThat(kerb.count("vehicle_handover")).isEqualTo("0");
  }

  @Test
  void whatIsUnlikelyIsBelievedOfWhoeverLooksTwice() {
    var booking = taken();
    kerb.clock("11:30");

    var up = kerb.returns("bruno", booking, "socPct", "95");
    assertThat(up.statusCode()).isEqualTo(422);
    assertThat(Kerb.text(up)).contains("Relisez le tableau de bord", "80 % au dernier relevé");
    var drop = kerb.returns("bruno", booking, "socPct", "20");
    assertThat(Kerb.text(drop)).contains("60 points de charge pour 40 km : c’est inhabituel");
    assertThat(Kerb.text(kerb.returns("bruno", booking, "odometerKm", "412400")))
        .contains("371 200 km depuis le dernier relevé");
    assertThat(kerb.returns("bruno", booking, "socPct", "95", "sure", "true").statusCode())
        .isEqualTo(303);
  }

  @Test
  void theCodeIsShownFromAQuarterOfAnHourBeforeToThoseWhoseBookingItIsAndItIsNoted() {
    var booking = kerb.booked("bruno", "10:45-12:00", 40);
    kerb.coop.sql("INSERT INTO participant SELECT " + booking
        + ", id FROM member WHERE email = 'diane@demo.test'");
    var path = "/bookings/" + booking;
    kerb.clock("10:31");
    assertThat(kerb.reads("bruno", path + "/taking")).doesNotContain("4711");
    for (int i = 0; i < 2; i++) {
      assertThat(kerb.coop.browser("bruno").post(path + "/code").statusCode()).isEqualTo(303);
    }
    assertThat(kerb.reads("bruno", path + "/taking")).contains("4711");
    assertThat(kerb.reads("diane", path + "/taking")).doesNotContain("4711");
    kerb.coop.browser("diane").post(path + "/code");
    assertThat(kerb.reads("diane", path + "/taking")).contains("4711");
    assertThat(kerb.coop.browser("chloe").post(path + "/code").statusCode()).isEqualTo(403);
    assertThat(kerb.reads("chloe", path + "/taking")).doesNotContain("4711");
    assertThat(kerb.coop.browser("emile").get(path + "/taking").statusCode()).isEqualTo(403);
    assertThat(kerb.coop.one("SELECT count(*) FROM event WHERE kind = 'vehicle.code'"))
        .isEqualTo("2");
    kerb.clock("12:16");
    assertThat(kerb.reads("bruno", path + "/taking")).doesNotContain("4711");
  }

  @Test
  void theCodeIsNotShownBeforeThatNorWithoutAsking() {
    var path = "/bookings/" + kerb.booked("bruno", "10:45-12:00", 40);
    assertThat(kerb.coop.browser("bruno").post(path + "/code").statusCode()).isEqualTo(409);
    assertThat(kerb.reads("bruno", path)).doesNotContain("4711").contains("à partir de 10:30");
    kerb.clock("10:31");
    assertThat(kerb.reads("bruno", path)).doesNotContain("4711");
  }

  @Test
  void aProgramSaysTheSameAlongWithCheckingInAndOut() {
    var booking = kerb.booked("bruno", "10:15-12:00", 40);
    var path = "/api/v1/bookings/" + booking;
    var said = new JsonObject().put("odometerKm", 100).put("socPct", 78);

    var back = kerb.coop.as("bruno").post(path + "/check-in", said);
    assertThat(back.statusCode()).isEqualTo(422);
    assertThat(back.body()).contains("odometer-back");
    said.put("odometerKm", 41201);
    assertThat(kerb.coop.as("bruno").post(path + "/check-in", said).statusCode())
        .isEqualTo(200);
    kerb.clock("11:30");
    said.put("odometerKm", 41230).put("socPct", 66).put("plugged", true);
    assertThat(kerb.coop.as("bruno").post(path + "/check-out", said).statusCode())
        .isEqualTo(200);
    assertThat(kerb.coop.one(TAKE)).isEqualTo("66 41230 true");
  }

  @Test
  void ofARoomNobodySaysWhatTheDashboardShows() {
    kerb.clock("11:30");
    var said = new JsonObject().put("odometerKm", 41230).put("socPct", 66).put("plugged", true);
    var room = kerb.coop.booked(
        "bruno",
        new JsonObject()
            .put("resource", "salle-loire")
            .put("start", "2026-12-08T11:30:00+01:00")
            .put("end", "2026-12-08T12:30:00+01:00"));
    assertThat(kerb.coop
            .as("bruno")
            .post("/api/v1/bookings/" + room + "/check-in", said)
            .body())
        .contains("no-car");
  }

  @Test
  void whoeverTookItAtTheDoorStillSaysHowItWas() {
    kerb.clock("10:15");
    var taken = kerb.coop.browser("bruno").post("/here/zoe-bleue/taking", "minutes", "30");
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
    var next = taken.headers().firstValue("Location").orElseThrow();
    assertThat(next).contains("/taking?next=/here/zoe-bleue");
    String booking = kerb.coop.one("SELECT id FROM booking");
    assertThat(kerb.reads("bruno", next)).contains("Prendre Zoé bleue", "Je prends le véhicule");
    assertThat(kerb.takes("bruno", booking).statusCode()).isEqualTo(303);
    assertThat(kerb.count("vehicle_handover")).isEqualTo("1");
    assertThat(kerb.reads("bruno", next)).contains("L’arrivée est déjà enregistrée");
  }

  @Test
  void aCarThatBurnsFuelIsAskedNothingAboutItsCharge() {
    var booking = kerb.coop.booked(
        "paula", coop.maillon.vehicle.fleet.Garage.slot("kangoo", 8, "10:15-12:00"));
    assertThat(kerb.reads("paula", "/bookings/" + booking + "/taking"))
        .contains("Compteur")
        .doesNotContain("Charge affichée");
    assertThat(kerb.takes("paula", booking, "odometerKm", "90000").statusCode()).isEqualTo(303);
    kerb.clock("11:00");
    assertThat(kerb.returns("paula", booking, "odometerKm", "89000").statusCode())
        .isEqualTo(422);
    assertThat(kerb.returns("paula", booking, "odometerKm", "90030").statusCode())
        .isEqualTo(303);
    assertThat(kerb.count("vehicle_handover")).isEqualTo("2");
  }

  @Test
  void damageSeenIsDescribedInTheSameForm() {
    var booking = kerb.booked("bruno", "10:15-12:00", 40);
    var silent = kerb.takes("bruno", booking, "damage", "something");
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(kerb.coop.one("SELECT arrived_at IS NULL FROM booking")).isEqualTo("t");
    var told = kerb.takes(
        "bruno", booking, "damage", "something", "severity", "repair", "what", "Phare cassé");
    assertThat(told.statusCode()).isEqualTo(303);
    assertThat(kerb.coop.one("SELECT way || ' ' || what FROM vehicle_damage"))
        .isEqualTo("take Phare cassé");
    assertThat(kerb.coop.one("SELECT damage FROM vehicle_handover")).isEqualTo("something");
  }

  private String taken() {
    var booking = kerb.booked("bruno", "10:15-12:00", 40);
    assertThat(kerb.takes("bruno", booking).statusCode()).isEqualTo(303);
    return booking;
  }
}
