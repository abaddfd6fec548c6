package coop.maillon.resource.manage;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Together;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coordinators keep what is theirs, and what they change holds at once. */
class ManageTest {

  private Coop coop;

  @BeforeEach
  void start() {
    coop = Coop.start();
  }

  @AfterEach
  void stop() {
    coop.close();
  }

  @Test
  void aNewResourceCanBeBookedAtOnce() {
    var made =
        coop.as("chloe").post("/api/v1/resources", resource("cabine", "Cabine").put("units", 2));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(new JsonObject(made.body()).getJsonArray("units")).hasSize(2);
    assertThat(book("bruno", "cabine", "10:00", "11:00")).isEqualTo(201);
    assertThat(book("diane", "cabine", "10:00", "11:00")).isEqualTo(201);
    assertThat(book("emile", "cabine", "10:00", "11:00")).isEqualTo(409);
  }

  @Test
  void hoursEditedChangeWhatMayBeBooked() {
    assertThat(book("bruno", "salle-loire", "07:00", "08:00")).isEqualTo(422);
    var hours = new JsonObject()
        .put("wed", new JsonArray().add(new JsonArray().add("06:00").add("10:00")));
    assertThat(patch(
                "chloe",
                "salle-loire",
                new JsonObject().put("policy", new JsonObject().put("hours", hours)))
            .statusCode())
        .isEqualTo(200);
    assertThat(book("bruno", "salle-loire", "07:00", "08:00")).isEqualTo(201);
    assertThat(book("bruno", "salle-loire", "14:00", "15:00")).isEqualTo(422);
  }

  @Test
  void thePageEditsHoursWithoutScript() {
    var page = coop.browser("chloe").get("/manage/resources/salle-loire");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains("Horaires d’ouverture", "name=\"mon-1-from\"");
    String unit = coop.one(
        "SELECT u.id FROM unit u JOIN resource r ON r.id = u.resource_id WHERE r.slug = 'salle-loire'");
    String form = "version=1 name=Loire slug=salle-loire kind=space capacity=14 hours=own"
        + " wed-1-from=06:00 wed-1-to=10:00 granularityMinutes=30 unit-" + unit + "=Loire";
    var saved = coop.browser("chloe").submit("/manage/resources/salle-loire", form.split("[ =]"));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    assertThat(book("bruno", "salle-loire", "07:00", "08:00")).isEqualTo(201);
    assertThat(book("bruno", "salle-loire", "08:15", "09:00")).isEqualTo(422);
    assertThat(coop.one("SELECT capacity FROM resource WHERE slug = 'salle-loire'"))
        .isEqualTo("14");
  }

  @Test
  void aDayMayHaveAsManyStretchesAsItNeeds() {
    String unit = coop.one(
        "SELECT u.id FROM unit u JOIN resource r ON r.id = u.resource_id WHERE r.slug = 'salle-loire'");
    String form = "version=1 name=Loire slug=salle-loire kind=space capacity=14 hours=own unit-"
        + unit + "=Loire wed-1-from=08:00 wed-1-to=09:00 wed-2-from=10:00 wed-2-to=11:00"
        + " wed-3-from=12:00 wed-3-to=13:00 wed-4-from=14:00 wed-4-to=15:00";
    var saved = coop.browser("chloe").submit("/manage/resources/salle-loire", form.split("[ =]"));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    assertThat(book("bruno", "salle-loire", "14:00", "15:00")).isEqualTo(201);
    assertThat(book("bruno", "salle-loire", "13:00", "14:00")).isEqualTo(422);
    assertThat(coop.browser("chloe").get("/manage/resources/salle-loire").body())
        .contains("name=\"wed-4-to\" value=\"15:00\"", "name=\"wed-5-from\" value=\"\"");
  }

  @Test
  void aBadRuleIsNamed() {
    var policy = new JsonObject().put("granularityMinutes", 0).put("colour", "blue");
    var refused = patch("chloe", "salle-loire", new JsonObject().put("policy", policy));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("policy.granularityMinutes", "policy.colour");
  }

  @Test
  void anEditSaysWhichVersionItIsOf() {
    assertThat(coop.as("chloe")
            .patch("/api/v1/resources/salle-loire", new JsonObject().put("name", "Loire"))
            .statusCode())
        .isEqualTo(428);
    var stale = coop.as("chloe")
        .with("If-Match", "\"7\"")
        .patch("/api/v1/resources/salle-loire", new JsonObject().put("name", "Loire"));
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(patch("chloe", "salle-loire", new JsonObject().put("name", "Loire"))
            .headers()
            .firstValue("ETag"))
        .contains("\"2\"");
  }

  @Test
  void theCoordinatorOfAnotherSiteIsRefused() {
    assertThat(patch("paula", "salle-loire", new JsonObject().put("name", "X")).statusCode())
        .isEqualTo(403);
    assertThat(coop.as("paula")
            .post("/api/v1/resources", resource("cabine", "Cabine"))
            .statusCode())
        .isEqualTo(403);
    assertThat(coop.browser("paula").get("/manage/resources/salle-loire").statusCode())
        .isEqualTo(403);
    assertThat(coop.browser("bruno").get("/manage/resources").statusCode()).isEqualTo(403);
    assertThat(coop.browser("chloe").get("/manage/sites/grenoble").statusCode()).isEqualTo(403);
    assertThat(
            coop.browser("chloe").submit("/manage/sites/lyon", "name", "Lyon").statusCode())
        .isEqualTo(403);
    assertThat(coop.browser("ada")
            .submit("/manage/sites/lyon", "name", "Lyon Vaise", "hours", "inherited")
            .statusCode())
        .isEqualTo(303);
  }

