package coop.maillon.booking.api;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refusal says what is taken, and leads around the place that was asked for. */
class RefusedTest {

  private static Coop coop;

  @BeforeAll
  static void open() {
    coop = Coop.start();
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @BeforeEach
  void everythingIsFree() {
    coop.empty("booking, hold, occupancy");
  }

  @Test
  void whoWantsSeveralThingsReadsWhichAreTaken() {
    for (var i = 0; i < 3; i++) {
      book("diane", "videoprojecteur", "10:00", "11:00");
    }
    assertThat(told(together("salle-loire", "videoprojecteur")))
        .isEqualTo("Vidéoprojecteur n’est pas libre à ce créneau.");
    book("diane", "salle-loire", "10:30", "12:00");
    assertThat(told(together("salle-loire", "videoprojecteur")))
        .isEqualTo("Salle Loire et Vidéoprojecteur ne sont pas libres à ce créneau.");
  }

  @Test
  void whoWantsOneThingReadsThatItIsTaken() {
    book("diane", "salle-loire", "10:00", "11:00");
    assertThat(told(coop.as("bruno").book("salle-loire", at("10:00"), at("11:00"))))
        .isEqualTo("Ce créneau est pris.");
  }

  @Test
  void aMoveToARoomThatIsTakenLeadsAroundThatRoom() {
    String mine = book("bruno", "salle-loire", "10:00", "11:00");
    book("diane", "salle-rhone", "10:00", "11:00");
    var wish = new JsonObject().put("resource", "salle-rhone");
    var refused = coop.as("bruno").with("If-Match", "1").patch("/api/v1/bookings/" + mine, wish);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(ways(refused)).contains("salle-rhone 09:00", "salle-rhone 11:00");
  }

  @Test
  void anUndoWhosePlaceIsTakenLeadsAroundThatPlace() {
    String mine = book("bruno", "salle-rhone", "10:00", "11:00");
    var wish = new JsonObject().put("resource", "salle-loire");
    coop.as("bruno").with("If-Match", "1").patch("/api/v1/bookings/" + mine, wish);
    book("diane", "salle-rhone", "10:00", "11:00");
    var refused = coop.as("bruno").post("/api/v1/bookings/" + mine + "/undo", new JsonObject());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(ways(refused)).contains("salle-rhone 09:00", "salle-rhone 11:00");
  }

  @Test
  void whoAsksForCenturiesReadsHowLongIsTheLongest() {
    var refused = coop.as("bruno")
        .book("salle-loire", "2026-12-09T10:00:00+01:00", "2999-12-09T10:00:00+01:00");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("\"end\"").contains("400 jours au plus.");
  }

  private static HttpResponse<String> together(String resource, String also) {
    return coop.as("bruno")
        .post(
            "/api/v1/bookings",
            new JsonObject()
                .put("resource", resource)
                .put("also", new JsonArray().add(also))
                .put("start", at("10:00"))
                .put("end", at("11:00")));
  }

  private static String book(String who, String resource, String from, String to) {
    var answer = coop.as(who).book(resource, at(from), at(to));
    assertThat(answer.statusCode()).isEqualTo(201);
    return new JsonObject(answer.body()).getString("id");
  }

  private static String told(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(409);
    return new JsonObject(answer.body()).getString("detail");
  }

  private static List<String> ways(HttpResponse<String> answer) {
    return new JsonObject(answer.body())
        .getJsonArray("alternatives").stream()
            .map(JsonObject.class::cast)
            .map(way -> way.getString("resource") + " " + way.getString("start").substring(11, 16))
            .toList();
  }

  private static String at(String time) {
    return "2026-12-09T" + time + ":00+01:00";
  }
}
