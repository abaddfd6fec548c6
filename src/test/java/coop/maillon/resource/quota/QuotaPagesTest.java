package coop.maillon.resource.quota;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuotaPagesTest {

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void aCoordinatorMakesATeamAndAQuotaThatItShares() {
    var chloe = coop.browser("chloe");
    var group = chloe.submit("/manage/groups", "name", "Atelier bois", "sort", "team");
    var page = group.headers().firstValue("Location").orElseThrow();
    assertThat(chloe.submit(page + "/members", "email", Coop.BRUNO).statusCode())
        .isEqualTo(303);
    assertThat(chloe.get(page).body()).contains("Bruno Faure");

    assertThat(fourHoursAWeek(chloe).statusCode()).isEqualTo(303);
    assertThat(chloe.get("/manage/quotas").body())
        .contains(
            "Petites salles", "4\u00a0h par semaine", "Atelier bois", "Salle Rhône, Salle Saône");
    assertThat(book("bruno")).isEqualTo(422);
    assertThat(book("diane")).isEqualTo(201);
  }

  @Test
  void whatIsMissingIsSaidAtItsField() {
    var answer = coop.browser("chloe")
        .submit("/manage/quotas", "name", "x", "holder", "team", "amount", "0");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Choisissez l’équipe qui partage ce quota.")
        .contains("Choisissez une ou plusieurs ressources d’un même lieu.");
  }

  @Test
  void anEndedQuotaBindsNobody() {
    var chloe = coop.browser("chloe");
    chloe.submit(
        "/manage/quotas",
        "name",
        "Rhône",
        "measure",
        "minutes",
        "amount",
        "1",
        "period",
        "day",
        "holder",
        "member",
        "resource",
        "salle-rhone");
    assertThat(book("diane")).isEqualTo(422);

    chloe.submit("/manage/quotas/" + coop.one("SELECT id FROM quota") + "/end");

    assertThat(book("diane")).isEqualTo(201);
  }

  @Test
  void anotherSitesQuotasAreNotTheirs() {
    coop.browser("chloe")
        .submit(
            "/manage/quotas",
            "name",
            "Rhône",
            "measure",
            "bookings",
            "amount",
            "1",
            "period",
            "day",
            "holder",
            "member",
            "resource",
            "salle-rhone");

    assertThat(coop.browser("paula").get("/manage/quotas/1").statusCode()).isEqualTo(404);
    assertThat(coop.browser("paula").get("/manage/quotas").body()).doesNotContain("Rhône");
  }

  private static HttpResponse<String> fourHoursAWeek(Visitor chloe) {
    return chloe.submit(
        "/manage/quotas",
        "name",
        "Petites salles",
        "measure",
        "minutes",
        "amount",
        "4",
        "period",
        "week",
        "holder",
        "team",
        "group",
        "atelier-bois",
        "resource",
        "salle-rhone",
        "resource",
        "salle-saone");
  }

  private int book(String who) {
    return coop.as(who)
        .book("salle-rhone", "2026-12-09T10:00:00+01:00", "2026-12-09T15:00:00+01:00")
        .statusCode();
  }
}
