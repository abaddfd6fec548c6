package coop.maillon.board.api;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;

/** What programs of the cast say to the board. */
record Calls(Coop coop) {

  static JsonObject request(int minutes) {
    return new JsonObject()
        .put("kind", "request")
        .put("mode", "hours")
        .put("title", "Remonter un établi")
        .put("body", "Deux bras et une visseuse suffisent.")
        .put("skills", new JsonArray().add("menuiserie").add("Montage").add("montage"))
        .put("site", "lyon")
        .put("estimateMinutes", minutes);
  }

  Visitor as(String name) {
    return coop.as(name);
  }

  HttpResponse<String> answer(String name, JsonObject post) {
    return as(name)
        .post(
            "/api/v1/posts/" + post.getString("id") + "/answers",
            new JsonObject().put("body", "Je viens."));
  }

  HttpResponse<String> accept(String name, JsonObject answer) {
    return on(name, answer, "acceptance");
  }

  HttpResponse<String> on(String name, JsonObject answer, String act) {
    return as(name).post("/api/v1/answers/" + answer.getString("id") + "/" + act, new JsonObject());
  }

  HttpResponse<String> minutes(String name, JsonObject engagement, String act, int minutes) {
    return as(name)
        .post(
            "/api/v1/engagements/" + engagement.getString("id") + "/" + act,
            new JsonObject().put("minutes", minutes));
  }

  JsonObject hours(String name) {
    return json(200, as(name).get("/api/v1/hours"));
  }

  List<String> ids(HttpResponse<String> list) {
    return json(200, list).getJsonArray("items").stream()
        .map(one -> ((JsonObject) one).getString("id"))
        .toList();
  }

  static JsonObject json(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return new JsonObject(answer.body());
  }
}
