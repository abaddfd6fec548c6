package coop.maillon.booking.leaving;

import static coop.maillon.support.Soon.soon;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import coop.maillon.support.TestApp;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bruno leaves. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class DepartureTest {

  private Coop coop;
  private String bruno;

  @BeforeEach
  void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
    bruno = coop.one("SELECT id FROM member WHERE email = 'bruno@demo.test'");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void whatIsToComeIsGivenBackWhateverTheDeadlineAndWhatHasBegunGoesOn() {
    coop.sql(
        "UPDATE resource SET policy = policy || '{\"deadlineMinutes\":10080}' WHERE slug = 'salle-rhone'");
    var begun = book("salle-loire", "08");
    var ahead = book("salle-rhone", "09");
    var asked = book("studio", "10");
    var seen = coop.browser("bruno").get("/me/departure");
    assertThat(seen.body()).contains("2 réservations à venir sont annulées");

    assertThat(leave("bruno", "/me/departure").statusCode()).isEqualTo(303);

    assertThat(status(begun)).isEqualTo("confirmed");
    assertThat(status(ahead)).isEqualTo("cancelled");
    assertThat(status(asked)).isEqualTo("cancelled");
    assertThat(coop.one("SELECT state FROM member WHERE id = " + bruno)).isEqualTo("left");
    assertThat(coop.one("SELECT left_at FROM member WHERE id = " + bruno)).contains("2026-12-08");
  }

  @Test
  void nothingHappensBeforeItIsConfirmed() {
    var answer = coop.browser("bruno").submit("/me/departure");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Cochez la case pour confirmer.");
    assertThat(coop.browser("bruno").get("/me").statusCode()).isEqualTo(200);
  }

  @Test
  void whoWaitedForWhatIsGivenBackIsOfferedIt() {
    book("salle-rhone", "09");
    waitFor("diane", 10, 12);
    waitFor("bruno", 11, 13);

    leave("chloe", "/manage/members/" + bruno + "/departure");

    soon(
        "Diane is offered it",
        () -> coop.one("SELECT string_agg(m.name || ' ' || w.state, ', ' ORDER BY m.name)"
                + " FROM waiting w JOIN member m ON m.id = w.member_id")
            .contains("Diane Roussel offered"));
    assertThat(coop.one("SELECT count(*) FROM waiting WHERE member_id = " + bruno
            + " AND state IN ('waiting', 'offered')"))
        .isEqualTo("0");
  }

  @Test
  void everyWayInIsClosedAtOnce() {
    var browser = coop.browser("bruno");
    var feed = feed(browser);
    coop.as("bruno").post("/api/v1/holds", slot("salle-rhone", 10, 12));
    assertThat(coop.anybody().get(feed).statusCode()).isEqualTo(200);

    leave("bruno", "/me/departure");

    assertThat(browser.get("/bookings").statusCode()).isEqualTo(303);
    assertThat(coop.as("bruno").get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(coop.anybody().get(feed).statusCode()).isEqualTo(404);
    assertThat(coop.one("SELECT count(*) FROM hold")).isEqualTo("0");
    assertThat(coop.one("SELECT count(*) FROM occupancy")).isEqualTo("0");
  }

  @Test
  void theOldPasswordOpensNothingAndNoLetterBringsAnother() {
    leave("bruno", "/me/departure");

    var signIn = coop.anybody().post("/login", "email", Coop.BRUNO, "password", Coop.PASSWORD);
    coop.anybody().post("/password", "email", Coop.BRUNO);

    assertThat(signIn.statusCode()).isEqualTo(422);
    assertThat(new Mailbox(coop.app()).subjectsTo(Coop.BRUNO))
        .noneMatch(subject -> subject.contains("mot de passe"));
  }

  @Test
  void whoLeftMayBeInvitedAgainAsSomebodyNewAndFindsNoOldDoor() {
    var past = book("salle-loire", "08");
    var feed = feed(coop.browser("bruno"));
    leave("bruno", "/me/departure");
    var chloe = coop.browser("chloe");
    assertThat(chloe.get("/manage/members/" + bruno).body())
        .contains("Parti")
        .doesNotContain("/manage/members/" + bruno + "/");

    chloe.submit("/manage/members", "email", Coop.BRUNO, "name", "Bruno Faure", "kind", "member");

    var again = coop.anybody();
    var link = new Mailbox(coop.app()).linkTo(Coop.BRUNO);
    again.post(link, "name", "Bruno Faure", "password", "une autre porte");
    assertThat(again.get("/me/data.zip").statusCode()).isEqualTo(200);
    assertThat(again.get("/bookings").body()).doesNotContain("/bookings/" + past);
    assertThat(coop.anybody().get(feed).statusCode()).isEqualTo(404);
    assertThat(coop.as("bruno").get("/api/v1/me").statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyDecidesAnyMoreAboutWhoLeft() {
    leave("bruno", "/me/departure");

    for (String act : new String[] {"invitation", "reactivation", "suspension"}) {
      assertThat(
              coop.browser("ada").submit("/manage/members/" + bruno + "/" + act).statusCode())
          .as(act)
          .isEqualTo(404);
    }
    assertThat(coop.one("SELECT state FROM member WHERE id = " + bruno)).isEqualTo("left");
  }

  @Test
  void onlyAnAdministratorSeesOffWhoCoordinates() {
    var chloe = coop.one("SELECT id FROM member WHERE email = 'chloe@demo.test'");

    assertThat(leave("paula", "/manage/members/" + chloe + "/departure").statusCode())
        .isEqualTo(403);
    assertThat(leave("diane", "/manage/members/" + bruno + "/departure").statusCode())
        .isEqualTo(403);
    assertThat(leave("ada", "/manage/members/" + chloe + "/departure").statusCode())
        .isEqualTo(303);
    assertThat(coop.one("SELECT count(*) FROM coordinates WHERE member_id = " + chloe))
        .isEqualTo("0");
    assertThat(coop.browser("ada").get("/me/departure").body())
        .contains("Personne d’autre n’administre");
  }

  @Test
  void leftTwentyTimesAtOnceWhileBookingNothingRemains() {
    var answers = together(
        40,
        i -> i % 2 == 0
            ? leave("chloe", "/manage/members/" + bruno + "/departure")
            : coop.as("bruno").book("bureaux-calmes", at("1" + i % 9, 9), at("1" + i % 9, 10)));

    assertThat(answers).allMatch(answer -> answer.statusCode() < 500);
    TestApp.done(coop.app().app().jobs().everyMinute());
    assertThat(coop.one(
            "SELECT count(*) FROM booking WHERE status IN ('confirmed', 'pending') AND member_id = "
                + bruno))
        .isEqualTo("0");
    assertThat(coop.one("SELECT count(*) FROM occupancy")).isEqualTo("0");
    assertThat(coop.one(
            "SELECT count(*) FROM (SELECT kind, data FROM outbox UNION ALL SELECT kind, data FROM event) e"
                + " WHERE kind = 'member.changed' AND data->'after'->>'state' = 'left'"))
        .isEqualTo("1");
  }

  private HttpResponse<String> leave(String who, String path) {
    return coop.browser(who).submit(path, "sure", "yes");
  }

  private void waitFor(String who, int from, int to) {
    coop.as(who).post("/api/v1/waiting-list", slot("salle-rhone", from, to));
  }

  private static JsonObject slot(String resource, int from, int to) {
    return new JsonObject()
        .put("resource", resource)
        .put("start", at("09", from))
        .put("end", at("09", to));
  }

  /** Bruno's, for two hours from ten. */
  private String book(String resource, String day) {
    var answer = coop.as("bruno").book(resource, at(day, 10), at(day, 12));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonObject(answer.body()).getString("id");
  }

  private String status(String booking) {
    return coop.one("SELECT status FROM booking WHERE id = " + booking);
  }

  private static String feed(Visitor browser) {
    var page =
        browser.submit("/me/calendars", "what", "mine", "label", "Agenda").body();
    var found = Pattern.compile("(/calendar/[\\w-]+\\.ics)").matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private static String at(String day, int hour) {
    return "2026-12-%sT%02d:00:00+01:00".formatted(day, hour);
  }
}
