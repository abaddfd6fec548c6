package coop.maillon.privacy.forget;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.BoardThings;
import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bruno leaves, and nothing of his name, his address or his words is left. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class ErasureTest {

  /** A word that nobody but Bruno writes. */
  private static final String WORD = "zanzibarite";

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
  void theirNameTheirAddressAndTheirWordsAreNowhereInTheDatabase() {
    livesHere();
    assertThat(placesOf("Bruno F")).isNotEmpty();
    assertThat(placesOf(WORD)).hasSizeGreaterThan(8);
    System.out.println("before: " + placesOf(WORD));

    assertThat(leave().statusCode()).isEqualTo(303);
    coop.everythingIsTold();
    TestApp.done(coop.app().app().jobs().everyMinute());

    assertThat(placesOf("Bruno")).isEmpty();
    assertThat(placesOf("Faure")).isEmpty();
    assertThat(placesOf("bruno@")).isEmpty();
    assertThat(placesOf(WORD)).isEmpty();
    assertThat(coop.one("SELECT name || ' ' || email FROM member WHERE id = " + bruno))
        .isEqualTo("Ex-membre\u00a0" + bruno + " ex-" + bruno + "@left.invalid");
  }

  @Test
  void whatTheyDidStaysAndOthersReadWhatConcernsThem() {
    livesHere();
    var sum = coop.one("SELECT coalesce(sum(amount), 0) FROM entry");
    var bookings = coop.one("SELECT count(*) FROM booking WHERE member_id = " + bruno);

    leave();
    coop.everythingIsTold();

    assertThat(coop.one("SELECT count(*) FROM booking WHERE member_id = " + bruno))
        .isEqualTo(bookings);
    assertThat(coop.one("SELECT coalesce(sum(amount), 0) FROM entry")).isEqualTo(sum);
    assertThat(coop.browser("diane").get("/inbox").body()).contains("Ex-membre\u00a0" + bruno);
    assertThat(coop.browser("chloe").get("/manage/audit").statusCode()).isEqualTo(200);
    assertThat(coop.browser("chloe").get("/manage/members/" + bruno).body())
        .contains("Ex-membre\u00a0" + bruno, "Parti")
        .doesNotContain("left.invalid");
  }

  @Test
  void aProblemThatIsStillOpenIsStillToBeMended() {
    problem("NULL");

    leave();

    assertThat(coop.one("SELECT text || coalesce(reporter_id, 0) FROM problem"))
        .isEqualTo("La " + WORD + " clignote0");
  }

  @Test
  void theSameAddressIsSomebodyNew() {
    leave();

    var invited = coop.browser("chloe")
        .submit("/manage/members", "email", Coop.BRUNO, "name", "Bruno Faure", "kind", "member");

    assertThat(invited.statusCode()).isEqualTo(303);
    assertThat(invited.headers().firstValue("Location"))
        .isPresent()
        .get()
        .asString()
        .doesNotEndWith("/" + bruno);
  }

  @Test
  void whoeverAFaultLeftBehindIsForgottenWithinTheHour() {
    coop.sql("UPDATE member SET state = 'left', left_at = '2026-01-01Z' WHERE id = " + bruno);

    TestApp.done(coop.app().app().jobs().everyHour());

    assertThat(placesOf("Bruno")).isEmpty();
  }

  @Test
  void leavingTwentyTimesAtOnceForgetsOnce() {
    livesHere();

    var answers = together(
        20,
        i ->
            coop.browser("chloe").submit("/manage/members/" + bruno + "/departure", "sure", "yes"));

    assertThat(answers).allMatch(answer -> answer.statusCode() < 500);
    coop.everythingIsTold();
    TestApp.done(coop.app().app().jobs().everyMinute());
    assertThat(placesOf("Bruno")).isEmpty();
    assertThat(placesOf(WORD)).isEmpty();
  }

  /** Something of everything that has room for words. */
  private void livesHere() {
    moved();
    booked();
    asked();
    wroteOnTheBoard();
    var browser = coop.browser("bruno");
    browser.submit("/me/skills", "offers", "Menuiserie", "seeks", "Chant", "askable", "on");
    browser.submit("/me/calendars", "what", "mine", "label", WORD);
    problem("'2026-12-07Z'");
    coop.everythingIsTold();
    browser.get("/me/audit");
  }

  private void moved() {
    var wish = slot("salle-loire", "09").put("title", "Réunion " + WORD).put("activity", WORD);
    var booking = coop.booked("bruno", wish);
    coop.sql("INSERT INTO participant SELECT " + booking
        + ", id FROM member WHERE email = 'diane@demo.test'");
    coop.as("bruno")
        .with("If-Match", "1")
        .patch("/api/v1/bookings/" + booking, slot("salle-rhone", "10"));
  }

  private void booked() {
    var titled = slot("salle-saone", "11").put("title", WORD);
    coop.booked("bruno", slot("bureaux-calmes", "15").put("title", WORD));
    coop.as("bruno").post("/api/v1/bookings", titled.copy().put("rrule", "FREQ=DAILY;COUNT=3"));
    coop.as("chloe")
        .with("Idempotency-Key", "k1")
        .post("/api/v1/bookings", slot("bureaux-calmes", "14").put("member", Coop.BRUNO));
    coop.as("bruno")
        .with("Idempotency-Key", "k2")
        .post("/api/v1/bookings", slot("bureaux-calmes", "16").put("title", WORD));
  }

  private void asked() {
    var asked = coop.booked("bruno", slot("studio", "16").put("title", WORD));
    coop.as("chloe")
        .post(
            "/api/v1/bookings/" + asked + "/approval",
            new JsonObject().put("approved", false).put("reason", "Pas de " + WORD));
    var wish = new JsonObject()
        .put("kind", "request")
        .put("mode", "free")
        .put("title", "Qui a une " + WORD)
        .put("body", "Bruno Faure cherche une " + WORD)
        .put("site", "lyon")
        .put("skills", new JsonArray());
    var post = new JsonObject(coop.as("bruno").post("/api/v1/posts", wish).body());
    coop.as("diane")
        .post(
            "/api/v1/posts/" + post.getString("id") + "/answers",
            new JsonObject().put("body", "Moi."));
  }

  private void wroteOnTheBoard() {
    var deal = BoardThings.engagement(coop);
    var theirs = coop.one("""
        INSERT INTO post (author_id, kind, mode, status, title, created_at, published_at, expires_at)
        SELECT id, 'question', 'free', 'published', 'Une question', '2026-12-07Z', '2026-12-07Z', '2027-01-07Z'
          FROM member WHERE email = 'diane@demo.test' RETURNING id
        """);
    coop.as("bruno")
        .post(
            "/api/v1/posts/" + theirs + "/answers",
            new JsonObject().put("body", "La " + WORD + ", bien sûr."));
    coop.as("bruno")
        .post(
            "/api/v1/engagements/" + deal + "/dispute",
            new JsonObject().put("reason", "Sans " + WORD));
    coop.sql(
        "INSERT INTO reply (answer_id, member_id, body, at) SELECT min(id), %s, '%s', '2026-12-07Z' FROM answer"
            .formatted(bruno, WORD),
        "INSERT INTO thanks (engagement_id, member_id, body, at) VALUES (%s, %s, '%s', '2026-12-07Z')"
            .formatted(deal, bruno, WORD),
        "INSERT INTO report (post_id, reporter_id, reason, wish, at) VALUES (%s, %s, '%s', '%s', '2026-12-07Z')"
            .formatted(theirs, bruno, WORD, WORD));
  }

  private void problem(String closed) {
    coop.sql(
        "INSERT INTO problem (resource_id, reporter_id, sort, text, created_at, closed_at) VALUES (1, %s, 'report', 'La %s clignote', '2026-12-01Z', %s)"
            .formatted(bruno, WORD, closed));
  }

  private HttpResponse<String> leave() {
    return coop.browser("bruno").submit("/me/departure", "sure", "yes");
  }

  private static JsonObject slot(String resource, String day) {
    return new JsonObject()
        .put("resource", resource)
        .put("start", "2026-12-" + day + "T10:00:00+01:00")
        .put("end", "2026-12-" + day + "T11:00:00+01:00");
  }

  /** Every column of every table in which those letters stand. */
  private List<String> placesOf(String letters) {
    var found = new ArrayList<String>();
    for (String column : TestDatabase.ask(coop.database(), """
        SELECT format('%I.%I', c.table_name, c.column_name)
          FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
         WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'jsonb', 'json', 'ARRAY', 'character varying')
           AND c.table_name NOT LIKE 'flyway%' ORDER BY 1
        """)) {
      String[] parts = column.split("[.]");
      var rows = coop.one("SELECT count(*) FROM %s WHERE %s::text ILIKE '%%%s%%'"
          .formatted(parts[0], parts[1], letters));
      if (!rows.equals("0")) {
        found.add(column);
      }
    }
    return found;
  }
}
