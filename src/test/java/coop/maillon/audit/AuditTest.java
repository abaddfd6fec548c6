package coop.maillon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Soon;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is concerned reads who did what with their bookings; nobody else does, but the coordinators of the site. */
class AuditTest {

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
  void thePersonConcernedReadsWhoMovedTheirBookingFromWhereToWhere() {
    moved();
    assertThat(page("bruno", "/me/audit"))
        .contains("Déplacement", "Chloé Perrin", "Salle Loire", "Salle Saône", "Avant", "Après");
    assertThat(page("diane", "/me/audit")).doesNotContain("Déplacement", "Salle Saône");
  }

  @Test
  void coordinatorsReadThatOfTheirOwnSitesOnly() {
    moved();
    assertThat(page("chloe", "/manage/audit")).contains("Bruno Faure", "Déplacement");
    assertThat(page("paula", "/manage/audit")).doesNotContain("Bruno Faure");
    assertThat(page("ada", "/manage/audit")).contains("Bruno Faure");
    assertThat(coop.browser("bruno").get("/manage/audit").statusCode()).isEqualTo(403);
  }

  @Test
  void eachEventIsKeptOnce() {
    moved();
    page("bruno", "/me/audit");
    page("chloe", "/manage/audit");
    assertThat(coop.one("SELECT count(*) FROM audit WHERE kind = 'booking.moved'"))
        .isEqualTo("1");
  }

  private void moved() {
    var booked = coop.as("bruno")
        .book("salle-loire", "2026-12-09T10:00:00+01:00", "2026-12-09T11:00:00+01:00");
    String id = new JsonObject(booked.body()).getString("id");
    var answer = coop.as("chloe")
        .with("If-Match", "1")
        .patch("/api/v1/bookings/" + id, new JsonObject().put("resource", "salle-saone"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Soon.soon(
        "events are numbered", () -> coop.one("SELECT count(*) FROM outbox").equals("0"));
  }

  private String page(String name, String path) {
    var answer = coop.browser(name).get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
