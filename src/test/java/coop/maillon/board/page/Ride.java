package coop.maillon.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;

/** Bruno has the Zoé, on Thursday unless he books another time, and offers its seats. It is Tuesday 8 December 2026. */
final class Ride implements AutoCloseable {

  final Coop coop = Coop.start();
  private String booking = booked("2026-12-10");

  /** From nine to twelve. */
  String booked(String day) {
    booking =
        id(coop.as("bruno").book("zoe-bleue", day + "T09:00:00+01:00", day + "T12:00:00+01:00"));
    return booking;
  }

  String booking() {
    return booking;
  }

  void accepted(String name, String post) {
    assertThat(accepts(answers(name, post)).statusCode()).isEqualTo(200);
  }

  String people() {
    return coop.one(
        "SELECT coalesce(string_agg(m.email, ' ' ORDER BY m.email), '') FROM participant p JOIN member m"
            + " ON m.id = p.member_id WHERE p.booking_id = " + booking);
  }

  void cancelled() {
    var path = "/api/v1/bookings/" + booking + "/cancellation";
    assertThat(coop.as("bruno").post(path, new JsonObject()).statusCode()).isEqualTo(200);
  }

  HttpResponse<String> offer(String name, int places) {
    return coop.as(name)
        .post(
            "/api/v1/posts",
            new JsonObject()
                .put("kind", "offer")
                .put("mode", "free")
                .put("title", "Covoiturage vers Vienne")
                .put("body", "Au coût réel.")
                .put("site", "lyon")
                .put("places", places)
                .put("booking", booking));
  }

  String answers(String name, String post) {
    return id(coop.as(name)
        .post("/api/v1/posts/" + post + "/answers", new JsonObject().put("body", "Je viens.")));
  }

  HttpResponse<String> accepts(String answer) {
    return coop.as("bruno").post("/api/v1/answers/" + answer + "/acceptance", new JsonObject());
  }

  static String id(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonObject(answer.body()).getString("id");
  }

  @Override
  public void close() {
    coop.close();
  }
}
