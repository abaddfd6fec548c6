package coop.maillon.board.api;

import static coop.maillon.board.api.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mutual help as contract.md has it, call by call. */
class BoardApiTest {

  private static Coop coop;
  private static Calls calls;

  @BeforeAll
  static void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
    calls = new Calls(coop);
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @BeforeEach
  void forgetWhatWasPromised() {
    coop.sql(
        "DELETE FROM reservation",
        "UPDATE engagement SET status = 'cancelled' WHERE status = 'agreed'");
  }

  @Test
  void askedAnsweredAcceptedDeclaredConfirmed() {
    var before = calls.hours("diane").getInteger("balanceMinutes");
    var post = json(201, calls.as("bruno").post("/api/v1/posts", Calls.request(60)));
    assertThat(post.getString("status")).isEqualTo("published");
    assertThat(post.getJsonArray("skills")).containsExactly("menuiserie", "Montage");
    var answer = json(201, calls.answer("diane", post));
    assertThat(answer.getString("status")).isEqualTo("proposed");
    var accepted = json(200, calls.accept("bruno", answer));
    assertThat(accepted.getString("status")).isEqualTo("accepted");
    var engagement = accepted.getJsonObject("engagement");
    assertThat(engagement.getString("status")).isEqualTo("agreed");
    assertThat(calls.hours("bruno").getInteger("reservedMinutes")).isEqualTo(60);
    var declared = json(200, calls.minutes("diane", engagement, "declaration", 75));
    assertThat(declared.getString("status")).isEqualTo("declared");
    assertThat(calls.minutes("bruno", engagement, "confirmation", 60).statusCode())
        .isEqualTo(409);
    var confirmed = json(200, calls.minutes("bruno", engagement, "confirmation", 75));
    assertThat(confirmed.getString("status")).isEqualTo("confirmed");
    assertThat(calls.hours("diane").getInteger("balanceMinutes")).isEqualTo(before + 75);
    var line = calls.hours("diane").getJsonArray("transfers").getJsonObject(0);
    assertThat(line.getInteger("minutes")).isEqualTo(75);
    assertThat(line.getJsonArray("with")).containsExactly("Bruno Faure");
    assertThat(line.getString("engagement")).isEqualTo(engagement.getString("id"));
  }

  @Test
  void aNewMemberHasItsWelcomeAndTheFloorOfTheCooperative() {
    var hours = calls.hours("paula");
    assertThat(hours.getInteger("balanceMinutes")).isEqualTo(120);
    assertThat(hours.getInteger("floorMinutes")).isEqualTo(-600);
    assertThat(hours.getJsonArray("transfers").getJsonObject(0).getString("kind"))
        .isEqualTo("welcome");
  }

  @Test
  void whenThePostIsFullTheNextIsInLineAndHasNoEngagement() {
    var post = json(201, calls.as("bruno").post("/api/v1/posts", Calls.request(30)));
    var diane = json(201, calls.answer("diane", post));
    var emile = json(201, calls.answer("emile", post));
    var first = json(200, calls.accept("bruno", diane)).getJsonObject("engagement");
    var waiting = json(200, calls.accept("bruno", emile));
    assertThat(waiting.getString("status")).isEqualTo("waiting");
    assertThat(waiting.getJsonObject("engagement")).isNull();
    assertThat(waiting.getInteger("place")).isEqualTo(1);
    assertThat(json(200, calls.accept("bruno", emile)).getString("status")).isEqualTo("waiting");
    assertThat(json(200, calls.as("bruno").get("/api/v1/posts/" + post.getString("id")))
            .getBoolean("full"))
        .isTrue();
    assertThat(first.getString("status")).isEqualTo("agreed");
  }

  @Test
  void acceptingBelowTheFloorIsAgainstARuleAndConfirmingBelowItIsNot() {
    var big = json(201, calls.as("bruno").post("/api/v1/posts", Calls.request(6000)));
    var refused = json(422, calls.accept("bruno", json(201, calls.answer("diane", big))));
    assertThat(refused.getString("type")).isEqualTo("/problems/rule");
    var violation = refused.getJsonArray("violations").getJsonObject(0);
    assertThat(violation.getString("rule")).isEqualTo("floor");
    assertThat(violation.getString("message")).contains("10\u00a0h");
    var post = json(201, calls.as("bruno").post("/api/v1/posts", Calls.request(30)));
    var engagement = json(200, calls.accept("bruno", json(201, calls.answer("diane", post))))
        .getJsonObject("engagement");
    json(200, calls.minutes("diane", engagement, "declaration", 3000));
    json(200, calls.minutes("bruno", engagement, "confirmation", 3000));
    assertThat(calls.hours("bruno").getInteger("balanceMinutes")).isLessThan(-600);
    coop.sql(
        "WITH t AS (INSERT INTO transfer (currency, kind, at) VALUES ('minutes', 'help', now()) RETURNING id)"
            + " INSERT INTO entry SELECT t.id, a.id, CASE WHEN a.member_id IS NULL THEN -3000 ELSE 3000 END FROM t, account a"
            + " WHERE a.currency = 'minutes' AND (a.member_id IS NULL OR a.member_id ="
            + " (SELECT id FROM member WHERE email = 'bruno@demo.test'))");
  }

