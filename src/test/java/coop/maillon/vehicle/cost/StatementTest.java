package coop.maillon.vehicle.cost;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestApp;
import coop.maillon.vehicle.fleet.Garage;
import coop.maillon.vehicle.handover.Kerb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody used, month by month, and what coordinators and the accountant see of it. December 2026. */
class StatementTest {

  private Kerb kerb;

  @BeforeEach
  void open() {
    kerb = new Kerb();
    kerb.coop
        .browser("chloe")
        .post("/manage/tariffs/zoe-bleue", "from", "2026-12-01", "hour", "2,50", "km1", "0,35");
  }

  @AfterEach
  void close() {
    kerb.close();
  }

  /** Bruno's two hours of the Zoé with 40 km, and an hour of a room that is free. */
  private String used() {
    var booking = kerb.coop.booked(
        "bruno", Garage.trip("zoe-bleue", 8, "10:15-12:15", 40).put("activity", "=A12"));
    kerb.takes("bruno", booking);
    kerb.clock("12:15");
    kerb.returns("bruno", booking);
    kerb.coop.booked("bruno", Garage.slot("salle-loire", 8, "12:30-13:30"));
    kerb.clock("14:00");
    TestApp.done(kerb.coop.app().app().jobs().everyMinute());
    return booking;
  }

  @Test
  void eachLineLeadsToItsBookingAndTheMonthIsSummedUp() {
    var booking = used();
    var page = kerb.coop.browser("bruno").get("/me/costs");
    assertThat(page.body()).contains("href=\"/bookings/" + booking + "\"");
    assertThat(Kerb.text(page))
        .contains("décembre 2026", "Zoé bleue", "2 h 40 km 10,0 kWh", "19,00 €")
        .contains("Salle Loire", "Gratuit", "Total 1 trajet 3 h 40 km")
        .contains("8,0 kg de CO₂ évités sur 40 km ; 0,5 kg émis tout de même")
        .contains("Estimation, usage seulement");
    assertThat(kerb.reads("diane", "/me/costs")).contains("Rien d’utilisé").doesNotContain("Zoé");
    assertThat(kerb.reads("bruno", "/me/costs?month=2026-11"))
        .contains("novembre 2026", "Rien d’utilisé", "décembre 2026");
    assertThat(kerb.reads("bruno", "/me/costs?month=jamais")).contains("décembre 2026");
    assertThat(kerb.reads("bruno", "/me")).contains("Mes usages et leurs coûts");
  }

  @Test
  void onesOwnKilometresAnnouncedAndHowOftenTheCarWasPluggedInStandByTheMonth() {
    used();
    var second = kerb.booked("bruno", "14:00-15:00", 30);
    kerb.takes("bruno", second, "odometerKm", "41240", "socPct", "70", "sure", "true");
    kerb.clock("15:00");
    var back =
        kerb.returns("bruno", second, "odometerKm", "41260", "socPct", "64", "plug", "place-taken");
    assertThat(back.statusCode()).as(Kerb.text(back)).isEqualTo(303);
    String habits =
        "70 km annoncés pour 60 au compteur (117 %) · branchée au retour 1 fois sur 2 (50 %)";
    assertThat(kerb.reads("bruno", "/me/costs"))
        .contains(habits, "décembre 2026 2 trajets " + habits);
    assertThat(kerb.reads("chloe", "/manage/costs"))
        .contains(habits, "Bruno Faure 2 trajets " + habits);
    assertThat(kerb.reads("bruno", "/me/costs?month=2026-11"))
        .contains("Rien d’utilisé", "décembre 2026 2 trajets " + habits);
  }

  @Test
  void whatWasPutRightCounts() {
    var booking = used();
    kerb.coop
        .browser("chloe")
        .post(
            "/bookings/" + booking + "/correction",
            "amount",
            "-4",
            "reason",
            "Détour pour un dépannage",
            "seen",
            "0");
    assertThat(kerb.reads("bruno", "/me/costs")).contains("15,00 €").doesNotContain("19,00 €");
    assertThat(kerb.reads("chloe", "/manage/costs")).contains("15,00 €");
  }

  @Test
  void ownYearAsATable() {
    used();
    var table = kerb.coop.browser("bruno").get("/me/costs.csv");
    assertThat(table.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(table.body())
        .startsWith("\ufeffDébut,Fin,Ressource")
        .contains(
            "2026-12-08 10:15,2026-12-08 12:15,Zoé bleue,'=A12,1,120,40,10.000,0.512,7.969,19.00")
        .contains("Salle Loire,,1,60,,,,,0.00");
  }

  @Test
  void coordinatorsSeeTheirSitesMemberByMember() {
    used();
    assertThat(kerb.reads("chloe", "/manage/costs"))
        .contains("Bruno Faure 1 trajet", "19,00 €", "25,0 kWh/100 km", "8,0 kg de CO₂ évités");
    assertThat(kerb.reads("paula", "/manage/costs")).contains("Rien n’a été décompté");
    assertThat(kerb.coop.browser("paula").get("/manage/costs?site=lyon").statusCode())
        .isEqualTo(404);
    assertThat(kerb.coop.browser("bruno").get("/manage/costs").statusCode()).isEqualTo(403);
    assertThat(kerb.reads("ada", "/manage/costs?site=grenoble")).contains("Rien n’a été décompté");
  }

  @Test
  void theAccountantReadsThemByActivityAndNoCellIsAFormula() {
    used();
    var month = kerb.coop.browser("chloe").get("/manage/costs.csv?month=2026-12");
    assertThat(month.body())
        .startsWith("\ufeffMois,Code d’activité,Membre")
        .contains("2026-12,'=A12,Bruno Faure,Lyon,Zoé bleue,1,120,40,10.000,0.512,7.969,19.00");
    assertThat(kerb.coop.browser("chloe").get("/manage/costs.csv?year=2026").body())
        .isEqualTo(month.body());
    assertThat(kerb.coop.browser("chloe").get("/manage/costs.csv?month=2026-11").body())
        .doesNotContain("Bruno");
  }

  @Test
  void otherFactorsCountForTripsFromTheirDayOnAndNotForThoseBefore() {
    var ada = kerb.coop.browser("ada");
    assertThat(kerb.reads("ada", "/manage/carbon")).contains("46,1 g/kWh", "212,0 g/km");
    assertThat(kerb.coop.browser("chloe").get("/manage/carbon").statusCode()).isEqualTo(403);
    assertThat(ada.post("/manage/carbon", "electricity", "51,9").statusCode()).isEqualTo(422);
    assertThat(ada.post("/manage/carbon", factors("2026-12-08", "168,1")).statusCode())
        .isEqualTo(303);
    var booking = used();
    assertThat(kerb.reads("bruno", "/bookings/" + booking))
        .contains("6,1 kg de CO₂ évités", "168,1 g/km, Diesel compact", "51,9 g/kWh, Impact CO2");
    ada.post("/manage/carbon", factors("2026-12-09", "0"));
    assertThat(kerb.reads("bruno", "/bookings/" + booking)).contains("6,1 kg de CO₂ évités");
  }

  private static String[] factors(String from, String reference) {
    return new String[] {
      "from",
      from,
      "dated",
      "2026-12-01",
      "electricity",
      "51,9",
      "electricitySource",
      "Impact CO2",
      "reference",
      reference,
      "referenceSource",
      "Diesel compact (ADEME)"
    };
  }
}
