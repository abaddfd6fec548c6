package coop.maillon.board.api;

import static coop.maillon.board.api.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writing posts and finding them, for programs. */
class PostApiTest {

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

  @Test
  void aDraftIsItsAuthorsOnly() {
    var draft =
        json(201, calls.as("bruno").post("/api/v1/posts", Calls.request(60).put("draft", true)));
    String path = "/api/v1/posts/" + draft.getString("id");
    assertThat(draft.getString("status")).isEqualTo("draft");
    assertThat(calls.as("bruno").get(path).statusCode()).isEqualTo(200);
    assertThat(calls.as("diane").get(path).statusCode()).isEqualTo(404);
    assertThat(calls.as("ada").get(path).statusCode()).isEqualTo(404);
    assertThat(calls.ids(calls.as("bruno").get("/api/v1/posts?status=draft")))
        .contains(draft.getString("id"));
    assertThat(calls.ids(calls.as("diane").get("/api/v1/posts?status=draft"))).isEmpty();
    assertThat(calls.ids(calls.as("bruno").get("/api/v1/posts")))
        .doesNotContain(draft.getString("id"));
  }

  @Test
  void everyFaultIsNamed() {
    var faults = json(
        400,
        calls
            .as("bruno")
            .post(
                "/api/v1/posts",
                new JsonObject()
                    .put("kind", "wish")
                    .put("mode", "hours")
                    .put("title", "")
                    .put("places", 0)
                    .put("site", "atlantis")
                    .put("colour", "blue")
                    .put("expiresAt", "2020-01-01T00:00:00Z")));
    assertThat(faults.getJsonArray("errors").stream()
            .map(one -> ((JsonObject) one).getString("field")))
        .contains(
            "kind", "title", "body", "places", "site", "colour", "expiresAt", "estimateMinutes");
  }

  @Test
  void anAnswerNeedsWordsAndAPostThatIsThere() {
    var post = json(201, calls.as("bruno").post("/api/v1/posts", Calls.request(60)));
    assertThat(calls
            .as("diane")
            .post("/api/v1/posts/" + post.getString("id") + "/answers", new JsonObject())
            .statusCode())
        .isEqualTo(400);
    assertThat(calls
            .as("diane")
            .post("/api/v1/posts/999999/answers", new JsonObject().put("body", "x"))
            .statusCode())
        .isEqualTo(404);
  }

  @Test
  void theSameKeyWithTheSameBodyIsTheSamePost() {
    var asked = new Visitor(coop.app()).withToken("token-bruno").with("Idempotency-Key", "k1");
    var first = json(201, asked.post("/api/v1/posts", Calls.request(60)));
    assertThat(json(201, asked.post("/api/v1/posts", Calls.request(60))).getString("id"))
        .isEqualTo(first.getString("id"));
    assertThat(json(422, asked.post("/api/v1/posts", Calls.request(61))).getString("type"))
        .isEqualTo("/problems/idempotency");
  }

  @Test
  void listsAreFilteredAndComeInPages() {
    json(201, calls.as("bruno").post("/api/v1/posts", Calls.request(60)));
    var mine = json(
        201,
        calls
            .as("emile")
            .post(
                "/api/v1/posts",
                Calls.request(60)
                    .put("title", "Réparer une bicyclette")
                    .put("skills", new JsonArray().add("Vélo"))));
    String id = mine.getString("id");
    assertThat(calls.ids(calls.as("diane").get("/api/v1/posts?q=reparer%20BICYCLETTE")))
        .contains(id);
    assertThat(calls.ids(calls.as("diane").get("/api/v1/posts?skill=velo"))).containsExactly(id);
    assertThat(calls.ids(calls.as("diane").get("/api/v1/posts?kind=offer"))).doesNotContain(id);
    var page = json(200, calls.as("diane").get("/api/v1/posts?limit=1"));
    assertThat(page.getJsonArray("items")).hasSize(1);
    var next =
        json(200, calls.as("diane").get("/api/v1/posts?limit=1&cursor=" + page.getString("next")));
    assertThat(next.getJsonArray("items").getJsonObject(0).getString("id"))
        .isNotEqualTo(page.getJsonArray("items").getJsonObject(0).getString("id"));
    assertThat(calls.as("diane").get("/api/v1/posts?status=lost").statusCode()).isEqualTo(400);
  }
}
