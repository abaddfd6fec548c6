package coop.maillon.booking.closure;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Together;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closing over existing bookings: nothing overlaps, and nobody is lost without being told. */
class ClosureTest {

  private Coop coop;

  @BeforeEach
  void start() {
    coop = Coop.start();
  }

  @AfterEach
  void stop() {
    coop.close();
  }

  @Test
  void thePlanNamesWhoIsTouchedAndDoesNothing() {
    String booking = booked("bruno", "salle-loire", "10:00", "12:00");
    var plan = close("chloe", closing("resource", "salle-loire", "08:00", "20:00"));
    assertThat(plan.statusCode()).isEqualTo(200);
    assertThat(touched(plan)).containsExactly(booking);
    assertThat(status(booking)).isEqualTo("confirmed");
    assertThat(rows("closure")).isEqualTo("0");
  }

  @Test
  void closingCancelsWhatFitsNowhereAndTellsWhy() {
    String booking = booked("bruno", "salle-fourviere", "10:00", "12:00");
    var closed = apply("salle-fourviere", "08:00", "20:00");
    assertThat(closed.statusCode()).isEqualTo(201);
    assertThat(touched(closed)).containsExactly(booking);
    assertThat(status(booking)).isEqualTo("cancelled");
    assertThat(coop.one("SELECT reason FROM booking WHERE id = " + booking))
        .isEqualTo("Dégât des eaux");
    assertThat(coop.one("SELECT priority || state FROM waiting")).isEqualTo("1waiting");
    assertThat(
            coop.as("diane").book("salle-fourviere", at("10:00"), at("12:00")).statusCode())
        .isEqualTo(409);
    assertThat(coop.one(
            "SELECT count(*) FROM (SELECT data FROM outbox UNION ALL SELECT data FROM event) e"
                + " WHERE data->>'booking' = '" + booking
                + "' AND data->>'reason' = 'Dégât des eaux'"))
        .isEqualTo("1");
  }

  @Test
  void undoneWithinFiveMinutesEverythingIsAsBefore() {
    String booking = booked("bruno", "salle-loire", "10:00", "12:00");
    String closure = id(apply("salle-loire", "08:00", "20:00"));
    var undone = coop.as("chloe").post("/api/v1/closures/" + closure + "/undo", new JsonObject());
    assertThat(undone.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(undone.body()).getJsonArray("refused")).isEmpty();
    assertThat(status(booking)).isEqualTo("confirmed");
    assertThat(rows("closure")).isEqualTo("0");
    assertThat(rows("booking")).isEqualTo("1");
  }

  @Test
  void afterFiveMinutesItCanBeLiftedButNotUndone() {
    String closure = id(apply("salle-loire", "08:00", "20:00"));
    coop.clock().pass(java.time.Duration.ofMinutes(6));
    var chloe = coop.as("chloe");
    assertThat(chloe
            .post("/api/v1/closures/" + closure + "/undo", new JsonObject())
            .statusCode())
        .isEqualTo(409);
    assertThat(chloe
            .post("/api/v1/closures/" + closure + "/lifting", new JsonObject())
            .statusCode())
        .isEqualTo(200);
    assertThat(chloe
            .post("/api/v1/closures/" + closure + "/lifting", new JsonObject())
            .statusCode())
        .isEqualTo(409);
    assertThat(coop.as("diane").book("salle-loire", at("10:00"), at("12:00")).statusCode())
        .isEqualTo(201);
  }

  @Test
  void overlappingClosuresLiftIndependently() {
    String morning = id(apply("salle-loire", "08:00", "14:00"));
    String afternoon = id(apply("salle-loire", "12:00", "20:00"));
    assertThat(rows("closure")).isEqualTo("1");
    coop.as("chloe").post("/api/v1/closures/" + morning + "/lifting", new JsonObject());
    assertThat(coop.as("bruno").book("salle-loire", at("10:00"), at("12:00")).statusCode())
        .isEqualTo(201);
    assertThat(coop.as("bruno").book("salle-loire", at("12:00"), at("13:00")).statusCode())
        .isEqualTo(409);
    coop.as("chloe").post("/api/v1/closures/" + afternoon + "/lifting", new JsonObject());
    assertThat(coop.as("bruno").book("salle-loire", at("12:00"), at("13:00")).statusCode())
        .isEqualTo(201);
  }

  @Test
  void oneUnitOfAPoolClosesAndWhatStillFitsGoesToAnother() {
    String first = booked("bruno", "videoprojecteur", "10:00", "12:00");
    String second = booked("diane", "videoprojecteur", "10:00", "12:00");
    String unit = coop.one("SELECT min(unit_id) FROM occupancy WHERE booking_id = " + first);
    var closed = close("chloe", closing("unit", unit, "08:00", "20:00").put("apply", true));
    assertThat(touched(closed)).isEmpty();
    assertThat(status(first)).isEqualTo("confirmed");
    assertThat(status(second)).isEqualTo("confirmed");
    assertThat(coop.one(
            "SELECT count(*) FROM occupancy WHERE cause = 'booking' AND unit_id = " + unit))
        .isEqualTo("0");
    booked("emile", "videoprojecteur", "13:00", "14:00");
  }

  @Test
  void ofAFullPoolOnlyAsManyAreCancelledAsUnitsClose() {
    for (String name : List.of("bruno", "diane", "emile")) {
      booked(name, "videoprojecteur", "10:00", "12:00");
    }
    String unit = coop.one("SELECT min(unit_id) FROM occupancy");
    var closed = close("chloe", closing("unit", unit, "08:00", "20:00").put("apply", true));
    assertThat(touched(closed)).hasSize(1);
    assertThat(rows("booking")).isEqualTo("2");
  }

