package coop.maillon.notification;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.BoardThings;
import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import coop.maillon.support.TestApp;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is told what happens on the board: each once an act, by inbox and by mail, and nobody their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardTaleTest {

  private Coop coop;
  private Mailbox mail;

  @BeforeAll
  void open() {
    coop = Coop.start();
    mail = new Mailbox(coop.app());
  }

  @BeforeEach
  void nothingToldYet() {
    everythingIsTold();
    coop.sql("DELETE FROM mail", "DELETE FROM inbox");
  }

  @AfterAll
  void close() {
    coop.close();
  }

  @Test
  void anAnswerReachesTheAuthorAndItsAcceptanceWhoeverGaveIt() {
    String post = BoardThings.post(coop);
    submits("diane", "/board/" + post + "/answers", "body", "Je viens.");
    assertThat(titles("bruno"))
        .containsExactly("Diane R. répond à «\u00a0Remonter un établi\u00a0»");
    assertThat(mail.subjectsTo("bruno@demo.test")).hasSize(1);
    submits("bruno", "/board/answers/" + coop.one("SELECT max(id) FROM answer") + "/acceptance");
    assertThat(titles("diane"))
        .containsExactly("Votre réponse est retenue\u00a0: «\u00a0Remonter un établi\u00a0»");
    assertThat(titles("bruno")).hasSize(1);
  }

  @Test
  void hoursThatAreSaidWaitInTheInboxUntilTheyAreConfirmed() {
    String deal = agreed();
    submits("diane", deal + "/declaration", "hours", "1", "minutes", "15");
    assertThat(titles("bruno").get(0)).startsWith("Diane R. déclare 1\u00a0h\u00a015");
    assertThat(coop.browser("bruno").get("/inbox").body())
        .contains("Confirmez, ou dites votre nombre.");
    assertThat(awaiting("bruno")).isEqualTo(1);
    submits("bruno", deal + "/confirmation", "minutes", "75");
    assertThat(awaiting("bruno")).isZero();
    assertThat(titles("diane").get(0)).startsWith("Bruno F. confirme 1\u00a0h\u00a015");
    submits("bruno", deal + "/thanks", "thanks", "Merci pour l’établi");
    assertThat(titles("diane")).hasSize(2);
    assertThat(mail.subjectsTo("diane@demo.test").get(1)).startsWith("Bruno F. vous remercie");
  }

  @Test
  void aDisputeReachesTheOtherSideAndTheCoordinatorsOfTheSiteOnceEach() {
    String deal = "/board/engagements/" + BoardThings.engagement(coop);
    submits("bruno", deal + "/dispute", "reason", "Personne n’est venu.");
    assertThat(titles("diane")).hasSize(1);
    assertThat(titles("chloe"))
        .containsExactly("Un désaccord à trancher\u00a0: «\u00a0Remonter un établi\u00a0»");
    assertThat(titles("paula")).isEmpty();
    assertThat(titles("bruno")).isEmpty();
    submits("chloe", deal + "/dismissal", "reason", "Rien n’a eu lieu.");
    assertThat(titles("bruno").get(0)).startsWith("Chloé P. a classé sans heures");
    assertThat(mail.all().stream().filter(one -> one.recipient().equals("diane@demo.test")))
        .hasSize(2);
    assertThat(coop.browser("diane").get("/inbox").body()).contains("Rien n’a eu lieu.");
  }

  @Test
  void anAuthorIsWarnedBeforeAPostEndsAndTheLinkLeadsToIt() {
    String post = BoardThings.post(coop);
    coop.sql("UPDATE post SET expires_at = '%s' WHERE id = %s"
        .formatted(coop.clock().instant().plus(Duration.ofDays(2)), post));
    TestApp.done(coop.app().app().jobs().everyHour());
    everythingIsTold();
    assertThat(titles("bruno")).hasSize(1);
    assertThat(titles("bruno").get(0)).startsWith("Votre annonce s’arrête");
    assertThat(coop.one("SELECT data ->> 'link' FROM inbox")).isEqualTo("/board/" + post);
  }

  /** The address of what Bruno and Diane agreed on. */
  private String agreed() {
    String answer = BoardThings.answer(coop);
    submits("bruno", "/board/answers/" + answer + "/acceptance");
    coop.sql("DELETE FROM mail", "DELETE FROM inbox");
    return "/board/engagements/" + coop.one("SELECT max(id) FROM engagement");
  }

  private void submits(String name, String path, String... fields) {
    assertThat(coop.browser(name).submit(path, fields).statusCode()).as(path).isEqualTo(303);
    everythingIsTold();
  }

  private long awaiting(String name) {
    return coop.browser(name)
        .get("/inbox")
        .body()
        .lines()
        .filter(line -> line.contains("class=\"button small primary\""))
        .count();
  }

  /** The newest first. */
  private List<String> titles(String name) {
    return new JsonObject(coop.as(name).get("/api/v1/inbox").body())
        .getJsonArray("items").stream()
            .map(one -> ((JsonObject) one).getString("title"))
            .sorted(java.util.Comparator.reverseOrder())
            .toList();
  }

  private void everythingIsTold() {
    soon(
        "all events are told",
        () -> coop.one(
                "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM event WHERE seq > (SELECT seq FROM notified_seen))")
            .equals("0"));
  }
}
