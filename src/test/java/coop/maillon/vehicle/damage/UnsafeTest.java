package coop.maillon.vehicle.damage;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.PictureForm;
import coop.maillon.support.TestApp;
import coop.maillon.vehicle.fleet.Garage;
import coop.maillon.vehicle.handover.Kerb;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A car that is not safe: it closes in the same act, and whoever booked it has another. It is Tuesday 8 December 2026, 10:15 in
 * Lyon; Bruno has the Zoé until 12, Diane from 14 to 16, Émile on Thursday morning.
 */
class UnsafeTest {

  private static final String PAGE = "/vehicles/zoe-bleue/damage";
  private static final String MANAGED = "/manage/vehicles/zoe-bleue/damage";

  private Kerb kerb;
  private String bruno = "";
  private String diane = "";
  private String emile = "";

  @BeforeEach
  void open() {
    kerb = new Kerb();
    bruno = kerb.booked("bruno", "10:15-12:00", 40);
    diane = kerb.booked("diane", "14:00-16:00", 60);
    emile = kerb.coop.booked("emile", Garage.trip("zoe-bleue", 10, "09:00-12:00", 60));
  }

  @AfterEach
  void close() {
    kerb.close();
  }

  @Test
  void broughtBackUnsafeItIsClosedAndTheNextOnesHaveAnotherCar() {
    var answer = broughtBackUnsafe();

    assertThat(said(answer))
        .contains("Zoé bleue est fermée. 2 réservations déplacées.", "c’est rendu");
    assertThat(kerb.carOf(diane) + " " + kerb.carOf(emile)).isEqualTo("e208-verte e208-verte");
    assertThat(kerb.count("closure WHERE lifted_at IS NULL")).isEqualTo("1");
    kerb.coop.everythingIsTold();
    assertThat(kerb.told("diane", "closure.told") + kerb.told("emile", "closure.told"))
        .isEqualTo(2);
    assertThat(kerb.told("chloe", "damage.closed")).isEqualTo(1);
    assertThat(kerb.reads("diane", "/inbox")).contains("e-208 verte");
    assertThat(kerb.reads("chloe", "/inbox"))
        .contains("Zoé bleue est fermée pour sécurité", "2 réservations sont touchées");
    assertThat(kerb.reads("emile", PAGE))
        .contains("Fermée pour sécurité, jusqu’au", "Dangereux", "Frein mou");
    assertThat(Garage.book(kerb.coop, "ada", Garage.trip("zoe-bleue", 9, "09:00-10:00", 5))
            .statusCode())
        .isEqualTo(409);
  }

  @Test
  void whoeverSeesItBeforeTakingItLeavesItAndHasAnotherToo() {
    kerb.clock("10:05");
    var answer = kerb.takes(
        "bruno", bruno, "damage", "something", "severity", "unsafe", "what", "Pneu crevé");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(said(answer)).contains("3 réservations déplacées");
    assertThat(kerb.carOf(bruno)).isEqualTo("e208-verte");
    assertThat(kerb.count("vehicle_handover")).isEqualTo("0");
    assertThat(kerb.coop.one("SELECT arrived_at IS NULL FROM booking WHERE id = " + bruno))
        .isEqualTo("t");
    assertThat(kerb.reads("bruno", "/bookings/" + bruno)).contains("e-208 verte");
  }

  /** Émile has it on Thursday only: he says so, and whoever is on duty decides. */
  @Test
  void fromWhoeverDoesNotHaveItItGoesToWhoeverIsOnDuty() {
    assertThat(kerb.reads("emile", PAGE)).contains("c’est la permanence qui décide");
    assertThat(said(says("emile", "unsafe", "Fumée")))
        .contains("La permanence est prévenue et décide si Zoé bleue ferme");

    assertThat(kerb.count("closure")).isEqualTo("0");
    soon("Chloé is told", () -> kerb.told("chloe", "problem.signalled") == 1);
    assertThat(kerb.reads("chloe", "/manage/problems")).contains("Dommage dit dangereux : Fumée");
    assertThat(kerb.reads("chloe", MANAGED)).contains("à vous de décider", "Fermer la voiture");
    var answer = kerb.coop
        .browser("chloe")
        .post(MANAGED + "/" + damage() + "/severity", "severity", "unsafe");
    assertThat(said(answer)).contains("Zoé bleue est fermée");
    assertThat(kerb.carOf(diane)).isEqualTo("e208-verte");
  }

