package coop.maillon.booking.approval;

import static coop.maillon.support.Soon.soon;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bruno asks for the studio; the letter to Chloé brings a link to decide by. It is Tuesday 8 December 2026, 10:15. */
class ApprovalLinkTest {

  private static final String ASKED = """
      SELECT count(*) FROM inbox i JOIN member m ON m.id = i.member_id
       WHERE i.kind = 'booking.asked' AND m.email = 'chloe@demo.test'
      """;

  private Coop coop;
  private String booking;
  private String link;

  @BeforeEach
  void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
    booking = asked("2026-12-11");
    link = linkTo(Coop.CHLOE);
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void lookingAtItDecidesNothingHoweverOften() {
    for (int i = 0; i < 3; i++) {
      var page = coop.anybody().get(link);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("Une demande attend votre réponse", "Bruno Faure", "Studio")
          .contains("vendredi 11 décembre, 10:00–11:00");
    }
    assertThat(status()).isEqualTo("pending");
  }

  @Test
  void aYesNeedsNoSignInAndIsChloes() {
    var answer = coop.anybody().submit(link, "decision", "yes");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(coop.anybody().get(link).body()).contains("C’est accepté", "Bruno Faure");
    assertThat(status()).isEqualTo("confirmed");
    assertThat(coop.one("SELECT data->>'actor' FROM event WHERE kind = 'booking.approved'"))
        .isEqualTo(coop.one("SELECT id FROM member WHERE email = 'chloe@demo.test'"));
  }

  @Test
  void aNoNeedsAReasonThatBrunoReads() {
    var without = coop.anybody().submit(link, "decision", "no", "reason", " ");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Dites pourquoi");
    assertThat(status()).isEqualTo("pending");

    coop.anybody().submit(link, "decision", "no", "reason", "Cabine en panne");

    assertThat(coop.one("SELECT status || ' ' || reason FROM booking"))
        .isEqualTo("rejected Cabine en panne");
    assertThat(coop.anybody().get(link).body()).contains("C’est refusé");
  }

  @Test
  void ofTwentyAnswersAtOnceOneDecides() {
    String other = linkTo(Coop.ADA);
    var answers = together(
        20,
        i -> i % 2 == 0
            ? coop.anybody().submit(i % 4 == 0 ? link : other, "decision", "yes")
            : coop.anybody().submit(link, "decision", "no", "reason", "Non"));

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 303).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(19);
    assertThat(coop.one(
            "SELECT count(*) FROM event WHERE kind IN ('booking.approved', 'booking.rejected')"))
        .isEqualTo("1");
    assertThat(coop.one("SELECT count(*) FROM approval_link WHERE used_at IS NOT NULL"))
        .isEqualTo("1");
    assertThat(coop.anybody().get(link).statusCode()).isEqualTo(200);
  }

  @Test
  void whatBrunoChangedSinceIsNotDecidedByAnOldLetter() {
    coop.as("bruno")
        .with("If-Match", "1")
        .patch(
            "/api/v1/bookings/" + booking,
            new JsonObject()
                .put("start", "2026-12-11T15:00:00+01:00")
                .put("end", "2026-12-11T16:00:00+01:00"));

    assertThat(coop.anybody().get(link).body()).contains("a changé depuis ce message");
    assertThat(coop.anybody().submit(link, "decision", "yes").statusCode()).isEqualTo(409);
    assertThat(status()).isEqualTo("pending");

    soon("the second letter", () -> coop.one(ASKED).equals("2"));
    String next = linkTo(Coop.CHLOE);
    assertThat(coop.anybody().get(next).body()).contains("15:00–16:00");
    assertThat(coop.anybody().submit(next, "decision", "yes").statusCode()).isEqualTo(303);
    assertThat(status()).isEqualTo("confirmed");
  }

  @Test
  void itRunsOutWithTheRequest() {
    coop.clock().pass(Duration.ofDays(3));

    var late = coop.anybody().get(link);

    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(late.body()).contains("Il est trop tard pour répondre par ce lien");
    assertThat(coop.anybody().submit(link, "decision", "yes").statusCode()).isEqualTo(409);
    assertThat(status()).isEqualTo("pending");
  }

  @Test
  void whoNoLongerCoordinatesNoLongerDecides() {
    coop.sql(
        "DELETE FROM coordinates WHERE member_id = (SELECT id FROM member WHERE email = 'chloe@demo.test')");

    var page = coop.anybody().get(link);
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body())
        .contains("Cette demande n’est plus de votre ressort")
        .doesNotContain("Bruno Faure");
    assertThat(coop.anybody().submit(link, "decision", "yes").statusCode()).isEqualTo(403);

    coop.sql("UPDATE member SET state = 'suspended' WHERE email = 'chloe@demo.test'");
    assertThat(coop.anybody().get(link).statusCode()).isEqualTo(410);
    assertThat(status()).isEqualTo("pending");
  }

  @Test
  void aYesThatARuleForbidsLeavesTheLinkForANo() {
    coop.sql(
        "INSERT INTO habilitation (slug, name) VALUES ('son', 'Prise de son')",
        "UPDATE resource SET policy = policy || '{\"habilitations\":[\"son\"]}' WHERE slug = 'studio'");

    var yes = coop.anybody().submit(link, "decision", "yes");

    assertThat(yes.statusCode()).isEqualTo(422);
    assertThat(yes.body()).contains("Prise de son");
    assertThat(coop.anybody()
            .submit(link, "decision", "no", "reason", "Il faut la formation")
            .statusCode())
        .isEqualTo(303);
  }

  @Test
  void aLinkIsNowhereButInItsLetter() {
    String secret = link.substring("/approval/".length());

    assertThat(coop.one("SELECT count(*) FROM inbox WHERE data::text LIKE '%" + secret + "%'"))
        .isEqualTo("0");
    assertThat(
            coop.one("SELECT count(*) FROM approval_link WHERE encode(token_hash, 'escape') LIKE '%"
                + secret + "%'"))
        .isEqualTo("0");
    assertThat(coop.anybody().get("/approval/" + secret.substring(1)).statusCode())
        .isEqualTo(410);
    assertThat(linkTo(Coop.ADA)).isNotEqualTo(link);
  }

  private String asked(String day) {
    var answer = coop.as("bruno").book("studio", day + "T10:00:00+01:00", day + "T11:00:00+01:00");
    return new JsonObject(answer.body()).getString("id");
  }

  private String status() {
    return coop.one("SELECT status FROM booking WHERE id = " + booking);
  }

  private String linkTo(String email) {
    var letters = new Mailbox(coop.app());
    soon("a letter with a link", () -> letters.approvalTo(email).isPresent());
    return letters.approvalTo(email).orElseThrow();
  }
}
