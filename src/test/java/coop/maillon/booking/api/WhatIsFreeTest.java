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

/** It is Tuesday 8 December 2026, 10:15 in Lyon; people look at Wednesday the 9th. */
class WhatIsFreeTest {

  @Test
  void whatADatedExceptionClosesIsNeitherFreeNorBookable() {
    policy("exceptions", "[{\"from\":\"2026-12-09\",\"open\":[[\"14:00\",\"18:00\"]]}]");

    assertThat(stretches(json(coop.as("bruno").get(path("salle-rhone"))), "free"))
        .containsExactly("14:00-18:00 1");
    assertThat(coop.as("bruno").book("salle-rhone", at("10:00"), at("11:00")).body())
        .contains("opening-hours");
  }

  @Test
  void whatClosesOnHolidaysCannotBeBookedThen() {
    policy("holidays", "\"closed\"");

    assertThat(coop.as("bruno")
            .book("salle-rhone", "2026-12-25T10:00:00+01:00", "2026-12-25T11:00:00+01:00")
            .body())
        .contains("opening-hours");
  }

  private static void policy(String member, String value) {
    coop.sql("UPDATE resource SET policy = policy || '{\"%s\":%s}' WHERE slug = 'salle-rhone'"
        .formatted(member, value));
  }

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
    coop.sql(
        "UPDATE resource SET policy = policy - 'futureBookingsPerMember' WHERE slug = 'salle-saone'",
        "UPDATE resource SET policy = policy - 'exceptions' - 'holidays' WHERE slug = 'salle-rhone'");
  }

  @Test
  void aTakenHourIsRefusedWithALargerRoomTheHoursAroundItAndAShorterOne() {
    book("diane", "salle-saone", "10:00", "11:00");

    var answer = coop.as("bruno").book("salle-saone", at("10:30"), at("11:30"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(slots(json(answer).getJsonArray("alternatives")))
        .containsExactly(
            "salle-loire 10:30-11:30",
            "salle-saone 11:00-12:00",
            "salle-saone 09:00-10:00",
            "salle-saone 11:00-11:30");
  }

  @Test
  void everyAlternativeCanBeBookedAsItStands() {
    book("diane", "salle-rhone", "09:00", "12:00");
    var alternatives = json(coop.as("bruno").book("salle-rhone", at("08:30"), at("10:00")))
        .getJsonArray("alternatives");

    assertThat(alternatives).isNotEmpty();
    for (var way : alternatives) {
      var slot = (JsonObject) way;
      var booked = coop.as("bruno")
          .book(slot.getString("resource"), slot.getString("start"), slot.getString("end"));
      assertThat(booked.statusCode()).as(slot.encode()).isEqualTo(201);
      coop.as("bruno")
          .post(
              "/api/v1/bookings/" + json(booked).getString("id") + "/cancellation",
              new JsonObject());
    }
  }

  @Test
  void whoAsksForANightIsToldTheEveningAndTheMorning() {
    var answer = coop.as("bruno").book("salle-loire", at("19:30"), at("20:30"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(slots(json(answer).getJsonArray("alternatives")))
        .contains("salle-loire 19:00-20:00", "salle-loire 19:30-20:00");
  }

  @Test
  void whoHasUsedUpAQuotaIsNotSentToTheSameRoomAgain() {
    coop.sql(
        "UPDATE resource SET policy = '{\"granularityMinutes\":15,\"futureBookingsPerMember\":1}'"
            + " WHERE slug = 'salle-saone'");
    book("bruno", "salle-saone", "09:00", "10:00");

    var answer = coop.as("bruno").book("salle-saone", at("14:00"), at("15:00"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(slots(json(answer).getJsonArray("alternatives")))
        .contains("salle-loire 14:00-15:00")
        .noneMatch(way -> way.startsWith("salle-saone "));
  }

  @Test
  void oneDeskThatIsTakenLeavesTheOthersOfItsPool() {
    var desk = coop.one("SELECT min(id) FROM unit WHERE label LIKE 'Bureaux calmes%'");
    var wish = new JsonObject()
        .put("resource", "bureaux-calmes")
        .put("unit", desk)
        .put("start", at("10:00"))
        .put("end", at("11:00"));
    assertThat(coop.as("diane").post("/api/v1/bookings", wish).statusCode()).isEqualTo(201);

    var answer = coop.as("bruno").post("/api/v1/bookings", wish);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(slots(json(answer).getJsonArray("alternatives")))
        .startsWith("bureaux-calmes 10:00-11:00");
  }

  @Test
  void whatGoesAlongIsPartOfTheAlternatives() {
    book("diane", "salle-saone", "10:00", "11:00");
    for (var i = 0; i < 3; i++) {
      book("diane", "videoprojecteur", "11:00", "13:00");
    }
    var answer = coop.as("bruno")
        .post(
            "/api/v1/bookings",
            new JsonObject()
                .put("resource", "salle-saone")
                .put("also", new JsonArray().add("videoprojecteur"))
                .put("start", at("10:00"))
                .put("end", at("11:00")));

    assertThat(slots(json(answer).getJsonArray("alternatives")))
        .contains("salle-saone 09:00-10:00", "salle-saone 13:00-14:00")
        .noneMatch(way -> way.contains(" 11:"));
  }

  @Test
  void aRoomIsFreeAroundItsBookings() {
    book("diane", "salle-loire", "10:00", "11:00");

    var found = availability("salle-loire");

    assertThat(stretches(found, "free")).containsExactly("08:00-10:00 1", "11:00-20:00 1");
    assertThat(stretches(found, "busy")).containsExactly("10:00-11:00 booking");
  }

  @Test
  void theStudioKeepsTwoBuffersBetweenNeighboursAndTellsThemApart() {
    book("diane", "studio", "10:00", "11:00");

    var found = availability("studio");

    assertThat(stretches(found, "free")).containsExactly("08:00-09:30 1", "11:30-20:00 1");
    assertThat(stretches(found, "busy"))
        .containsExactly("09:45-10:00 buffer", "10:00-11:00 booking", "11:00-11:15 buffer");
  }

  @Test
  void aPoolTellsHowManyDesksAreLeft() {
    book("diane", "bureaux-calmes", "10:00", "12:00");
    book("bruno", "bureaux-calmes", "11:00", "13:00");

    assertThat(stretches(availability("bureaux-calmes"), "free"))
        .containsExactly(
            "00:00-10:00 6", "10:00-11:00 5", "11:00-12:00 4", "12:00-13:00 5", "13:00-00:00 6");
  }

  @Test
  void aWholeIsFreeWhereBothItsHalvesAre() {
    book("diane", "salle-fourviere-nord", "10:00", "11:00");
    book("bruno", "salle-fourviere-sud", "14:00", "15:00");

    assertThat(stretches(availability("salle-fourviere"), "free"))
        .containsExactly("08:00-10:00 1", "11:00-14:00 1", "15:00-20:00 1");
    assertThat(stretches(availability("salle-fourviere-nord"), "free"))
        .containsExactly("08:00-10:00 1", "11:00-20:00 1");
  }

  @Test
  void aHoldIsBusyForOthersAndFreeForItsOwner() {
    var hold = new JsonObject()
        .put("resource", "salle-loire")
        .put("start", at("10:00"))
        .put("end", at("11:00"));
    assertThat(coop.as("bruno").post("/api/v1/holds", hold).statusCode()).isEqualTo(201);

    assertThat(stretches(availability("salle-loire"), "busy")).containsExactly("10:00-11:00 hold");
    assertThat(stretches(json(coop.as("bruno").get(path("salle-loire"))), "free"))
        .containsExactly("08:00-20:00 1");
  }

  @Test
  void openingsComeEarliestFirst() {
    book("diane", "salle-loire", "08:00", "10:00");
    book("diane", "salle-fourviere", "08:00", "20:00");

    var found = json(coop.as("bruno")
        .get("/api/v1/openings?minutes=60&capacity=12&kind=space&site=lyon&limit=2" + window()));

    assertThat(slots(found.getJsonArray("items")))
        .containsExactly("salle-loire 10:00-11:00", "salle-loire 10:15-11:15");
    assertThat(found.getString("next")).isEqualTo("2");
  }

  @Test
  void openingsOfTodayStartFromNowOn() {
    var found = json(coop.as("bruno")
        .get("/api/v1/openings?minutes=60&capacity=12&site=lyon&limit=1"
            + "&from=2026-12-08T08:00:00%2B01:00&to=2026-12-08T20:00:00%2B01:00"));

    assertThat(slots(found.getJsonArray("items"))).containsExactly("salle-loire 10:15-11:15");
  }

  @Test
  void inSaintDenisTheDayOpensAtEightOverThere() {
    var found = json(
        coop.as("bruno").get("/api/v1/openings?minutes=60&site=saint-denis&limit=1" + window()));

    assertThat(found.getJsonArray("items").getJsonObject(0).getString("start"))
        .isEqualTo("2026-12-09T08:00:00+04:00");
  }

  @Test
  void aWindowThatIsNoneIsRefused() {
    assertThat(coop.as("bruno")
            .get(path("salle-loire").replace("to=2026-12-10", "to=2026-12-01"))
            .statusCode())
        .isEqualTo(400);
    assertThat(coop.as("bruno").get("/api/v1/openings?site=lyon" + window()).statusCode())
        .isEqualTo(400);
    assertThat(coop.as("bruno").get(path("salle-verte")).statusCode()).isEqualTo(404);
    assertThat(coop.as("gus").get(path("salle-volcan")).statusCode()).isEqualTo(404);
    assertThat(coop.anybody().get(path("salle-loire")).statusCode()).isEqualTo(401);
  }

  private JsonObject availability(String resource) {
    return json(coop.as("emile").get(path(resource)));
  }

  private static String path(String resource) {
    return "/api/v1/resources/" + resource + "/availability?" + window().substring(1);
  }

  private static String window() {
    return "&from=2026-12-09T00:00:00%2B01:00&to=2026-12-10T00:00:00%2B01:00";
  }

  private void book(String who, String resource, String from, String to) {
    assertThat(coop.as(who).book(resource, at(from), at(to)).statusCode()).isEqualTo(201);
  }

  private static String at(String time) {
    return "2026-12-09T" + time + ":00+01:00";
  }

  private static List<String> slots(JsonArray ways) {
    return ways.stream()
        .map(JsonObject.class::cast)
        .map(way -> way.getString("resource") + " " + times(way))
        .toList();
  }

  private static List<String> stretches(JsonObject found, String name) {
    return found.getJsonArray(name).stream()
        .map(JsonObject.class::cast)
        .map(stretch -> times(stretch) + " " + stretch.getValue("units", stretch.getValue("cause")))
        .toList();
  }

  private static String times(JsonObject slot) {
    return slot.getString("start").substring(11, 16) + "-"
        + slot.getString("end").substring(11, 16);
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }
}
