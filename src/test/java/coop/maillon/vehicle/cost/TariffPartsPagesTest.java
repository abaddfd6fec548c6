package coop.maillon.vehicle.cost;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.vehicle.handover.Kerb;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nights, caps and fees as people read them. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class TariffPartsPagesTest {

  private Kerb kerb;

  @BeforeEach
  void open() {
    kerb = new Kerb();
  }

  @AfterEach
  void close() {
    kerb.close();
  }

  private HttpResponse<String> sets(String... parts) {
    var all = new LinkedHashMap<String, String>();
    all.put("from", "2026-12-01");
    all.put("hour", "2");
    for (int i = 0; i < parts.length; i += 2) {
      all.put(parts[i], parts[i + 1]);
    }
    var flat = new ArrayList<String>();
    all.forEach((name, value) -> flat.addAll(List.of(name, value)));
    return kerb.coop
        .browser("chloe")
        .post("/manage/tariffs/zoe-bleue", flat.toArray(String[]::new));
  }

  private void isSet(String... parts) {
    var answer = sets(parts);
    assertThat(answer.statusCode()).as(Kerb.text(answer)).isEqualTo(303);
  }

  @Test
  void theNightHasItsOwnLineAndACapTakesOff() {
    isSet("nightFrom", "22:00", "nightTo", "07:00", "nightHour", "0,50", "dayCap", "10");
    assertThat(kerb.reads("chloe", "/manage/tariffs/zoe-bleue"))
        .contains("2,00 € par heure.", "0,50 € par heure de 22:00 à 07:00.")
        .contains("10,00 € au plus par tranche de 24 h.");
    assertThat(kerb.reads(
            "bruno",
            "/bookings/new?resource=zoe-bleue&date=2026-12-08&start=20:00&end=23:00&distanceKm=10"))
        .contains("Temps compté : 2 h 4,00 €", "Temps de nuit : 1 h 0,50 €", "Total 4,50 €");
    assertThat(kerb.reads(
            "bruno",
            "/bookings/new?resource=zoe-bleue&date=2026-12-09&start=08:00&end=16:00&distanceKm=10"))
        .contains("Temps compté : 8 h 16,00 €", "Plafond du temps -6,00 €", "Total 10,00 €");
  }

  @Test
  void partsThatCannotBeAreRefusedWithWhatWasTyped() {
    var night = sets("nightFrom", "22:00", "nightHour", "0,50");
    assertThat(night.statusCode()).isEqualTo(422);
    assertThat(night.body()).contains("value=\"22:00\"", "id=\"nightTo-problem\"");
    assertThat(sets("nightFrom", "22:00", "nightTo", "22:00", "nightHour", "1").body())
        .contains("La nuit finit à une autre heure");
    assertThat(sets("weekCap", "beaucoup").statusCode()).isEqualTo(422);
    assertThat(sets("late", "5", "grace", "900").statusCode()).isEqualTo(422);
    assertThat(kerb.count("tariff")).isEqualTo("0");
  }

  @Test
  void whoeverBringsItBackUnpluggedWithoutAReasonPaysTheFee() {
    isSet("noPlug", "5");
    assertThat(returned("other"))
        .contains("Temps compté : 1 h 45 3,50 €", "Pas branchée au retour 5,00 €", "Total 8,50 €");
  }

  @Test
  void aBrokenChargerIsAReason() {
    isSet("noPlug", "5");
    assertThat(returned("charger-broken"))
        .contains("Total 3,50 €")
        .doesNotContain("Pas branchée au retour");
  }

  /** What Bruno reads of a car that he had from 10:15 to noon. */
  private String returned(String plug) {
    var booking = kerb.booked("bruno", "10:15-12:00", 40);
    kerb.takes("bruno", booking);
    kerb.clock("12:00");
    var answer = kerb.returns("bruno", booking, "plug", plug);
    assertThat(answer.statusCode()).as(Kerb.text(answer)).isEqualTo(303);
    return kerb.reads("bruno", "/bookings/" + booking);
  }

  @Test
  void whoeverIsLateAndAwaitedPaysTheFee() {
    isSet("late", "10", "grace", "10");
    var booking = kerb.booked("bruno", "10:15-11:00", 40);
    kerb.booked("diane", "11:30-12:30", 10);
    assertThat(late(booking, "11:45"))
        .contains("En retard de 45 min, quelqu’un attendait 10,00 €", "Total 13,00 €");
  }

  @Test
  void whoeverIsLateAndAwaitedByNobodyPaysTheTimeAlone() {
    isSet("late", "10", "grace", "10");
    var booking = kerb.booked("bruno", "10:15-11:00", 40);
    kerb.booked("diane", "12:30-13:30", 10);
    assertThat(late(booking, "11:45")).contains("Total 3,00 €").doesNotContain("En retard");
  }

  private String late(String booking, String time) {
    kerb.takes("bruno", booking);
    kerb.clock(time);
    var answer = kerb.returns("bruno", booking);
    assertThat(answer.statusCode()).as(Kerb.text(answer)).isEqualTo(303);
    return kerb.reads("bruno", "/bookings/" + booking);
  }

  @Test
  void whatWasQuotedBeforeStaysAsItWasQuoted() {
    isSet();
    var booking = kerb.booked("bruno", "12:00-14:00", 10);
    isSet("nightFrom", "08:00", "nightTo", "20:00", "nightHour", "9", "dayCap", "1");
    assertThat(kerb.reads("bruno", "/bookings/" + booking)).contains("Total 4,00 €");
  }

  @Test
  void thePageOfACarSaysWhatItCosts() {
    assertThat(kerb.reads("bruno", "/resources/zoe-bleue")).doesNotContain("Ce que cela coûte");
    assertThat(kerb.reads("bruno", "/vehicles?site=lyon")).doesNotContain("€");
    isSet("hour", "2,50", "km1", "0,35", "from2", "50", "km2", "0,24");
    assertThat(kerb.reads("bruno", "/resources/zoe-bleue"))
        .contains("Ce que cela coûte 2,50 € par heure. 0,35 € par kilomètre.")
        .contains("0,24 € par kilomètre à partir de 50 km. Exemple : 5 h et 112 km, 44,88 €.");
    assertThat(kerb.reads("bruno", "/vehicles?site=lyon"))
        .contains("2,50 € par heure.", "Exemple : 5 h et 112 km, 44,88 €.");
    assertThat(kerb.reads("bruno", "/resources/salle-loire")).doesNotContain("Ce que cela coûte");
  }
}