  @Test
  void nobodyReadsInARefusalHowAnothersAccountStands() {
    var offer = new JsonObject()
        .put("kind", "offer")
        .put("mode", "hours")
        .put("title", "Un chantier")
        .put("body", "Tout l'été.")
        .put("skills", new JsonArray())
        .put("estimateMinutes", 5000);
    var post = json(201, calls.as("bruno").post("/api/v1/posts", offer));
    var refused = json(422, calls.accept("bruno", json(201, calls.answer("diane", post))));
    var message = refused.getJsonArray("violations").getJsonObject(0).getString("message");
    assertThat(message).contains("Diane Roussel").doesNotContain("10\u00a0h");
  }

  @Test
  void anotherNumberIsADisputeAndEitherTakesTheOthers() {
    var post = json(201, calls.as("bruno").post("/api/v1/posts", Calls.request(60)));
    var engagement = json(200, calls.accept("bruno", json(201, calls.answer("diane", post))))
        .getJsonObject("engagement");
    json(200, calls.minutes("diane", engagement, "declaration", 90));
    assertThat(calls.minutes("diane", engagement, "confirmation", 90).statusCode())
        .isEqualTo(409);
    var disputed = json(200, calls.minutes("bruno", engagement, "declaration", 70));
    assertThat(disputed.getString("status")).isEqualTo("disputed");
    assertThat(disputed.getInteger("helperMinutes")).isEqualTo(90);
    assertThat(disputed.getInteger("receiverMinutes")).isEqualTo(70);
    var confirmed = json(200, calls.minutes("diane", engagement, "confirmation", 70));
    assertThat(confirmed.getInteger("minutes")).isEqualTo(70);
    var over = json(409, calls.minutes("diane", engagement, "declaration", 80));
    assertThat(over.getString("type")).isEqualTo("/problems/state");
    assertThat(over.getJsonArray("possible")).isEmpty();
  }

  @Test
  void whatCannotBeDoneNowSaysWhatCan() {
    var post = json(201, calls.as("bruno").post("/api/v1/posts", Calls.request(60)));
    var answer = json(201, calls.answer("diane", post));
    var engagement = json(200, calls.accept("bruno", answer)).getJsonObject("engagement");
    var early = json(409, calls.minutes("bruno", engagement, "confirmation", 60));
    assertThat(early.getJsonArray("possible")).contains("declare", "cancel");
    assertThat(early.getString("detail")).contains("dire les heures");
    assertThat(calls.accept("bruno", answer).statusCode()).isEqualTo(409);
    assertThat(calls.on("diane", answer, "withdrawal").statusCode()).isEqualTo(409);
    assertThat(calls.answer("diane", post).statusCode()).isEqualTo(409);
  }

  @Test
  void whoMayDoWhatAndWhoSeesWhat() {
    var post = json(201, calls.as("bruno").post("/api/v1/posts", Calls.request(60)));
    assertThat(calls.answer("bruno", post).statusCode()).isEqualTo(403);
    assertThat(calls.answer("gus", post).statusCode()).isEqualTo(403);
    var answer = json(201, calls.answer("diane", post));
    assertThat(calls.accept("emile", answer).statusCode()).isEqualTo(403);
    assertThat(calls.on("emile", answer, "decline").statusCode()).isEqualTo(403);
    assertThat(calls.on("emile", answer, "withdrawal").statusCode()).isEqualTo(403);
    var engagement = json(200, calls.accept("bruno", answer)).getJsonObject("engagement");
    assertThat(calls.minutes("emile", engagement, "declaration", 60).statusCode())
        .isEqualTo(404);
    assertThat(calls.minutes("chloe", engagement, "declaration", 60).statusCode())
        .isEqualTo(403);
    var seen = json(200, calls.as("emile").get("/api/v1/posts/" + post.getString("id")));
    var kept = seen.getJsonArray("answers").getJsonObject(0);
    assertThat(kept.getString("status")).isEqualTo("accepted");
    assertThat(kept.getJsonObject("engagement")).isNull();
  }

  @Test
  void theAnswerToAQuestionResolvesIt() {
    var question = new JsonObject()
        .put("kind", "question")
        .put("mode", "free")
        .put("title", "Un client suisse ?")
        .put("body", "TVA, devise ?")
        .put("skills", new JsonArray());
    var post = json(201, calls.as("bruno").post("/api/v1/posts", question));
    json(201, calls.answer("diane", post));
    var right = json(201, calls.answer("diane", post));
    var accepted = json(200, calls.accept("bruno", right));
    assertThat(accepted.getString("status")).isEqualTo("accepted");
    var solved = json(200, calls.as("emile").get("/api/v1/posts/" + post.getString("id")));
    assertThat(solved.getString("status")).isEqualTo("resolved");
    assertThat(solved.getString("solvedBy")).isEqualTo(right.getString("id"));
    assertThat(calls.answer("emile", post).statusCode()).isEqualTo(409);
  }
}
