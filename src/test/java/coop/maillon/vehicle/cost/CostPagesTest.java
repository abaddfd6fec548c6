package coop.maillon.vehicle.cost;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestApp;
import coop.maillon.vehicle.handover.Kerb;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the use of things costs, as people read it. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class CostPagesTest {

  private Kerb kerb;

  @BeforeEach
  void open() {
    kerb = new Kerb();
  }

  @AfterEach
  void close() {
    kerb.close();
  }

  /** The tariff of Citiz Poitiers, as in the vectors of the model. */
  private void citiz(String slug, String... also) {
    String[] usual = {
      "from", "2026-12-01", "base", "0", "hour", "2,50", "cap", "", "unused", "50",
      "km1", "0,35", "from2", "50", "km2", "0,24", "from3", "200", "km3", "0,19"
    };
    var all = new LinkedHashMap<String, String>();
    for (String[] pairs : new String[][] {usual, also}) {
      for (int i = 0; i < pairs.length; i += 2) {
        all.put(pairs[i], pairs[i + 1]);
      }
    }
    var flat = new ArrayList<String>();
    all.forEach((name, value) -> flat.addAll(List.of(name, value)));
    var answer =
        kerb.coop.browser("chloe").post("/manage/tariffs/" + slug, flat.toArray(String[]::new));
    assertThat(answer.statusCode()).as(Kerb.text(answer)).isEqualTo(303);
  }

  @Test
  void withoutATariffNothingIsSaidOfCosts() {
    var booking = kerb.booked("bruno", "12:00-17:00", 112);
    assertThat(kerb.reads("bruno", "/bookings/" + booking)).doesNotContain("coûtera");
    assertThat(kerb.coop.one("SELECT quote->>'cents' FROM booked")).isEqualTo("0");
  }

  @Test
  void theFormSaysWhatItWillCostAndTheBookingKeepsIt() {
    citiz("zoe-bleue");
    var form = kerb.reads(
        "bruno",
        "/bookings/new?resource=zoe-bleue&date=2026-12-08&start=12:00&end=17:00&distanceKm=112");
    assertThat(form)
        .contains("Ce que cela coûtera", "Temps compté : 5 h 12,50 €", "50 km à 0,35 € 17,50 €")
        .contains("62 km à 0,24 € 14,88 €", "Total 44,88 €");
    assertThat(kerb.reads(
            "bruno",
            "/bookings/new/answer?resource=zoe-bleue&date=2026-12-08&start=12:00&end=17:00"))
        .contains("Total 12,50 €", "Les kilomètres s’y ajoutent");
    var booking = kerb.booked("bruno", "12:00-17:00", 112);
    assertThat(kerb.reads("bruno", "/bookings/" + booking)).contains("Total 44,88 €");
    assertThat(kerb.coop.one("SELECT quote->>'cents' FROM booked")).isEqualTo("4488");
    kerb.coop.sql("INSERT INTO participant SELECT " + booking
        + ", id FROM member WHERE email = 'diane@demo.test'");
    assertThat(kerb.reads("diane", "/bookings/" + booking)).doesNotContain("44,88");
  }

  @Test
  void aBookingKeepsTheTariffItWasQuotedWithUntilItIsChanged() {
    citiz("zoe-bleue");
    var booking = kerb.booked("bruno", "12:00-17:00", 112);
    citiz("zoe-bleue", "hour", "5");
    assertThat(kerb.reads("bruno", "/bookings/" + booking)).contains("Total 44,88 €");
    var bruno = kerb.coop.browser("bruno");
    assertThat(bruno
            .post("/bookings/" + booking + "/details", "title", "Livraison", "distanceKm", "112")
            .statusCode())
        .isEqualTo(303);
    assertThat(kerb.reads("bruno", "/bookings/" + booking)).contains("Total 44,88 €");
    bruno.post("/bookings/" + booking + "/details", "title", "Livraison", "distanceKm", "50");
    assertThat(kerb.reads("bruno", "/bookings/" + booking)).contains("Total 42,50 €");
    var moved = kerb.coop
        .as("bruno")
        .with("If-Match", kerb.coop.one("SELECT version FROM booking"))
        .patch(
            "/api/v1/bookings/" + booking,
            new JsonObject().put("end", "2026-12-08T14:00:00+01:00"));
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    assertThat(kerb.reads("bruno", "/bookings/" + booking)).contains("Total 27,50 €");
  }

  @Test
  void aTariffHoldsFromItsDayOn() {
    citiz("zoe-bleue");
    citiz("zoe-bleue", "from", "2026-12-10", "hour", "10", "km1", "", "km2", "", "km3", "");
    assertThat(kerb.reads(
            "bruno", "/bookings/new?resource=zoe-bleue&date=2026-12-09&start=12:00&end=13:00"))
        .contains("Total 2,50 €");
    assertThat(kerb.reads(
            "bruno", "/bookings/new?resource=zoe-bleue&date=2026-12-10&start=12:00&end=13:00"))
        .contains("Total 10,00 €");
  }

  @Test
  void whatWasUsedIsReckonedAtTheReturnByTheCounter() {
    var booking = settled();
    assertThat(kerb.reads("bruno", "/bookings/" + booking))
        .contains("Ce que cela a coûté", "3 h sur 6 h réservées et 40 km au compteur")
        .contains("Temps compté : 4 h 30 11,25 €", "Total 11,25 €");
    assertThat(kerb.coop.one("SELECT sum(amount) FROM entry e JOIN account a ON a.id = e.account_id"
            + " WHERE a.currency = 'cents' AND a.member_id IS NOT NULL"))
        .isEqualTo("-1125");
    assertThat(kerb.coop.one("SELECT sum(amount) FROM entry")).isEqualTo("0");
  }

  @Test
  void aTripOf112KilometresSpares22Point829KilogramsOfCarbon() {
    full();
    var booking = kerb.booked("bruno", "10:15-16:15", 112);
    kerb.takes("bruno", booking, "socPct", "100");
    kerb.clock("16:00");
    var back = kerb.returns("bruno", booking, "odometerKm", "41312", "socPct", "64,16");
    assertThat(back.statusCode()).as(Kerb.text(back)).isEqualTo(303);

    assertThat(
            kerb.coop.one("SELECT round((reference_kg - emitted_kg)::numeric, 3) FROM settlement"))
        .isEqualTo("22.829");
    assertThat(kerb.coop.one("SELECT round(kwh::numeric, 3) || ' ' || kwh_is_read FROM settlement"))
        .isEqualTo("17.920 true");
    assertThat(kerb.reads("bruno", "/bookings/" + booking))
        .contains("22,8 kg de CO₂ évités", "Émis : 0,9 kg, pour 17,9 kWh de batterie")
        .contains(
            "Estimation, usage seulement",
            "212,0 g/km",
            "46,1 g/kWh, Base Empreinte",
            "novembre 2026",
            "Total Gratuit");
  }

  @Test
  void whatEndsByTimeIsReckonedAsItWasBooked() {
    citiz("salle-loire", "base", "3");
    var room = kerb.coop.booked(
        "bruno",
        new JsonObject()
            .put("resource", "salle-loire")
            .put("start", "2026-12-08T11:00:00+01:00")
            .put("end", "2026-12-08T13:00:00+01:00"));
    kerb.clock("12:59");
    TestApp.done(kerb.coop.app().app().jobs().everyMinute());
    assertThat(kerb.count("settlement")).isEqualTo("0");
    kerb.clock("13:00");
    TestApp.done(kerb.coop.app().app().jobs().everyMinute());
    assertThat(kerb.reads("bruno", "/bookings/" + room)).contains("Total 8,00 €");
  }

  @Test
  void whatIsCalledOffBeforeItBeginsCostsNothing() {
    citiz("zoe-bleue");
    var booking = kerb.booked("bruno", "12:00-17:00", 112);
    kerb.coop.browser("bruno").post("/bookings/" + booking + "/cancellation");
    kerb.clock("18:00");
    TestApp.done(kerb.coop.app().app().jobs().everyMinute());
    assertThat(kerb.count("settlement")).isEqualTo("0");
    assertThat(kerb.reads("bruno", "/bookings/" + booking)).doesNotContain("€");
  }

  @Test
  void onlyACoordinatorOfThePlaceMayPutItRight() {
    var booking = settled();
    var path = "/bookings/" + booking + "/correction";
    assertThat(kerb.reads("chloe", "/bookings/" + booking)).contains("Corriger");
    assertThat(kerb.reads("chloe", path))
        .contains("Total 11,25 €", "Corriger : Zoé bleue, Bruno Faure");
    assertThat(kerb.reads("bruno", "/bookings/" + booking)).doesNotContain("Corriger");
    assertThat(kerb.coop.browser("bruno").get(path).statusCode()).isEqualTo(403);
    assertThat(kerb.coop.browser("paula").get(path).statusCode()).isEqualTo(403);
  }

  @Test
  void itIsPutRightByALineMoreAndTheMemberReadsWhy() {
    var booking = settled();
    assertThat(corrected(booking, "\u22121,25", "Panne de borne").statusCode()).isEqualTo(303);
    assertThat(corrected(booking, "-1,25", "Panne de borne").statusCode())
        .as("a second click")
        .isEqualTo(409);
    assertThat(kerb.reads("bruno", "/bookings/" + booking))
        .contains("Correction de Chloé Perrin : Panne de borne -1,25 €", "Total 10,00 €");
    assertThat(kerb.coop.one("SELECT cents FROM settlement")).isEqualTo("1125");
    kerb.coop.everythingIsTold();
    assertThat(kerb.reads("bruno", "/inbox")).contains("Panne de borne");
  }

  @Test
  void aCorrectionHasAnAmountAndAReason() {
    var booking = settled();
    var silent = corrected(booking, "-1,25", "");
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("value=\"-1,25\"");
    assertThat(corrected(booking, "0", "Rien").statusCode()).isEqualTo(422);
    assertThat(corrected(booking, "beaucoup", "Rien").statusCode()).isEqualTo(422);
    assertThat(kerb.count("settlement_correction")).isEqualTo("0");
  }

  /** On its charger since ten past ten, with 41 200 km. */
  private void full() {
    kerb.coop.sql("""
        INSERT INTO vehicle_reading (resource_id, at, soc_pct, plugged, odometer_km, member_id, created_at)
        SELECT r.id, '2026-12-08T09:10:00Z', 100, true, 41200, m.id, '2026-12-08T09:10:00Z'
          FROM resource r, member m WHERE r.slug = 'zoe-bleue' AND m.email = 'chloe@demo.test'
        """);
  }

  /** Three hours of six, at 2,50 an hour and half of the rest. */
  private String settled() {
    citiz("zoe-bleue", "km1", "", "km2", "", "km3", "");
    var booking = kerb.booked("bruno", "10:15-16:15", 40);
    kerb.takes("bruno", booking);
    kerb.clock("13:15");
    kerb.returns("bruno", booking);
    return booking;
  }

  private HttpResponse<String> corrected(String booking, String amount, String reason) {
    return kerb.coop
        .browser("chloe")
        .post(
            "/bookings/" + booking + "/correction",
            "amount",
            amount,
            "reason",
            reason,
            "seen",
            "0");
  }

  @Test
  void aTariffThatCannotBeIsRefusedWithWhatWasTyped() {
    var answer = kerb.coop
        .browser("chloe")
        .post(
            "/manage/tariffs/zoe-bleue",
            "from",
            "2026-12-01",
            "hour",
            "deux",
            "unused",
            "150",
            "km1",
            "0,35",
            "km2",
            "0,20",
            "from2",
            "0");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("value=\"deux\"", "value=\"150\"", "value=\"0,35\"");
    assertThat(kerb.count("tariff")).isEqualTo("0");
    assertThat(kerb.coop.browser("paula").get("/manage/tariffs/zoe-bleue").statusCode())
        .isEqualTo(403);
  }
}
