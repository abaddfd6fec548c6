package coop.maillon.member.page;

import static coop.maillon.support.Coop.ADA;
import static coop.maillon.support.Coop.BRUNO;
import static coop.maillon.support.Coop.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.member.Standing;
import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfileTest {

  private static final Pattern TOKEN = Pattern.compile("readonly value=\"([\\w-]{43})\"");

  private TestApp app;
  private Coop cast;

  @BeforeAll
  void open() {
    app = TestApp.start();
    cast = Coop.in(app);
  }

  @BeforeEach
  void forget() {
    TestDatabase.run(app.database(), "DELETE FROM attempt");
  }

  @AfterAll
  void close() {
    app.close();
  }

  @Test
  void aProfileIsSavedAndSpeaksTheLanguageChosen() {
    cast.member("ola@demo.test", "Ola Lind", Standing.MEMBER);
    var ola = cast.browserOf("ola@demo.test");
    var answer =
        ola.post("/me", "name", "Ola Berg", "language", "en", "theme", "dark", "home", "grenoble");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(ola.get("/me").body())
        .contains("My account", "Ola Berg", "data-theme=\"dark\"", "Profile saved.")
        .containsPattern("value=\"grenoble\" selected");
  }

  @Test
  void anEmptyNameIsRefusedByItsRule() {
    var page = cast.browserOf(BRUNO).post("/me", "name", " ", "language", "fr", "theme", "auto");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("Dites comment vous vous appelez", "aria-describedby=\"name-problem\"");
  }

  @Test
  void changingThePasswordAsksForThePresentOneAndClosesTheOtherSessions() {
    cast.member("paul@demo.test", "Paul Ney", Standing.MEMBER);
    var here = cast.browserOf("paul@demo.test");
    var there = cast.browserOf("paul@demo.test");
    var wrong = here.post(
        "/me/password", "password", "not-the-password", "new-password", "une phrase neuve");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("pas votre mot de passe actuel");
    here.post("/me/password", "password", PASSWORD, "new-password", "une phrase neuve");
    assertThat(here.get("/me").statusCode()).isEqualTo(200);
    assertThat(there.get("/me").statusCode()).isEqualTo(303);
    new Visitor(app).signIn("paul@demo.test", "une phrase neuve");
  }

  @Test
  void guessingThePresentPasswordIsSlowedDownToo() {
    var bruno = cast.browserOf(BRUNO);
    IntStream.range(0, 4)
        .forEach(i -> bruno.post(
            "/me/password", "password", "guess " + i, "new-password", "une phrase neuve"));
    var page = bruno.post("/me/password", "password", PASSWORD, "new-password", "une phrase neuve");
    assertThat(page.body()).contains("Réessayez dans");
  }

  @Test
  void aTokenIsShownOnceAndActsForItsOwner() {
    var bruno = cast.browserOf(BRUNO);
    var token = issue(bruno, "Mon script", "full");
    assertThat(bruno.get("/me").body()).contains("Mon script").doesNotContain(token);
    var me = new Visitor(app).withToken(token).get("/api/v1/me");
    assertThat(new JsonObject(me.body()).getString("email")).isEqualTo(BRUNO);
    assertThat(
            TestDatabase.ask(app.database(), "SELECT encode(token_hash, 'escape') FROM api_token"))
        .noneMatch(row -> row.contains(token));
  }

  @Test
  void aReadOnlyTokenReadsAndChangesNothing() {
    var program = new Visitor(app).withToken(issue(cast.browserOf(ADA), "Lecture", "read"));
    assertThat(program.get("/api/v1/me").statusCode()).isEqualTo(200);
    var member = new JsonObject().put("email", "x@demo.test").put("name", "X");
    assertThat(program.post("/api/v1/members", member).statusCode()).isEqualTo(403);
  }

  @Test
  void aRevokedTokenOpensNothingAnyMore() {
    var bruno = cast.browserOf(BRUNO);
    var program = new Visitor(app).withToken(issue(bruno, "À jeter", "full"));
    var id = TestDatabase.ask(app.database(), "SELECT max(id) FROM api_token").get(0);
    assertThat(cast.browserOf(ADA).post("/me/tokens/" + id + "/revocation").statusCode())
        .isEqualTo(404);
    bruno.post("/me/tokens/" + id + "/revocation");
    assertThat(program.get("/api/v1/me").statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenExpires() {
    var program = new Visitor(app).withToken(issue(cast.browserOf(BRUNO), "Trente jours", "full"));
    app.clock().pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(program.get("/api/v1/me").statusCode()).isEqualTo(200);
    app.clock().pass(Duration.ofSeconds(1));
    assertThat(program.get("/api/v1/me").statusCode()).isEqualTo(401);
  }

  @Test
  void aProgramGetsATokenForAnAddressAndAPassword() {
    var asked =
        new JsonObject().put("email", BRUNO).put("password", PASSWORD).put("label", "essai");
    var answer = new Visitor(app).post("/api/v1/tokens", asked);
    assertThat(answer.statusCode()).isEqualTo(201);
    var json = new JsonObject(answer.body());
    assertThat(json.fieldNames()).containsExactlyInAnyOrder("token", "member", "expiresAt");
    assertThat(json.getJsonObject("member").getString("name")).isEqualTo("Bruno Faure");
    assertThat(json.getJsonObject("member").getJsonArray("roles"))
        .isEqualTo(new JsonArray().add("member"));
    var me = new Visitor(app).withToken(json.getString("token")).get("/api/v1/me");
    assertThat(me.statusCode()).isEqualTo(200);
  }

  @Test
  void aProgramWithAWrongPasswordIsRefusedAsAProblem() {
    var asked = new JsonObject().put("email", BRUNO).put("password", "not-the-password");
    var answer = new Visitor(app).post("/api/v1/tokens", asked);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).doesNotContain("not-the-password");
  }

  @Test
  void anUnknownMemberOfTheRequestIsNamed() {
    var asked =
        new JsonObject().put("email", BRUNO).put("password", PASSWORD).put("lable", "essai");
    var answer = new Visitor(app).post("/api/v1/tokens", asked);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("lable");
  }

  @Test
  void aProgramThatGuessesIsToldWhenToComeBack() {
    var asked =
        new JsonObject().put("email", "nobody@demo.test").put("password", "not-the-password");
    IntStream.range(0, 4).forEach(i -> new Visitor(app).post("/api/v1/tokens", asked));
    var answer = new Visitor(app).post("/api/v1/tokens", asked);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  private static String issue(Visitor visitor, String label, String reach) {
    var page = visitor.post("/me/tokens", "label", label, "reach", reach, "days", "30");
    var found = TOKEN.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }
}
