package coop.maillon.vehicle.damage;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.picture.Files;
import coop.maillon.support.PictureForm;
import coop.maillon.support.Statements;
import coop.maillon.support.TestApp;
import coop.maillon.vehicle.handover.Kerb;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is damaged on a car, and who reads what of it. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class DamageTest {

  private static final String PAGE = "/vehicles/zoe-bleue/damage";
  private static final String MANAGED = "/manage/vehicles/zoe-bleue/damage";

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
  void whoeverBringsItBackSaysInTheSameFormWhatIsNewAndTheNextOneReadsIt() {
    var bruno = kerb.booked("bruno", "10:15-12:00", 40);
    kerb.takes("bruno", bruno);
    kerb.clock("11:30");
    var answer = returned(bruno)
        .with("damage", "something", "severity", "repair", "what", "Rétroviseur fendu")
        .with("place", "côté droit")
        .picture(Files.drawn("jpeg", 900, 600))
        .picture(Files.drawn("png", 400, 300))
        .send("/bookings/" + bruno + "/return");
    assertThat(answer.statusCode()).as(Kerb.text(answer)).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/bookings/" + bruno);

    var diane = kerb.booked("diane", "11:30-13:00", 20);
    var page = kerb.coop.browser("diane").get("/bookings/" + diane + "/taking");
    assertThat(Kerb.text(page))
        .contains("Déjà signalé", "À réparer", "Rétroviseur fendu", "côté droit")
        .doesNotContain("Bruno");
    showsBothPictures(page);
  }

  private void showsBothPictures(HttpResponse<String> page) {
    var pictures = Jsoup.parse(page.body()).select(".shots img[width]");
    assertThat(pictures).hasSize(2);
    var small = kerb.coop.browser("diane").get(pictures.get(0).attr("src"));
    assertThat(small.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    assertThat(small.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(small.headers().firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'; sandbox");
    var large = Jsoup.parse(page.body()).select(".shots a").attr("href");
    assertThat(kerb.coop.browser("diane").bytes(large))
        .hasSizeGreaterThan(small.body().length());
  }

  @Test
  void whoSawNothingNewSaysNoMore() {
    var bruno = kerb.booked("bruno", "10:15-12:00", 40);
    var answer = new PictureForm(kerb.coop, "bruno")
        .with("odometerKm", "41200", "socPct", "80", "cleanliness", "clean")
        .with("damage", "nothing", "severity", "unsafe", "what", "", "place", "")
        .send("/bookings/" + bruno + "/taking");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(kerb.count("vehicle_damage")).isEqualTo("0");
  }

  @Test
  void whatIsMissingIsAskedForAndNothingThatWasTypedIsLost() {
    var bruno = kerb.booked("bruno", "10:15-12:00", 40);
    kerb.takes("bruno", bruno);
    kerb.clock("11:30");
    var answer = returned(bruno)
        .with("damage", "something", "what", "", "place", "pare-chocs")
        .picture(Files.drawn("jpeg", 90, 60))
        .send("/bookings/" + bruno + "/return");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Kerb.text(answer)).contains("Choisissez vos photos de nouveau");
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("#severity .problem, #what-problem")).hasSize(2);
    assertThat(page.select("[name=place]").val()).isEqualTo("pare-chocs");
    assertThat(page.select("[name=damage][value=something]").hasAttr("checked")).isTrue();
    assertThat(kerb.coop.one("SELECT left_at IS NULL FROM booking")).isEqualTo("t");
    assertThat(kerb.count("vehicle_damage")).isEqualTo("0");
  }

  @Test
  void whoeverSeesItInPassingSaysItOnThePageOfItsDamage() {
    assertThat(kerb.coop.browser("emile").get("/resources/zoe-bleue").body()).contains(PAGE);
    assertThat(kerb.coop.browser("emile").get("/here/zoe-bleue").body()).contains(PAGE);
    assertThat(kerb.reads("emile", PAGE)).contains("Aucun dommage n’est signalé");
    for (int i = 0; i < 2; i++) {
      assertThat(says("emile", "cosmetic", "Rayure", "key", "k1").statusCode()).isEqualTo(303);
    }
    assertThat(kerb.count("vehicle_damage")).as("two clicks").isEqualTo("1");
    assertThat(kerb.reads("diane", PAGE)).contains("Esthétique", "Rayure").doesNotContain("Émile");
    assertThat(says("emile", "", "", "key", "k2").statusCode()).isEqualTo(422);
    soon("Chloé is told", () -> told("chloe", "damage.reported") == 1);
    assertThat(told("paula", "damage.reported")).isZero();
    assertThat(kerb.reads("chloe", "/inbox")).contains("Émile G. signale un dommage : Zoé bleue");
  }

  @Test
  void itIsThereForThoseWhoMaySeeTheCar() {
    says("emile", "cosmetic", "Rayure");
    assertThat(kerb.coop.browser("gus").get(PAGE).statusCode()).isEqualTo(200);
    assertThat(kerb.coop.browser("gus").get("/vehicles/kangoo/damage").statusCode())
        .isEqualTo(404);
    assertThat(kerb.coop.browser("bruno").get("/vehicles/salle-loire/damage").statusCode())
        .isEqualTo(404);
    for (String picture : List.of("/photos/1", "/thumbnails/1", "/photos/x")) {
      assertThat(kerb.coop.browser("bruno").get(PAGE + picture).statusCode()).isEqualTo(404);
    }
    assertThat(kerb.coop.anybody().get(PAGE).statusCode()).isEqualTo(303);
  }

  @Test
  void aPictureIsNotShownUnderAnotherCar() {
    new PictureForm(kerb.coop, "emile")
        .with("severity", "cosmetic", "what", "Rayure")
        .picture(Files.drawn("jpeg", 90, 60))
        .send(PAGE);
    String id = kerb.coop.one("SELECT id FROM vehicle_damage_photo");
    assertThat(kerb.coop.browser("gus").get(PAGE + "/photos/" + id).statusCode())
        .isEqualTo(200);
    assertThat(kerb.coop
            .browser("gus")
            .get("/vehicles/e208-verte/damage/photos/" + id)
            .statusCode())
        .isEqualTo(404);
    assertThat(kerb.coop.anybody().get(PAGE + "/photos/" + id).statusCode()).isEqualTo(303);
  }

  /** Diane saw nothing when she brought it back, Bruno did when he took it. */
  @Test
  void coordinatorsReadBetweenWhoseHandsItCameAbout() {
    var diane = kerb.booked("diane", "10:15-11:00", 10);
    kerb.takes("diane", diane);
    kerb.clock("10:45");
    kerb.returns("diane", diane, "odometerKm", "41210", "socPct", "76");
    var bruno = kerb.booked("bruno", "11:00-12:00", 40);
    kerb.clock("11:00");
    new PictureForm(kerb.coop, "bruno")
        .with("odometerKm", "41210", "socPct", "77", "cleanliness", "clean", "damage", "something")
        .with("severity", "cosmetic", "what", "Portière rayée")
        .send("/bookings/" + bruno + "/taking");

    assertThat(kerb.reads("chloe", MANAGED))
        .contains("Bruno Faure, en la prenant, mardi 8 décembre 11:00")
        .contains("Diane Roussel n’avait rien vu de nouveau en la rendant, mardi 8 décembre 10:45");
    assertThat(kerb.coop.browser("chloe").get("/manage/vehicles/zoe-bleue").body())
        .contains(MANAGED);
    for (String who : List.of("bruno", "diane", "paula", "gus")) {
      assertThat(kerb.coop.browser(who).get(MANAGED).statusCode()).as(who).isEqualTo(403);
    }
  }

  @Test
  void itsPagesAskThreeTimesAtMostBesideWhoAsks() {
    says("emile", "cosmetic", "Rayure");
    for (String page : List.of(PAGE, MANAGED)) {
      var asked = Statements.ofEach(kerb.coop.database(), () -> kerb.reads("chloe", page));
      assertThat(asked).as(page).hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void whatSomebodySaidIsAmongTheirDataAndStaysWithoutTheirPicturesWhenTheyLeave() {
    new PictureForm(kerb.coop, "emile")
        .with("severity", "cosmetic", "what", "Rayure")
        .picture(Files.drawn("jpeg", 90, 60))
        .send(PAGE);
    assertThat(mine("emile")).contains("Rayure", "zoe-bleue");

    String emile = kerb.coop.one("SELECT id FROM member WHERE email = 'emile@demo.test'");
    var left =
        kerb.coop.browser("chloe").submit("/manage/members/" + emile + "/departure", "sure", "yes");
    assertThat(left.statusCode()).isEqualTo(303);
    kerb.coop.everythingIsTold();
    TestApp.done(kerb.coop.app().app().jobs().everyHour());

    assertThat(kerb.count("vehicle_damage_photo")).isEqualTo("0");
    assertThat(kerb.reads("diane", PAGE)).contains("Rayure");
    assertThat(kerb.reads("chloe", MANAGED))
        .contains("Ex-membre " + emile)
        .doesNotContain("Garnier");
  }

  @Test
  void picturesOfWhatWasMendedTwoYearsAgoAreForgotten() {
    for (String what : List.of("Rayure", "Bosse")) {
      new PictureForm(kerb.coop, "emile")
          .with("severity", "cosmetic", "what", what)
          .picture(Files.drawn("jpeg", 90, 60))
          .send(PAGE);
    }
    kerb.coop.browser("chloe").post(MANAGED + "/1/mending");
    kerb.coop.clock().set(Instant.parse("2029-01-08T10:00:00Z"));
    TestApp.done(kerb.coop.app().app().jobs().everyHour());
    assertThat(kerb.coop.one("SELECT string_agg(damage_id::text, ' ') FROM vehicle_damage_photo"))
        .isEqualTo("2");
  }

  /** The table of damage in the file of one's data. */
  private String mine(String who) {
    var file = new ByteArrayInputStream(kerb.coop.browser(who).bytes("/me/data.zip"));
    try (var zip = new ZipInputStream(file)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("damage.csv")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      return "";
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private PictureForm returned(String booking) {
    assertThat(booking).isNotBlank();
    return new PictureForm(kerb.coop, "bruno")
        .with("odometerKm", "41240", "socPct", "60", "plug", "plugged", "cable", "there")
        .with("cleanliness", "clean", "key", "form-" + booking);
  }

  private HttpResponse<String> says(String who, String severity, String what, String... more) {
    return new PictureForm(kerb.coop, who)
        .with("severity", severity, "what", what)
        .with(more)
        .send(PAGE);
  }

  private int told(String name, String kind) {
    return Integer.parseInt(
        kerb.coop.one("SELECT count(*) FROM inbox i JOIN member m ON m.id = i.member_id"
            + " WHERE m.email = '" + name + "@demo.test' AND i.kind = '" + kind + "'"));
  }
}
