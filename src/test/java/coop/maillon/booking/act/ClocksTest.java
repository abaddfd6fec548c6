package coop.maillon.booking.act;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days that are not like the others: when clocks change, across midnight, in a leap year, four hours east. */
class ClocksTest {

  private static Coop coop;

  @BeforeAll
  static void start() {
    coop = Coop.start();
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @BeforeEach
  void everythingIsFree() {
    coop.empty("booking, hold, occupancy");
    coop.sql("UPDATE resource SET policy = policy - 'maxMinutes' WHERE slug = 'bureaux-calmes'");
  }

  @Test
  void whenClocksGoForwardOneToFourInTheMorningIsTwoHours() {
    coop.sql(
        "UPDATE resource SET policy = policy || '{\"maxMinutes\":120}' WHERE slug = 'bureaux-calmes'");

    var booked = booked("bureaux-calmes", "2027-03-28T01:00:00+01:00", "2027-03-28T04:00:00+02:00");

    assertThat(booked.getString("start")).isEqualTo("2027-03-28T01:00:00+01:00");
    assertThat(booked.getString("end")).isEqualTo("2027-03-28T04:00:00+02:00");
    assertThat(coop.one("SELECT upper(during) - lower(during) FROM occupancy"))
        .isEqualTo("02:00:00");
    assertThat(rules("bureaux-calmes", "2027-03-28T01:00:00+01:00", "2027-03-28T04:15:00+02:00"))
        .containsExactly("max-duration");
  }

  @Test
  void theDayOnWhichClocksGoForwardHasTwentyThreeHours() {
    assertThat(free("bureaux-calmes", "2027-03-28T00:00:00+01:00", "2027-03-29T00:00:00+02:00"))
        .containsExactly("2027-03-28T00:00:00+01:00 2027-03-29T00:00:00+02:00");
    assertThat(free("salle-loire", "2027-03-29T00:00:00+02:00", "2027-03-30T00:00:00+02:00"))
        .containsExactly("2027-03-29T08:00:00+02:00 2027-03-29T20:00:00+02:00");
  }

  @Test
  void whenClocksGoBackTwoToThreeComesTwiceAndIsTwoBookings() {
    booked("zoe-bleue", "2027-10-31T02:00:00+02:00", "2027-10-31T02:00:00+01:00");
    booked("zoe-bleue", "2027-10-31T02:00:00+01:00", "2027-10-31T03:00:00+01:00");

    assertThat(status("zoe-bleue", "2027-10-31T02:30:00+02:00", "2027-10-31T02:45:00+02:00"))
        .isEqualTo(409);
    assertThat(status("zoe-bleue", "2027-10-31T02:30:00+01:00", "2027-10-31T02:45:00+01:00"))
        .isEqualTo(409);
    assertThat(coop.one("SELECT sum(upper(during) - lower(during)) FROM occupancy"))
        .isEqualTo("02:00:00");
  }

  @Test
  void theDayOnWhichClocksGoBackIsOpenForTwentyFiveHours() {
    var booked = booked("bureaux-calmes", "2027-10-31T00:00:00+02:00", "2027-11-01T00:00:00+01:00");

    assertThat(booked.getString("end")).isEqualTo("2027-11-01T00:00:00+01:00");
    assertThat(coop.one(
            "SELECT extract(epoch FROM upper(during) - lower(during))::int / 3600 FROM occupancy"))
        .isEqualTo("25");
  }

  @Test
  void theGridIsThatOfTheClockOnTheWallOnBothSidesOfAChange() {
    assertThat(rules("bureaux-calmes", "2027-10-31T02:10:00+02:00", "2027-10-31T03:00:00+01:00"))
        .containsExactly("granularity");
    assertThat(status("bureaux-calmes", "2027-10-31T02:15:00+02:00", "2027-10-31T02:15:00+01:00"))
        .isEqualTo(201);
  }

  @Test
  void aBookingMayCrossMidnightWhereTheDaysTouch() {
    booked("bureaux-calmes", "2026-12-09T23:00:00+01:00", "2026-12-10T01:00:00+01:00");

    assertThat(listed("2026-12-09T00:00:00+01:00", "2026-12-10T00:00:00+01:00")).isEqualTo(1);
    assertThat(listed("2026-12-10T00:00:00+01:00", "2026-12-11T00:00:00+01:00")).isEqualTo(1);
    assertThat(listed("2026-12-11T00:00:00+01:00", "2026-12-12T00:00:00+01:00")).isZero();
  }

  @Test
  void aRoomThatClosesAtNightIsNotBookedAcrossIt() {
    assertThat(rules("salle-loire", "2026-12-09T19:00:00+01:00", "2026-12-10T09:00:00+01:00"))
        .containsExactly("opening-hours");
  }

  @Test
  void theTwentyNinthOfFebruaryCanBeBooked() {
    var booked = booked("salle-loire", "2028-02-29T09:00:00+01:00", "2028-02-29T10:00:00+01:00");

    assertThat(booked.getString("start")).isEqualTo("2028-02-29T09:00:00+01:00");
    assertThat(status("salle-loire", "2027-02-29T09:00:00+01:00", "2027-02-29T10:00:00+01:00"))
        .isEqualTo(400);
  }

  @Test
  void inSaintDenisTheDayIsThatOfTheIsland() {
    assertThat(rules("salle-volcan", "2026-12-09T07:00:00+04:00", "2026-12-09T08:00:00+04:00"))
        .containsExactly("opening-hours");
    assertThat(rules("salle-volcan", "2026-12-09T17:00:00+01:00", "2026-12-09T18:00:00+01:00"))
        .containsExactly("opening-hours");

    // eight in the morning there is five in Lyon
    var booked = booked("salle-volcan", "2026-12-09T05:00:00+01:00", "2026-12-09T06:00:00+01:00");
    assertThat(booked.getString("start")).isEqualTo("2026-12-09T08:00:00+04:00");
  }

  @Test
  void inSaintDenisMondayIsOpenWhileItIsStillSundayInLyon() {
    assertThat(rules("salle-volcan", "2026-12-13T09:00:00+04:00", "2026-12-13T10:00:00+04:00"))
        .containsExactly("opening-hours");
    assertThat(status("salle-volcan", "2026-12-14T04:00:00Z", "2026-12-14T05:00:00Z"))
        .isEqualTo(201);
  }

  @Test
  void inSaintDenisClocksNeverChange() {
    var spring = booked("salle-volcan", "2027-03-27T08:00:00+04:00", "2027-03-27T20:00:00+04:00");
    var after = booked("salle-volcan", "2027-03-29T08:00:00+04:00", "2027-03-29T20:00:00+04:00");

    assertThat(List.of(spring, after))
        .allMatch(booked -> booked.getString("start").endsWith("T08:00:00+04:00"));
  }

  @Test
  void aTimeWithoutAnOffsetIsNoTime() {
    assertThat(status("salle-loire", "2026-12-09T09:00:00", "2026-12-09T10:00:00"))
        .isEqualTo(400);
  }

  private static JsonObject booked(String resource, String start, String end) {
    var answer = coop.as("bruno").book(resource, start, end);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer);
  }

  private static int status(String resource, String start, String end) {
    return coop.as("bruno").book(resource, start, end).statusCode();
  }

  private static List<String> rules(String resource, String start, String end) {
    var answer = coop.as("bruno").book(resource, start, end);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return objects(json(answer).getJsonArray("violations")).stream()
        .map(violation -> violation.getString("rule"))
        .toList();
  }

  private static List<String> free(String resource, String from, String to) {
    var found = json(coop.as("bruno")
        .get("/api/v1/resources/" + resource + "/availability?" + window(from, to)));
    return objects(found.getJsonArray("free")).stream()
        .map(stretch -> stretch.getString("start") + " " + stretch.getString("end"))
        .toList();
  }

  private static int listed(String from, String to) {
    return json(coop.as("bruno").get("/api/v1/bookings?" + window(from, to)))
        .getJsonArray("items")
        .size();
  }

  private static String window(String from, String to) {
    return "from=" + URLEncoder.encode(from, StandardCharsets.UTF_8) + "&to="
        + URLEncoder.encode(to, StandardCharsets.UTF_8);
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }
}