  @Test
  void whoeverHadItLastClosesItForADayUnlessSomebodyHadItSince() {
    kerb.takes("bruno", bruno);
    kerb.clock("11:30");
    kerb.returns("bruno", bruno);
    assertThat(kerb.reads("bruno", PAGE)).contains("la voiture ferme tout de suite");
    assertThat(kerb.reads("diane", PAGE)).contains("c’est la permanence qui décide");

    kerb.clock("13:50");
    assertThat(kerb.reads("diane", PAGE))
        .as("she stands before it")
        .contains("la voiture ferme tout de suite");
    kerb.takes("diane", diane, "odometerKm", "41240", "socPct", "80");
    kerb.clock("15:00");
    kerb.returns("diane", diane, "odometerKm", "41300", "socPct", "60");
    assertThat(kerb.reads("bruno", PAGE)).contains("c’est la permanence qui décide");
    assertThat(kerb.reads("diane", PAGE)).contains("la voiture ferme tout de suite");
    kerb.coop.clock().set(java.time.Instant.parse("2026-12-09T14:30:00Z"));
    assertThat(kerb.reads("diane", PAGE)).contains("c’est la permanence qui décide");
    assertThat(kerb.reads("chloe", PAGE)).contains("la voiture ferme tout de suite");
  }

  @Test
  void mendedItOpensAndEverybodyConcernedLearnsOfItAndItCanBeTakenBack() {
    broughtBackUnsafe();
    var mended = kerb.coop
        .browser("chloe")
        .post(MANAGED + "/" + damage() + "/mending", "word", "Plaquettes changées");

    assertThat(said(mended)).contains("Zoé bleue est de nouveau ouverte");
    assertThat(kerb.count("closure WHERE lifted_at IS NULL")).isEqualTo("0");
    kerb.coop.everythingIsTold();
    assertThat(kerb.told("diane", "closure.reopened") + kerb.told("emile", "closure.reopened"))
        .isEqualTo(2);
    assertThat(kerb.told("bruno", "damage.mended")).isEqualTo(1);
    assertThat(kerb.reads("bruno", "/inbox")).contains("Plaquettes changées");
    assertThat(kerb.reads("emile", PAGE)).contains("Aucun dommage n’est signalé");
    assertThat(kerb.reads("chloe", MANAGED))
        .contains("Réparé par Chloé Perrin", "Plaquettes changées");

    kerb.coop.browser("chloe").post(MANAGED + "/" + damage() + "/undo");
    assertThat(kerb.count("closure WHERE lifted_at IS NULL")).isEqualTo("1");
    assertThat(kerb.reads("emile", PAGE)).contains("Fermée pour sécurité");
  }

  @Test
  void itOpensWhenNothingUnsafeIsLeft() {
    broughtBackUnsafe();
    assertThat(said(says("chloe", "unsafe", "Direction dure"))).contains("déjà fermée");
    String both = kerb.coop.one("SELECT string_agg(id::text, ' ' ORDER BY id) FROM vehicle_damage");
    var chloe = kerb.coop.browser("chloe");

    chloe.post(MANAGED + "/" + both.split(" ")[0] + "/mending");
    assertThat(kerb.count("closure WHERE lifted_at IS NULL")).isEqualTo("1");
    var weighed =
        chloe.post(MANAGED + "/" + both.split(" ")[1] + "/severity", "severity", "repair");
    assertThat(said(weighed)).contains("de nouveau ouverte");
    assertThat(kerb.count("closure WHERE lifted_at IS NULL")).isEqualTo("0");
  }

