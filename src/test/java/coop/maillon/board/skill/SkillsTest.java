package coop.maillon.board.skill;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Together;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members say what they know; whoever needs it finds them, and they are asked. It is Tuesday 8 December 2026. */
class SkillsTest {

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
  void whoeverKnowsItAndMayBeAskedIsToldWhyTheyAre() {
    says("bruno", "Menuiserie, compta", "askable");
    says("emile", "menuiserie", "");
    says("diane", "menuiserie", "askable");
    asks("diane", "Menuiserie");
    coop.everythingIsTold();
    assertThat(told("bruno")).isEqualTo(1);
    assertThat(told("emile")).as("did not say that they may be asked").isZero();
    assertThat(told("diane")).as("one's own").isZero();
    assertThat(coop.browser("bruno").get("/inbox").body())
        .contains("Diane R. cherche : « Poser une étagère »", "Vous avez indiqué Menuiserie");
  }

  @Test
  void nobodyIsAskedTwiceForOnePostHoweverOftenItChanges() {
    says("bruno", "menuiserie", "askable");
    var post = asks("diane", "menuiserie");
    assertThat(changes(post).statusCode()).isEqualTo(303);
    coop.everythingIsTold();
    assertThat(told("bruno")).isEqualTo(1);
  }

  @Test
  void whoeverIsThereTodayIsToldSo() {
    says("bruno", "menuiserie", "askable");
    assertThat(coop.as("bruno")
            .book("salle-loire", "2026-12-08T14:00:00+01:00", "2026-12-08T15:00:00+01:00")
            .statusCode())
        .isEqualTo(201);
    asks("diane", "menuiserie");
    coop.everythingIsTold();
    assertThat(coop.browser("bruno").get("/inbox").body())
        .contains("vous êtes sur place aujourd’hui");
  }

  @Test
  void theDirectoryFindsWhoMayBeAskedByAMisspeltWordAndNobodyElse() {
    says("bruno", "Menuiserie", "askable");
    says("emile", "menuiserie", "");
    var found = coop.browser("diane").get("/board/people?q=menuserie").body();
    assertThat(found).contains("Bruno", "Menuiserie").doesNotContain("Émile");
    assertThat(coop.browser("diane").get("/board/people?q=soudure").body())
        .contains("Personne ne l’a encore indiqué");
    assertThat(coop.browser("gus").get("/board/people").statusCode()).isEqualTo(403);
  }

  @Test
  void onesPresenceShowsOnlyWhereOneWantsIt() {
    coop.sql("UPDATE member SET home_site_id = 1 WHERE email = 'bruno@demo.test'");
    coop.as("bruno").book("salle-loire", "2026-12-08T14:00:00+01:00", "2026-12-08T15:00:00+01:00");
    says("bruno", "menuiserie", "askable");
    assertThat(coop.browser("diane").get("/board/people").body())
        .doesNotContain("sur place aujourd’hui");
    coop.browser("bruno")
        .submit("/me/skills", "offers", "menuiserie", "askable", "1", "shown", "1");
    assertThat(coop.browser("diane").get("/board/people").body()).contains("sur place aujourd’hui");
  }

  @Test
  void whileOneWritesItSaysHowManyKnowNeverWho() {
    says("bruno", "menuiserie", "askable");
    says("emile", "menuiserie", "askable");
    var said = coop.browser("diane")
        .get("/board/new/helpers?title=Un%20peu%20de%20menuiserie&skills=&site=lyon")
        .body();
    assertThat(said).contains("2 personnes savent faire cela").doesNotContain("Bruno", "Émile");
  }

  @Test
  void whatIsTooLongIsSaidAndNothingOfItIsLost() {
    String word = "x".repeat(41);
    var answer =
        coop.browser("bruno").submit("/me/skills", "offers", "menuiserie, " + word, "askable", "1");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("est trop long : 40 caractères au plus", "menuiserie, xxx");
    assertThat(coop.one("SELECT count(*) FROM member_skill")).isEqualTo("0");
  }

  @Test
  void twentyWhoSayTheSameNewWordAtOnceSayOneSkill() {
    Together.together(
        20,
        i -> coop.browser(i % 2 == 0 ? "bruno" : "emile")
            .submit("/me/skills", "offers", "ferronnerie, gravure", "askable", "1")
            .statusCode());
    assertThat(coop.one("SELECT count(*) FROM skill WHERE plain IN ('ferronnerie', 'gravure')"))
        .isEqualTo("2");
    assertThat(coop.one("SELECT count(*) FROM member_skill")).isEqualTo("4");
  }

  @Test
  void helpThatWasConfirmedConfirmsWhatTheHelperKnows() {
    says("bruno", "menuiserie", "askable");
    var post = asks("diane", "menuiserie");
    var answer = new JsonObject(coop.as("bruno")
        .post("/api/v1/posts/" + post + "/answers", new JsonObject().put("body", "Je viens."))
        .body());
    var engagement = new JsonObject(coop.as("diane")
            .post("/api/v1/answers/" + answer.getString("id") + "/acceptance", new JsonObject())
            .body())
        .getJsonObject("engagement")
        .getString("id");
    var minutes = new JsonObject().put("minutes", 60);
    coop.as("bruno").post("/api/v1/engagements/" + engagement + "/declaration", minutes);
    coop.as("diane").post("/api/v1/engagements/" + engagement + "/confirmation", minutes);
    assertThat(coop.browser("emile").get("/board/people").body())
        .contains("confirmé par une personne");
    assertThat(coop.browser("bruno").get("/me/skills").body())
        .contains("confirmé par une personne que vous avez aidée");
  }

  private void says(String name, String offers, String askable) {
    var browser = coop.browser(name);
    var answer = askable.isEmpty()
        ? browser.submit("/me/skills", "offers", offers)
        : browser.submit("/me/skills", "offers", offers, askable, "1");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  private String asks(String name, String skill) {
    var post = new JsonObject()
        .put("kind", "request")
        .put("mode", "hours")
        .put("title", "Poser une étagère")
        .put("body", "Le mur est en briques.")
        .put("skills", new JsonArray().add(skill))
        .put("site", "lyon")
        .put("estimateMinutes", 60);
    var answer = coop.as(name).post("/api/v1/posts", post);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonObject(answer.body()).getString("id");
  }

  private HttpResponse<String> changes(String post) {
    var form = """
        title Étagère
        body Haute.
        skills menuiserie,perçage
        kind request
        mode hours
        hours 1
        minutes 0
        places 1
        manner together
        site lyon
        """;
    return coop.browser("diane").submit("/board/" + post + "/text", form.strip().split("[ \n]+"));
  }

  private int told(String name) {
    return Integer.parseInt(coop.one(
        "SELECT count(*) FROM inbox i JOIN member m ON m.id = i.member_id WHERE m.email = '" + name
            + "@demo.test' AND i.kind = 'post.matched'"));
  }
}
