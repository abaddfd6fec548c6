package coop.maillon.privacy.forget;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.BoardThings;
import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened long ago, when time has passed. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class AgeingTest {

  private static final Duration MONTH = Duration.ofDays(31);

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off", "MAILLON_RETENTION_POSTS_MONTHS", "3"));
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void ofABookingThatIsLongOverRemainsWhoHadWhatWhen() {
    var booking = booked(new JsonObject().put("title", "Entretien annuel"));
    coop.sql("INSERT INTO participant SELECT " + booking
        + ", id FROM member WHERE email = 'diane@demo.test'");
    var rows = coop.one("SELECT count(*) || ' ' || min(during::text) FROM occupancy");

    after(23);
    assertThat(coop.one("SELECT title FROM booking")).isEqualTo("Entretien annuel");
    assertThat(coop.one("SELECT count(*) FROM participant")).isEqualTo("1");

    after(2);
    assertThat(coop.one("SELECT title FROM booking")).isEmpty();
    assertThat(coop.one("SELECT count(*) FROM participant")).isEqualTo("0");
    assertThat(coop.one("SELECT count(*) || ' ' || min(during::text) FROM occupancy"))
        .isEqualTo(rows);
    assertThat(coop.one("SELECT m.email FROM booking b JOIN member m ON m.id = b.member_id"))
        .isEqualTo(Coop.BRUNO);
  }

  @Test
  void aPostThatEndedKeepsItsTextForThePeriodThatTheCooperativeChose() {
    BoardThings.answer(coop);

    after(3);
    assertThat(coop.one("SELECT status || ' ' || title FROM post"))
        .isEqualTo("expired Remonter un établi");

    after(4);
    assertThat(coop.one("SELECT title || body FROM post")).isEqualTo("[…]");
    assertThat(coop.one("SELECT body FROM answer")).isEqualTo("[…]");
    assertThat(coop.one("SELECT count(*) FROM board_word")).isEqualTo("0");
    assertThat(coop.browserOf(Coop.BRUNO)
            .get("/board/" + coop.one("SELECT id FROM post"))
            .statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatIsAgreedAndOpenKeepsItsWords() {
    BoardThings.engagement(coop);
    coop.sql(
        "UPDATE post SET status = 'resolved', ended_at = '2026-01-01Z'",
        "UPDATE engagement SET since = '2027-12-01Z'");

    after(5);

    assertThat(coop.one("SELECT title FROM post")).isEqualTo("Remonter un établi");
  }

  @Test
  void theTrailForgetsWhoAndTheInboxForgetsAll() {
    booked(new JsonObject());
    coop.everythingIsTold();
    coop.browser("bruno").get("/me/audit");
    var acts = coop.one("SELECT count(*) FROM audit");

    after(13);
    assertThat(coop.one("SELECT count(*) FROM inbox")).isEqualTo("0");
    assertThat(coop.one("SELECT count(*) FROM audit WHERE actor_id IS NOT NULL"))
        .isEqualTo(acts);

    after(24);
    assertThat(coop.one("SELECT count(*) FROM audit")).isEqualTo(acts);
    assertThat(
            coop.one(
                "SELECT count(*) FROM audit WHERE num_nonnulls(actor_id, member_id, before, after) > 0"))
        .isEqualTo("0");
    assertThat(coop.browserOf(Coop.ADA).get("/manage/audit").statusCode()).isEqualTo(200);
    assertThat(coop.browserOf(Coop.BRUNO).get("/me/audit").statusCode()).isEqualTo(200);
  }

  @Test
  void aProblemThatWasMendedLongAgoIsOfNobody() {
    coop.sql(
        "INSERT INTO problem (resource_id, reporter_id, sort, text, photo, photo_type, created_at, closed_at)"
            + " SELECT 1, id, 'report', 'Ampoule', '\\x00', 'image/png', '2026-12-01Z', '2026-12-02Z' FROM member WHERE email = 'bruno@demo.test'");

    after(25);

    assertThat(
            coop.one(
                "SELECT count(*) FROM problem WHERE reporter_id IS NULL AND photo IS NULL AND text = ''"))
        .isEqualTo("1");
  }

  @Test
  void tenThousandAreForgottenInLotsAndASecondRoundOfTheDayAsksNothing() {
    coop.sql("""
        INSERT INTO booking (member_id, created_by, status, title, starts_at, ends_at, created_at)
        SELECT m.id, m.id, 'completed', 'Réunion ' || n, t, t + interval '1 h', t
          FROM member m, generate_series(1, 10000) n, LATERAL (SELECT timestamptz '2020-01-01Z' + n * interval '2 h' AS t) at
         WHERE m.email = 'emile@demo.test'
        """);
    long start = System.nanoTime();

    TestApp.done(coop.app().app().jobs().everyHour());

    System.out.println(
        "10,000 bookings forgotten in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    assertThat(coop.one("SELECT count(*) FROM booking WHERE title <> ''")).isEqualTo("0");
    coop.sql("UPDATE booking SET title = 'x' WHERE id = (SELECT min(id) FROM booking)");
    TestApp.done(coop.app().app().jobs().everyHour());
    assertThat(coop.one("SELECT count(*) FROM booking WHERE title <> ''")).isEqualTo("1");
  }

  private String booked(JsonObject wish) {
    return coop.booked(
        "bruno",
        wish.put("resource", "salle-loire")
            .put("start", "2026-12-09T10:00:00+01:00")
            .put("end", "2026-12-09T11:00:00+01:00"));
  }

  private void after(int months) {
    coop.clock().pass(MONTH.multipliedBy(months));
    TestApp.done(coop.app().app().jobs().everyHour());
  }
}
