package coop.maillon.booking.series;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Booking by a rule, as a program sees it. */
class SeriesTest {

  private static Coop coop;

  @BeforeAll
  static void start() {
    coop = Coop.start();
  }

  @AfterAll
  static void stop() {
    coop.close();
  }

  @BeforeEach
  void nothingIsBooked() {
    coop.empty("booking, hold, series, event, outbox");
  }

  @Test
  void nineStaysNineAcrossTheClockChange() {
    var answer = book("salle-loire", "2027-03-15T09:00:00+01:00", "FREQ=WEEKLY;COUNT=4", "all");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(starts(answer))
        .containsExactly(
            "2027-03-15T09:00:00+01:00",
            "2027-03-22T09:00:00+01:00",
            "2027-03-29T09:00:00+02:00",
            "2027-04-05T09:00:00+02:00");
    assertThat(new JsonObject(answer.body()).getString("series")).isNotEmpty();
  }

  @Test
  void allOrNothingBooksNothingAndNamesEachDate() {
    coop.as("diane").book("salle-loire", "2027-03-16T09:00:00+01:00", "2027-03-16T10:00:00+01:00");
    var answer = book("salle-loire", "2027-03-15T09:00:00+01:00", "FREQ=DAILY;COUNT=4", "all");
    assertThat(answer.statusCode()).isEqualTo(409);
    var problem = new JsonObject(answer.body());
    assertThat(problem.getString("type")).isEqualTo("/problems/series");
    var refused = problem.getJsonArray("refused");
    assertThat(refused).hasSize(1);
    assertThat(refused.getJsonObject(0).getString("start")).isEqualTo("2027-03-16T09:00:00+01:00");
    var why = refused.getJsonObject(0).getJsonObject("problem");
    assertThat(why.getString("type")).isEqualTo("/problems/taken");
    assertThat(why.getJsonArray("alternatives")).isNotEmpty();
    assertThat(coop.one("SELECT count(*) FROM booking")).isEqualTo("1");
  }

  @Test
  void whatIsFreeIsBookedAndTheRestIsSaid() {
    coop.as("diane").book("salle-loire", "2027-03-16T09:00:00+01:00", "2027-03-16T10:00:00+01:00");
    var answer = book("salle-loire", "2027-03-15T09:00:00+01:00", "FREQ=DAILY;COUNT=7", "free");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(starts(answer)).hasSize(5);
    assertThat(new JsonObject(answer.body())
            .getJsonArray("refused").stream()
                .map(one -> ((JsonObject) one).getJsonObject("problem").getString("type")))
        .containsExactly("/problems/taken", "/problems/rule");
  }

  @Test
  void fourHundredDatesAreBookedAtOnceAndOneMoreIsRefused() {
    var answer = book("bureaux-calmes", "2027-01-01T09:00:00+01:00", "FREQ=DAILY;COUNT=400", "all");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(coop.one("SELECT count(*) FROM occupancy")).isEqualTo("400");
    var more = book("bureaux-calmes", "2027-01-01T09:00:00+01:00", "FREQ=DAILY;COUNT=401", "free");
    assertThat(more.statusCode()).isEqualTo(400);
    assertThat(more.body()).contains("rrule");
  }

  @Test
  void ofTwentySeriesThatWantTheSameHoursEachDateGoesToOne() {
    var answers = together(
        20, i -> book("salle-loire", "2027-03-15T09:00:00+01:00", "FREQ=WEEKLY;COUNT=10", "all"));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(19);
    assertThat(coop.one("SELECT count(*) FROM occupancy")).isEqualTo("10");
  }

  @Test
  void theSameKeyBooksOnceAndIsAnsweredAlike() {
    var bruno = coop.as("bruno").with("Idempotency-Key", "series-1");
    var wish = wish("salle-loire", "2027-03-15T09:00:00+01:00", "FREQ=WEEKLY;COUNT=3", "all");
    var answers = List.of(
        bruno.post("/api/v1/bookings", wish.copy()), bruno.post("/api/v1/bookings", wish.copy()));
    assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
    assertThat(coop.one("SELECT count(*) FROM booking")).isEqualTo("3");
  }

  static HttpResponse<String> book(String resource, String start, String rule, String conflict) {
    return coop.as("bruno").post("/api/v1/bookings", wish(resource, start, rule, conflict));
  }

  private static JsonObject wish(String resource, String start, String rule, String conflict) {
    var end = java.time.OffsetDateTime.parse(start).plus(Duration.ofHours(1));
    return new JsonObject()
        .put("resource", resource)
        .put("start", start)
        .put("end", end.toString().replace("T10:00+", "T10:00:00+"))
        .put("rrule", rule)
        .put("onConflict", conflict);
  }

  private static List<String> starts(HttpResponse<String> answer) {
    JsonArray bookings = new JsonObject(answer.body()).getJsonArray("bookings");
    return bookings.stream().map(one -> ((JsonObject) one).getString("start")).toList();
  }
}