  @Test
  void aStartedBookingEndsWhenTheClosureBegins() {
    String booking = id(coop.as("bruno")
        .book("salle-rhone", "2026-12-08T10:15:00+01:00", "2026-12-08T12:00:00+01:00"));
    coop.clock().pass(java.time.Duration.ofMinutes(30));
    var now = closing("resource", "salle-rhone", "08:00", "20:00")
        .put("start", "2026-12-08T11:00:00+01:00")
        .put("end", "2026-12-08T20:00:00+01:00");
    assertThat(touched(close("chloe", now.put("apply", true)))).containsExactly(booking);
    assertThat(
            coop.one("SELECT ends_at = '2026-12-08T10:00:00Z' FROM booking WHERE id = " + booking))
        .isEqualTo("t");
    assertThat(status(booking)).isEqualTo("confirmed");
  }

  @Test
  void closingAWholeClosesItsPartsAndAHoldFalls() {
    coop.as("bruno")
        .post(
            "/api/v1/holds",
            new JsonObject()
                .put("resource", "salle-fourviere-nord")
                .put("start", at("10:00"))
                .put("end", at("11:00")));
    assertThat(rows("hold")).isEqualTo("1");
    assertThat(apply("salle-fourviere", "08:00", "20:00").statusCode()).isEqualTo(201);
    assertThat(rows("hold")).isEqualTo("0");
    assertThat(rows("closure")).isEqualTo("2");
    assertThat(coop.as("bruno")
            .book("salle-fourviere-sud", at("10:00"), at("11:00"))
            .statusCode())
        .isEqualTo(409);
  }

  @Test
  void aClosureRacesTwentyBookings() {
    var answers = Together.together(
        21,
        i -> i == 10
            ? apply("salle-loire", "08:00", "20:00")
            : coop.as(List.of("bruno", "diane", "emile").get(i % 3))
                .book("salle-loire", at(time(i)), at(time(i + 1))));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
    assertThat(coop.one("SELECT count(*) FROM occupancy WHERE cause = 'booking'"
            + " AND unit_id = (SELECT unit_id FROM occupancy WHERE cause = 'closure')"))
        .isEqualTo("0");
    assertThat(rows("closure")).isEqualTo("1");
  }

  @Test
  void whatIsSentTwentyTimesAtOnceIsOneClosure() {
    var answers = Together.together(20, i -> apply("salle-loire", "08:00", "20:00"));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(coop.one("SELECT count(*) FROM closure")).isEqualTo("1");
  }

  @Test
  void onlyCoordinatorsOfTheSiteClose() {
    var closing = closing("resource", "salle-loire", "08:00", "20:00").put("apply", true);
    assertThat(close("paula", closing).statusCode()).isEqualTo(403);
    assertThat(close("bruno", closing).statusCode()).isEqualTo(403);
    assertThat(
            close("chloe", closing("resource", "nulle-part", "08:00", "20:00")).statusCode())
        .isEqualTo(404);
    assertThat(
            close("chloe", closing("resource", "salle-loire", "20:00", "08:00")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void thePageShowsThePlanAndClosesByOneButton() {
    booked("bruno", "salle-loire", "10:00", "12:00");
    var chloe = coop.browser("chloe");
    var look = chloe.get("/manage/closures/new?what=resource:salle-loire&start-date=2026-12-09"
        + "&start-time=08:00&end-date=2026-12-09&end-time=20:00&reason=Panne");
    assertThat(look.statusCode()).isEqualTo(200);
    assertThat(look.body())
        .contains("1 réservation touchée", "Bruno Faure", "Salle Fourvière nord, 10:00–12:00")
        .contains(
            "Même heure", "Bonjour Bruno", "reloger 1 réservation", "Fermer et tout accepter");
    String form = "what=resource:salle-loire start-date=2026-12-09 start-time=08:00"
        + " end-date=2026-12-09 end-time=20:00 reason=Panne";
    var closed = chloe.submit("/manage/closures", form.split("[ =]"));
    assertThat(closed.statusCode()).isEqualTo(303);
    assertThat(chloe.get("/manage/closures").body())
        .contains("Salle Loire", "Panne", "Défaire", "Rouvrir");
  }

  private String booked(String name, String resource, String from, String to) {
    return id(coop.as(name).book(resource, at(from), at(to)));
  }

  private HttpResponse<String> apply(String resource, String from, String to) {
    return close("chloe", closing("resource", resource, from, to).put("apply", true));
  }

  private HttpResponse<String> close(String name, JsonObject closing) {
    return coop.as(name).post("/api/v1/closures", closing);
  }

  private static JsonObject closing(String member, String value, String from, String to) {
    return new JsonObject()
        .put(member, value)
        .put("start", at(from))
        .put("end", at(to))
        .put("reason", "Dégât des eaux");
  }

  private static String at(String time) {
    return "2026-12-09T" + time + ":00+01:00";
  }

  private static String time(int quarter) {
    return "%02d:%02d".formatted(9 + quarter / 4, quarter % 4 * 15);
  }

  private static String id(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonObject(answer.body()).getString("id");
  }

  private static List<String> touched(HttpResponse<String> answer) {
    JsonArray touched = new JsonObject(answer.body()).getJsonArray("touched");
    return touched.stream().map(one -> ((JsonObject) one).getString("booking")).toList();
  }

  private String status(String booking) {
    return coop.one("SELECT status FROM booking WHERE id = " + booking);
  }

  private String rows(String cause) {
    return coop.one("SELECT count(*) FROM occupancy WHERE cause = '" + cause + "'");
  }
}