  @Test
  void itsEndComesEarlierWhereACoordinatorSaysSo() {
    broughtBackUnsafe();
    var chloe = kerb.coop.browser("chloe");
    assertThat(chloe.post(MANAGED + "/reopening", "day", "2026-12-08").statusCode())
        .isEqualTo(422);
    assertThat(chloe.post(MANAGED + "/reopening", "day", "2027-12-08").statusCode())
        .isEqualTo(422);
    assertThat(said(chloe.post(MANAGED + "/reopening", "day", "2026-12-10")))
        .contains("Elle rouvre le jeudi 10 décembre");

    soon("Émile is told", () -> kerb.told("emile", "closure.shortened") == 1);
    assertThat(kerb.told("diane", "closure.shortened")).isZero();
    assertThat(Garage.book(kerb.coop, "ada", Garage.trip("zoe-bleue", 10, "09:00-10:00", 5))
            .statusCode())
        .isEqualTo(201);
    assertThat(Garage.book(kerb.coop, "ada", Garage.trip("zoe-bleue", 9, "09:00-10:00", 5))
            .statusCode())
        .isEqualTo(409);
  }

  @Test
  void whereItCannotBeClosedTheDamageIsKeptAndWhoeverIsOnDutyKnows() {
    kerb.coop.sql(
        "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$",
        "CREATE TRIGGER no BEFORE INSERT ON closure FOR EACH ROW EXECUTE FUNCTION no()");
    var answer = broughtBackUnsafe();

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(said(answer)).contains("n’a pas pu être fermée : la permanence est prévenue");
    assertThat(kerb.count("vehicle_damage")).isEqualTo("1");
    assertThat(kerb.carOf(diane)).isEqualTo("zoe-bleue");
    soon("Chloé is told", () -> kerb.told("chloe", "damage.unclosed") == 1);
    kerb.coop.sql("DROP TRIGGER no ON closure");
    kerb.coop.browser("chloe").post(MANAGED + "/" + damage() + "/severity", "severity", "unsafe");
    assertThat(kerb.carOf(diane)).isEqualTo("e208-verte");
  }

  @Test
  void whatANodeLeftUndoneIsDoneWithinTheMinute() {
    broughtBackUnsafe();
    kerb.coop.browser("chloe").post(MANAGED + "/" + damage() + "/mending");
    kerb.coop.browser("chloe").post(MANAGED + "/" + damage() + "/undo");
    kerb.coop.sql(
        "UPDATE closure SET lifted_at = created_at",
        "UPDATE vehicle_outage SET over_at = begun_at",
        "INSERT INTO vehicle_outage (resource_id, damage_id, begun_at)"
            + " SELECT resource_id, id, at + interval '1 second' FROM vehicle_damage");
    kerb.clock("11:40");
    TestApp.done(kerb.coop.app().app().jobs().everyMinute());
    assertThat(kerb.count("closure WHERE lifted_at IS NULL")).isEqualTo("1");
    assertThat(kerb.count("vehicle_outage WHERE over_at IS NULL AND closure_id IS NOT NULL"))
        .isEqualTo("1");
  }

  private HttpResponse<String> broughtBackUnsafe() {
    kerb.takes("bruno", bruno);
    kerb.clock("11:30");
    return kerb.returns(
        "bruno", bruno, "damage", "something", "severity", "unsafe", "what", "Frein mou");
  }

  private HttpResponse<String> says(String who, String severity, String what) {
    return new PictureForm(kerb.coop, who)
        .with("severity", severity, "what", what)
        .send(PAGE);
  }

  private String damage() {
    return kerb.coop.one("SELECT max(id) FROM vehicle_damage");
  }

  /** What the next page says. */
  private static String said(HttpResponse<String> answer) {
    var cookie = answer.headers().firstValue("Set-Cookie").orElse("said=e30");
    var text = new String(
        Base64.getUrlDecoder().decode(cookie.replaceAll("^said=|;.*$", "")),
        StandardCharsets.UTF_8);
    return new JsonObject(text).getString("s", "").replaceAll("[\u00a0\u202f]", " ");
  }
}