  @Test
  void aResourceWithBookingsToComeIsNotRetiredButThoseAreNamed() {
    book("bruno", "salle-loire", "10:00", "11:00");
    var refused = coop.browser("chloe").submit("/manage/resources/salle-loire/retirement");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains(
            "Bruno Faure", "mercredi 9 décembre", "/manage/closures/new?resource=salle-loire");
    coop.sql("DELETE FROM occupancy", "UPDATE booking SET status = 'cancelled'");
    assertThat(coop.browser("chloe")
            .submit("/manage/resources/salle-loire/retirement")
            .statusCode())
        .isEqualTo(303);
    assertThat(book("bruno", "salle-loire", "10:00", "11:00")).isEqualTo(404);
    assertThat(
            coop.browser("chloe").submit("/manage/resources/salle-loire/return").statusCode())
        .isEqualTo(303);
    assertThat(book("bruno", "salle-loire", "10:00", "11:00")).isEqualTo(201);
  }

  @Test
  void aUnitThatSomebodyHasBookedDoesNotVanish() {
    book("bruno", "videoprojecteur", "10:00", "11:00");
    var fewer = patch(
        "chloe", "videoprojecteur", new JsonObject().put("units", new JsonArray().add("Neuf")));
    assertThat(fewer.statusCode()).as(fewer.body()).isEqualTo(409);
    assertThat(new JsonObject(fewer.body()).getJsonArray("bookings")).hasSize(1);
  }

  @Test
  void partsAreRegroupedWhileBookingsGoOn() {
    var answers = Together.together(
        16,
        i -> i == 8
            ? coop.as("chloe")
                .post(
                    "/api/v1/resources",
                    resource("etage", "Étage").put("parts", List.of("salle-rhone", "salle-saone")))
            : coop.as(List.of("bruno", "diane").get(i % 2))
                .book(
                    i % 2 == 0 ? "salle-rhone" : "salle-saone",
                    at("%02d:00".formatted(8 + i / 2)),
                    at("%02d:00".formatted(9 + i / 2))));
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201));
    assertThat(
            coop.one(
                "SELECT count(DISTINCT space_group) FROM resource WHERE slug IN ('etage', 'salle-rhone', 'salle-saone')"))
        .isEqualTo("1");
    assertThat(book("emile", "etage", "08:00", "09:00")).isEqualTo(409);
    assertThat(book("emile", "etage", "18:00", "19:00")).isEqualTo(201);
    assertThat(book("bruno", "salle-rhone", "18:00", "19:00")).isEqualTo(409);
  }

  @Test
  void aWholeTakenApartLeavesTwoSpaces() {
    var apart = patch(
        "chloe",
        "salle-fourviere",
        new JsonObject().put("parts", new JsonArray()).put("units", 1));
    assertThat(apart.statusCode()).as(apart.body()).isEqualTo(200);
    assertThat(coop.one(
            "SELECT count(DISTINCT space_group) FROM resource WHERE slug LIKE 'salle-fourviere%'"))
        .isEqualTo("3");
  }

  @Test
  void aPartOfItselfIsRefused() {
    var loop = patch(
        "chloe",
        "salle-fourviere-nord",
        new JsonObject()
            .put("parts", new JsonArray().add("salle-fourviere"))
            .put("units", new JsonArray()));
    assertThat(loop.statusCode()).as(loop.body()).isEqualTo(400);
  }

  @Test
  void aPhotoIsJudgedByItsBytes() {
    assertThat(upload("salle-loire", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
            .statusCode())
        .isEqualTo(422);
    byte[] png = {
      (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };
    assertThat(upload("salle-loire", png).statusCode()).isEqualTo(303);
    var shown = coop.browser("bruno").get("/resources/salle-loire/photo");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  private int book(String name, String resource, String from, String to) {
    return coop.as(name).book(resource, at(from), at(to)).statusCode();
  }

  private HttpResponse<String> patch(String name, String slug, JsonObject body) {
    return coop.as(name).with("If-Match", "1").patch("/api/v1/resources/" + slug, body);
  }

  private HttpResponse<String> upload(String slug, byte[] bytes) {
    String head =
        "--edge\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] end = "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8);
    return coop.app()
        .send(HttpRequest.newBuilder(coop.app().at("/manage/resources/" + slug + "/photo"))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .header("Cookie", "sid=session-chloe")
            .header("Origin", coop.app().at("").toString())
            .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(start, bytes, end)))
            .build());
  }

  private static JsonObject resource(String slug, String name) {
    return new JsonObject()
        .put("slug", slug)
        .put("name", name)
        .put("kind", "space")
        .put("site", "lyon");
  }

  private static String at(String time) {
    return "2026-12-09T" + time + ":00+01:00";
  }
}
