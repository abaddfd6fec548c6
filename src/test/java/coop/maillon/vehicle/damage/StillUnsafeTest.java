package coop.maillon.vehicle.damage;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.PictureForm;
import coop.maillon.support.TestApp;
import coop.maillon.vehicle.fleet.Garage;
import coop.maillon.vehicle.handover.Kerb;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A car that was closed because it is not safe, and what comes after. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class StillUnsafeTest {

  private static final String PAGE = "/vehicles/zoe-bleue/damage";
  private static final String MANAGED = "/manage/vehicles/zoe-bleue/damage";

  @AutoClose
  private final Kerb kerb = new Kerb();

  @Test
  void whoeverTookItEarlyTakesTheOtherOneToo() {
    String bruno = kerb.booked("bruno", "10:15-12:00", 40);
    kerb.clock("10:05");
    assertThat(kerb.takes("bruno", bruno).statusCode()).isEqualTo(303);
    kerb.clock("10:10");
    says();

    assertThat(kerb.carOf(bruno)).isEqualTo("e208-verte");
    assertThat(kerb.coop.one("SELECT arrived_at IS NULL FROM booking WHERE id = " + bruno))
        .isEqualTo("t");
    assertThat(kerb.reads("bruno", "/bookings/" + bruno + "/taking"))
        .contains("Prendre e-208 verte");
    assertThat(kerb.takes("bruno", bruno, "odometerKm", "12000").statusCode()).isEqualTo(303);
    assertThat(kerb.count("vehicle_handover WHERE booking_id = " + bruno)).isEqualTo("2");
    kerb.clock("11:30");
    assertThat(kerb.returns("bruno", bruno, "odometerKm", "12040").statusCode()).isEqualTo(303);
  }

  @Test
  void afterItsTwoWeeksItStaysClosedWhileItIsNotSafe() {
    says();
    String next = kerb.coop.booked("diane", Garage.trip("zoe-bleue", 24, "09:00-12:00", 40));
    minuteAt("2026-12-22T22:59:59Z");
    assertThat(kerb.count("closure")).isEqualTo("1");

    minuteAt("2026-12-22T23:00:00Z");
    minuteAt("2026-12-22T23:01:00Z");
    assertThat(kerb.count("closure")).isEqualTo("2");
    assertThat(kerb.carOf(next)).isEqualTo("e208-verte");
    assertThat(kerb.reads("emile", PAGE))
        .contains("Fermée pour sécurité, jusqu’au jeudi 7 janvier");
    soon("Chloé is told", () -> kerb.told("chloe", "damage.renewed") == 1);
    assertThat(kerb.reads("chloe", "/inbox")).contains("Zoé bleue reste fermée pour sécurité");
  }

  @Test
  void onceMendedItIsNotClosedAgain() {
    says();
    minuteAt("2026-12-22T23:00:00Z");
    String damage = kerb.coop.one("SELECT max(id) FROM vehicle_damage");
    kerb.coop.browser("chloe").post(MANAGED + "/" + damage + "/mending");
    assertThat(kerb.reads("emile", PAGE)).contains("Aucun dommage n’est signalé");
    minuteAt("2027-01-07T09:00:00Z");
    assertThat(kerb.count("closure")).isEqualTo("2");
    assertThat(kerb.count("closure WHERE lifted_at IS NULL AND ends_at > '2026-12-24'"))
        .isEqualTo("0");
  }

  @Test
  void whoOpensItEarlierAsItIsMeansIt() {
    says();
    kerb.coop.browser("chloe").post(MANAGED + "/reopening", "day", "2026-12-10");
    minuteAt("2026-12-10T08:00:00Z");
    assertThat(kerb.count("closure")).isEqualTo("1");
    assertThat(kerb.reads("emile", PAGE)).doesNotContain("Fermée pour sécurité");
  }

  /** She opens it on Thursday for what she knows of; on Wednesday there is more. */
  @Test
  void whatIsFoundAfterThatKeepsItClosed() {
    says();
    kerb.coop.browser("chloe").post(MANAGED + "/reopening", "day", "2026-12-10");
    kerb.coop.clock().set(Instant.parse("2026-12-09T08:00:00Z"));
    says();
    minuteAt("2026-12-10T08:00:00Z");
    assertThat(kerb.reads("emile", PAGE)).contains("Fermée pour sécurité");
  }

  @Test
  void whereItCannotBeClosedAnewItIsTriedAgainAndWhoeverIsOnDutyIsTold() {
    says();
    kerb.coop.sql(
        "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$",
        "CREATE TRIGGER no BEFORE INSERT ON closure FOR EACH ROW EXECUTE FUNCTION no()");
    minuteAt("2026-12-22T23:00:00Z");
    kerb.coop.sql("DROP TRIGGER no ON closure");
    minuteAt("2026-12-22T23:03:00Z");
    assertThat(kerb.count("closure")).isEqualTo("2");
    assertThat(kerb.reads("emile", PAGE)).contains("Fermée pour sécurité");
  }

  private void minuteAt(String moment) {
    kerb.coop.clock().set(Instant.parse(moment));
    TestApp.done(kerb.coop.app().app().jobs().everyMinute());
  }

  private void says() {
    new PictureForm(kerb.coop, "ada")
        .with("severity", "unsafe", "what", "Pneu lisse")
        .send(PAGE);
  }
}
