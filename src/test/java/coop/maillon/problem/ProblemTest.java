package coop.maillon.problem;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Soon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is broken is signalled from its page, reaches whoever is on duty, and comes back as an answer. */
class ProblemTest {

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
  void signalledFromAResourcesPageItWaitsInTheQueueAndItsOutcomeIsTold() {
    assertThat(coop.browser("bruno").get("/resources/salle-loire").body())
        .contains("/problems/new?resource=salle-loire");
    assertThat(signal("Le chauffage ne marche plus").statusCode()).isEqualTo(303);
    var chloe = coop.browser("chloe");
    assertThat(chloe.get("/manage/problems").body())
        .contains("Le chauffage ne marche plus", "Salle Loire", "Bruno Faure");
    String id = coop.one("SELECT id FROM problem");
    chloe.submit("/manage/problems/" + id + "/closing", "outcome", "Vanne changée");
    assertThat(chloe.get("/manage/problems").body()).contains("Rien n’attend", "Vanne changée");
    Soon.soon("the reporter is told", () -> inbox("bruno", "problem.closed") == 1);
    assertThat(coop.browser("bruno").get("/inbox").body()).contains("Vanne changée");
  }

  @Test
  void whoeverIsOnDutyIsToldAndNobodyElse() {
    coop.sql("INSERT INTO coordinates SELECT id, 1 FROM member WHERE email = 'emile@demo.test'");
    coop.browser("chloe")
        .submit(
            "/manage/duty",
            "site",
            "lyon",
            "member-2026-12-07",
            id("emile"),
            "substitute-2026-12-07",
            "");
    signal("Fuite");
    Soon.soon("duty is told", () -> inbox("emile", "problem.signalled") == 1);
    assertThat(inbox("chloe", "problem.signalled")).isZero();
  }

  @Test
  void withoutAnybodyOnDutyAllCoordinatorsOfTheSiteAreTold() {
    signal("Fuite");
    Soon.soon("coordinators are told", () -> inbox("chloe", "problem.signalled") == 1);
    assertThat(inbox("paula", "problem.signalled")).isZero();
  }

  @Test
  void onlyCoordinatorsOfTheSiteCloseIt() {
    signal("Fuite");
    String path = "/manage/problems/" + coop.one("SELECT id FROM problem") + "/closing";
    assertThat(coop.browser("paula").submit(path, "outcome", "").statusCode()).isEqualTo(404);
    assertThat(coop.browser("bruno").submit(path, "outcome", "").statusCode()).isEqualTo(403);
    assertThat(coop.one("SELECT closed_at IS NULL FROM problem")).isEqualTo("t");
  }

  @Test
  void withoutWordsItIsAskedForAgain() {
    assertThat(signal("").statusCode()).isEqualTo(422);
    assertThat(coop.one("SELECT count(*) FROM problem")).isEqualTo("0");
  }

  private java.net.http.HttpResponse<String> signal(String text) {
    return coop.browser("bruno").submit("/problems", "resource", "salle-loire", "text", text);
  }

  private String id(String name) {
    return coop.one("SELECT id FROM member WHERE email = '" + name + "@demo.test'");
  }

  private int inbox(String name, String kind) {
    return Integer.parseInt(
        coop.one("SELECT count(*) FROM inbox i JOIN member m ON m.id = i.member_id"
            + " WHERE m.email = '" + name + "@demo.test' AND i.kind = '" + kind + "'"));
  }
}
