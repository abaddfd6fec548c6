package coop.maillon.vehicle.charging;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.vehicle.fleet.Garage;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must be charged, and until when. It is Tuesday 8 December 2026, 10:15 in Lyon; the cars are vehicle A of the model. */
class ChargingTest {

  private static final String CALL = "/api/v1/vehicles/charging?site=lyon";
  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
    Garage.equip(coop, "zoe-bleue");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void itSaysWhatTheNextTripNeedsSoThatTheOneAfterKeepsItsReserveToo() {
    Garage.read(coop, "zoe-bleue", 90);
    book("10:00-13:00", 80);
    book("15:00-19:00", 120);

    var zoe = target();

    // Q of the later: 120·0.16·1.3 + 7.5 = 32.46; the earlier must bring back 32.46 − 1.75·6.66 =
    // 20.805,
    // and needs 80·0.16·1.3 = 16.64 more: 37.445 kWh, 74.89 %
    assertThat(zoe.getInteger("targetSocPct")).isEqualTo(75);
    assertThat(zoe.getString("departure")).isEqualTo("2026-12-09T10:00:00+01:00");
    assertThat(zoe.getString("state")).isEqualTo("ready");
    assertThat(coop.browser("bruno").get("/vehicles/charging?site=lyon").body())
        .contains("Zoé bleue", "75\u00a0% le mercredi 9 décembre à 10:00", "Assez chargée");
  }

  @Test
  void aCarOnItsChargerIsOnItsWay() {
    Garage.read(coop, "zoe-bleue", 30);
    book("10:00-13:00", 80);

    assertThat(target().getString("state")).isEqualTo("charging");
    assertThat(target().getInteger("expectedSocPct")).isEqualTo(100);
  }

  @Test
  void oneThatIsNotPluggedInSaysUntilWhenItMustBe() {
    Garage.read(coop, "zoe-bleue", 100);
    book("10:00-13:00", 80);
    var unplugged = new JsonObject()
        .put("at", "2026-12-08T10:10:00+01:00")
        .put("socPct", 30)
        .put("plugged", false);
    coop.as("chloe").post("/api/v1/vehicles/zoe-bleue/readings", unplugged);

    var zoe = target();

    // needs 16.64 + 7.5 = 24.14 of 15 kWh: 9.14 / 6.66 = 1.3724 h before ten
    assertThat(zoe.getString("state")).isEqualTo("to-plug");
    assertThat(zoe.getInteger("targetSocPct")).isEqualTo(49);
    assertThat(zoe.getString("plugBy")).startsWith("2026-12-09T08:37:");
    assertThat(coop.browser("chloe").get("/vehicles/charging?site=lyon").body())
        .contains("À brancher avant le mercredi 9 décembre à 08:37");
  }

  @Test
  void whatNobodyReadOrBookedOrCanDoIsSaidToo() {
    assertThat(target().getString("state")).isEqualTo("unread");
    Garage.read(coop, "zoe-bleue", 100);
    assertThat(target().getString("state")).isEqualTo("free");
    assertThat(target().getValue("targetSocPct")).isNull();
    book("10:00-13:00", 80);
    coop.sql("UPDATE booking SET distance_km = 400");
    assertThat(target().getString("state")).isEqualTo("short");
    assertThat(coop.browser("bruno").get("/vehicles/charging?site=lyon").body())
        .contains("Plus que sa batterie");
  }

  @Test
  void guestsDoNotSeeItAndASiteThatIsNotKnownIsNamed() {
    assertThat(coop.browser("gus").get("/vehicles/charging").statusCode()).isEqualTo(403);
    assertThat(coop.as("bruno").get("/api/v1/vehicles/charging?site=atlantis").statusCode())
        .isEqualTo(400);
    assertThat(coop.browser("bruno").get("/vehicles/charging?site=saint-denis").body())
        .contains("Aucune voiture électrique ici");
  }

  private void book(String times, int km) {
    assertThat(
            Garage.book(coop, "bruno", Garage.trip("zoe-bleue", 9, times, km)).statusCode())
        .isEqualTo(201);
  }

  private JsonObject target() {
    var items = new JsonObject(coop.as("bruno").get(CALL).body()).getJsonArray("items");
    assertThat(items).hasSize(1);
    return items.getJsonObject(0);
  }
}
