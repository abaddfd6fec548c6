package coop.maillon.booking.permit;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The laser cutter asks for a training that is valid for twelve months. It is Tuesday 8 December 2026. */
class PermitTest {

  private Coop coop;
  private String laser;

  @BeforeEach
  void open() {
    coop = Coop.start();
    laser = coop.browser("chloe")
        .submit("/manage/habilitations", "name", "Découpe laser", "months", "12")
        .headers()
        .firstValue("Location")
        .orElseThrow();
    policy("decoupe-laser", "{\"habilitations\":[\"decoupe-laser\"]}");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void whoHasNotLearnedItIsRefusedByName() {
    var answer = book("bruno", "decoupe-laser", "2026-12-09");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("\"rule\":\"habilitation\"", "Découpe laser demande l’habilitation");
  }

  @Test
  void whoWasGivenItMayBookUntilItEnds() {
    give("2025-12-20");

    assertThat(book("bruno", "decoupe-laser", "2026-12-19").statusCode()).isEqualTo(201);
    var late = book("bruno", "decoupe-laser", "2026-12-21");
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("s’arrête le dimanche 20 décembre");
  }

  @Test
  void aCoordinatorCannotLendHersToBruno() {
    var answer = coop.as("chloe")
        .post(
            "/api/v1/bookings",
            new JsonObject()
                .put("resource", "decoupe-laser")
                .put("start", "2026-12-09T10:00:00+01:00")
                .put("end", "2026-12-09T11:00:00+01:00")
                .put("member", Coop.BRUNO));

    assertThat(answer.body()).contains("\"rule\":\"habilitation\"");
  }

  @Test
  void whatIsWithdrawnNoLongerCounts() {
    give("2026-12-01");
    coop.browser("chloe")
        .submit(laser + "/withdrawal", "holding", coop.one("SELECT id FROM member_habilitation"));

    assertThat(book("bruno", "decoupe-laser", "2026-12-09").statusCode()).isEqualTo(422);
  }

  @Test
  void aCompletedTrainingGivesItToThoseWhoWereThereAndOnlyOnce() {
    var chloe = coop.browser("chloe");
    var training = chloe
        .submit(
            laser + "/trainings", "title", "Prise en main", "held-on", "2026-12-07", "site", "1")
        .headers()
        .firstValue("Location")
        .orElseThrow();
    chloe.submit(training + "/members", "email", Coop.BRUNO);
    chloe.submit(training + "/members", "email", Coop.DIANE);
    String bruno = coop.one("SELECT id FROM member WHERE email = 'bruno@demo.test'");

    chloe.submit(training + "/completion", "present", bruno);
    chloe.submit(training + "/completion", "present", bruno);

    assertThat(book("bruno", "decoupe-laser", "2026-12-09").statusCode()).isEqualTo(201);
    assertThat(book("diane", "decoupe-laser", "2026-12-10").statusCode()).isEqualTo(422);
    assertThat(coop.one("SELECT count(*) FROM member_habilitation")).isEqualTo("1");
    assertThat(coop.browser("bruno").get("/me/habilitations").body())
        .contains("Découpe laser", "jusqu’au mardi 7 décembre 2027");
  }

  @Test
  void whoseHabilitationEndsIsRemindedAMonthAndAWeekBefore() {
    give("2026-01-20");
    var reminded = new TreeSet<String>();
    for (int day = 0; day < 45; day++) {
      TestApp.done(coop.app().app().jobs().everyHour());
      reminded.add(
          coop.one("SELECT coalesce(reminded_at::date::text, '') FROM member_habilitation"));
      coop.clock().pass(Duration.ofDays(1));
    }

    assertThat(reminded).containsExactly("", "2026-12-21", "2027-01-13");
    soon(
        "everything is told",
        () -> coop.one("SELECT count(*) FROM event WHERE seq > (SELECT seq FROM notified_seen)")
            .equals("0"));
    assertThat(told("habilitation.expiring")).isEqualTo("bruno@demo.test bruno@demo.test");
    assertThat(told("habilitation.ending")).as("once").isEqualTo("ada@demo.test chloe@demo.test");
  }

  private String told(String kind) {
    return coop.one(
        "SELECT string_agg(m.email, ' ' ORDER BY i.seq, m.email) FROM inbox i JOIN member m"
            + " ON m.id = i.member_id WHERE i.kind = '" + kind + "'");
  }

  @Test
  void onlyTheGroupsNamedMayBookAndCoordinators() {
    coop.browser("chloe").submit("/manage/groups", "name", "Menuiserie", "sort", "group");
    policy("salle-rhone", "{\"groups\":[\"menuiserie\"]}");

    var answer = book("bruno", "salle-rhone", "2026-12-09");
    assertThat(answer.body())
        .contains("\"rule\":\"group\"", "Salle Rhône se réserve par Menuiserie.");
    assertThat(book("chloe", "salle-rhone", "2026-12-09").statusCode()).isEqualTo(201);

    coop.browser("chloe").submit("/manage/groups/1/members", "email", Coop.BRUNO);
    assertThat(book("bruno", "salle-rhone", "2026-12-10").statusCode()).isEqualTo(201);
  }

  @Test
  void theRulesOfAResourceNameGroupsAndHabilitations() {
    var form = coop.browser("chloe").get("/manage/resources/decoupe-laser").body();

    assertThat(form)
        .contains("Habilitations demandées")
        .contains("value=\"decoupe-laser\" checked");
  }

  @Test
  void thatEverybodyMayBookIsNotLostWhenTheRulesAreSaved() {
    coop.browser("chloe").submit("/manage/groups", "name", "Menuiserie", "sort", "group");
    coop.sql("UPDATE site SET policy = '{\"groups\":[\"menuiserie\"]}' WHERE slug = 'lyon'");
    policy("salle-rhone", "{\"groups\":[]}");
    assertThat(book("bruno", "salle-rhone", "2026-12-09").statusCode()).isEqualTo(201);
    var form = coop.browser("chloe").get("/manage/resources/salle-rhone").body();
    assertThat(form).contains("name=\"groups\" value=\"-\" checked");

    save("groups", "-");
    assertThat(book("bruno", "salle-rhone", "2026-12-10").statusCode()).isEqualTo(201);

    save("title", "");
    assertThat(book("bruno", "salle-rhone", "2026-12-11").body()).contains("\"rule\":\"group\"");
  }

  private void save(String name, String value) {
    var version = coop.one("SELECT version FROM resource WHERE slug = 'salle-rhone'");
    var units = coop.one("SELECT id FROM unit WHERE label LIKE 'Salle Rhône%'");
    var saved = coop.browser("chloe")
        .submit(
            "/manage/resources/salle-rhone",
            "version",
            version,
            "name",
            "Salle Rhône",
            "slug",
            "salle-rhone",
            "kind",
            "space",
            "capacity",
            "6",
            "unit-" + units,
            "Salle Rhône 1",
            name,
            value);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
  }

  @Test
  void aResourceSaysWhatIsLackingAndHowToGetIt() {
    coop.browser("chloe")
        .submit(
            laser + "/trainings", "title", "Prise en main", "held-on", "2026-12-12", "site", "1");

    var page = coop.browser("bruno").get("/resources/decoupe-laser").body();
    assertThat(page)
        .contains("que vous n’avez pas encore")
        .contains("Prise en main, samedi 12 décembre, Lyon");
    assertThat(coop.browser("bruno").get("/bookings/new?resource=decoupe-laser").body())
        .contains("que vous n’avez pas encore", "Prise en main");

    give("2026-12-01");
    assertThat(coop.browser("bruno").get("/resources/decoupe-laser").body())
        .doesNotContain("que vous n’avez pas encore");
  }

  @Test
  void aResourceOfAGroupSaysSoToOthers() {
    coop.browser("chloe").submit("/manage/groups", "name", "Menuiserie", "sort", "group");
    policy("salle-rhone", "{\"groups\":[\"menuiserie\"]}");

    assertThat(coop.browser("bruno").get("/resources/salle-rhone").body())
        .contains("Salle Rhône se réserve par Menuiserie.", "Pour en faire partie");
    assertThat(coop.browser("chloe").get("/resources/salle-rhone").body())
        .doesNotContain("Pour en faire partie");
  }

  @Test
  void theBookingsOfAGroupWaitForAYes() {
    coop.browser("chloe").submit("/manage/groups", "name", "Nouveaux", "sort", "group");
    coop.browser("chloe").submit("/manage/groups/1/members", "email", Coop.BRUNO);
    policy("salle-rhone", "{\"approvalGroups\":[\"nouveaux\"]}");

    assertThat(book("bruno", "salle-rhone", "2026-12-09").body()).contains("\"pending\"");
    assertThat(book("diane", "salle-rhone", "2026-12-10").body()).contains("\"confirmed\"");
  }

  @Test
  void aYesIsJudgedByTheHabilitationAgain() {
    policy("decoupe-laser", "{\"approval\":\"always\"}");
    give("2026-12-01");
    var id = new JsonObject(book("bruno", "decoupe-laser", "2026-12-09").body()).getString("id");
    coop.sql("UPDATE member_habilitation SET withdrawn_at = now()");

    var yes = coop.as("chloe")
        .post("/api/v1/bookings/" + id + "/approval", new JsonObject().put("approved", true));

    assertThat(yes.statusCode()).isEqualTo(422);
    assertThat(yes.body()).contains("\"rule\":\"habilitation\"");
    coop.sql("UPDATE member_habilitation SET withdrawn_at = NULL");
    assertThat(coop.as("chloe")
            .post("/api/v1/bookings/" + id + "/approval", new JsonObject().put("approved", true))
            .statusCode())
        .isEqualTo(200);
  }

  private void give(String since) {
    assertThat(coop.browser("chloe")
            .submit(laser + "/members", "email", Coop.BRUNO, "since", since)
            .statusCode())
        .isEqualTo(303);
  }

  private void policy(String slug, String json) {
    coop.sql("UPDATE resource SET policy = policy || '%s' WHERE slug = '%s'".formatted(json, slug));
  }

  private HttpResponse<String> book(String who, String resource, String date) {
    return coop.as(who).book(resource, date + "T10:00:00+01:00", date + "T11:00:00+01:00");
  }
}
