package coop.maillon.vehicle.fleet;

import static coop.maillon.vehicle.fleet.Garage.slot;
import static coop.maillon.vehicle.fleet.Garage.trip;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two cars in winter, full this morning. It is Tuesday 8 December 2026, 10:15 in Lyon; vectors V2 and V3 of the model. */
class EnoughChargeTest {

  private static final String ZOE = "zoe-bleue";
  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
    Garage.equip(coop, ZOE);
    Garage.read(coop, ZOE, 100);
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void aTripThatTheChargeDoesNotCoverIsRefusedWithHowFarItGoes() {
    booked(trip(ZOE, 9, "08:00-12:00", 100));

    var answer = book("diane", trip(ZOE, 9, "14:00-20:00", 170));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("\"rule\":\"range-self\"", "ne va pas à 170\u00a0km", "158\u00a0km au plus");
    booked(trip(ZOE, 9, "14:00-20:00", 158));
  }

  @Test
  void theWaysOutAreAnotherCarAndTheMomentWhenItIsCharged() {
    booked(trip(ZOE, 9, "08:00-12:00", 100));

    var ways = json(book("diane", trip(ZOE, 9, "14:00-20:00", 170))).getJsonArray("alternatives");

    assertThat(ways.stream().map(Object::toString))
        .anyMatch(way -> way.contains("e208-verte") && way.contains("2026-12-09T14:00"))
        .anyMatch(way -> way.contains(ZOE) && way.contains("2026-12-09T14:45"));
    for (var way : ways) {
      var wish = ((JsonObject) way).copy().put("distanceKm", 170);
      var done = book("diane", wish);
      assertThat(done.statusCode()).as(wish.encode()).isEqualTo(201);
      coop.as("diane")
          .post(
              "/api/v1/bookings/" + json(done).getString("id") + "/cancellation", new JsonObject());
    }
  }

  @Test
  void whoeverComesBeforeLeavesEnoughForTheNextAndIsNotToldWhoThatIs() {
    booked(trip(ZOE, 9, "15:00-19:00", 180));

    var answer = book("diane", trip(ZOE, 9, "13:30-14:30", 60));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "\"rule\":\"breaks-later\"", "mercredi 9 décembre à 15:00", "pour un autre trajet")
        .doesNotContain("Bruno", "Faure");
    assertThat(book("diane", trip(ZOE, 9, "13:30-14:30", 20)).statusCode()).isEqualTo(201);
  }

  @Test
  void inEnglishItSaysSoInEnglish() {
    coop.sql("UPDATE member SET language = 'en' WHERE email = 'diane@demo.test'");

    assertThat(coop.browser("diane")
            .get(
                "/bookings/new?resource=zoe-bleue&date=2026-12-09&start=14:00&end=20:00&distanceKm=300")
            .body())
        .contains("does not go 300 km in this slot", "204 km at most");
  }

  @Test
  void moreKilometresAreJudgedLikeABookingAndFewerAlwaysPass() {
    booked(trip(ZOE, 9, "15:00-19:00", 150));
    String first = json(book("diane", trip(ZOE, 9, "13:30-14:30", 30))).getString("id");

    assertThat(change(first, new JsonObject().put("distanceKm", 200)).statusCode())
        .isEqualTo(422);
    assertThat(change(first, new JsonObject().put("distanceKm", 10)).statusCode())
        .isEqualTo(200);
    assertThat(coop.one("SELECT distance_km FROM booking WHERE id = " + first)).isEqualTo("10");
  }

  @Test
  void aMoveAndAnExtensionKeepTheChargeOfTheOthers() {
    booked(trip(ZOE, 9, "15:00-19:00", 200));
    String early = json(book("diane", trip(ZOE, 9, "06:00-07:00", 100))).getString("id");

    var moved = slot(ZOE, 9, "13:30-14:30");
    moved.remove("resource");
    assertThat(change(early, moved).body()).contains("breaks-later");
    var longer = new JsonObject().put("end", "2026-12-09T14:30:00+01:00");
    assertThat(change(early, longer).body()).contains("breaks-later");
  }

  @Test
  void aSeriesIsJudgedWithAllItsDatesAndSoAreMoreKilometresForAllOfThem() {
    var weekly = trip(ZOE, 9, "08:00-10:00", 100).put("rrule", "FREQ=DAILY;COUNT=3");
    var series = json(book("diane", weekly)).getJsonArray("bookings");
    assertThat(series).hasSize(3);
    booked(trip(ZOE, 10, "11:00-12:00", 60));
    String first = series.getJsonObject(0).getString("id");

    var further = new JsonObject().put("distanceKm", 190).put("scope", "all");
    assertThat(change(first, further).statusCode()).isBetween(409, 422);
    assertThat(coop.one("SELECT max(distance_km) FROM booking")).isEqualTo("100");
    var back = new JsonObject().put("distanceKm", 20).put("scope", "all");
    assertThat(change(first, back).statusCode()).isEqualTo(200);
    assertThat(coop.one("SELECT count(*) FROM booking WHERE distance_km = 20")).isEqualTo("3");
  }

  @Test
  void whatNobodyReadIsNotBookedAndWhatHasNoParametersIsBookedAsBefore() {
    Garage.equip(coop, "e208-verte");

    assertThat(book("diane", slot("e208-verte", 9, "08:00-10:00")).body())
        .contains("\"rule\":\"no-reading\"", "la coordination note d’abord la charge");
    coop.sql(
        "DELETE FROM vehicle WHERE resource_id = (SELECT id FROM resource WHERE slug = 'e208-verte')");
    assertThat(book("diane", trip("e208-verte", 9, "08:00-10:00", 900)).statusCode())
        .isEqualTo(201);
  }

  @Test
  void withoutADistanceASlotCountsForSomeAndIsAskedForOne() {
    booked(trip(ZOE, 9, "15:00-19:00", 200));

    assertThat(book("diane", slot(ZOE, 9, "08:00-14:30")).body())
        .contains("breaks-later", "Dites combien de kilomètres vous ferez");
    assertThat(book("diane", trip(ZOE, 9, "08:00-14:30", 0)).statusCode()).isEqualTo(201);
  }

  @Test
  void howFarItGoesIsToldBeforeAnybodyAsks() {
    booked(trip(ZOE, 9, "08:00-12:00", 100));
    String slot = "?start=2026-12-09T14:00:00%2B01:00&end=2026-12-09T20:00:00%2B01:00";

    var range = json(coop.as("diane").get("/api/v1/vehicles/zoe-bleue/range" + slot));

    assertThat(range.getInteger("maxKm")).isEqualTo(158);
    assertThat(range.getDouble("startSocPct")).isEqualTo(80.86);
    assertThat(range.getString("confidence")).isEqualTo("firm");
    assertThat(json(coop.as("diane").get("/api/v1/vehicles/e208-verte/range" + slot))
            .getString("confidence"))
        .isEqualTo("unknown");
    assertThat(coop.as("diane").get("/api/v1/vehicles/salle-loire/range" + slot).statusCode())
        .isEqualTo(404);
    assertThat(coop.browser("diane")
            .get("/bookings/new?resource=zoe-bleue&date=2026-12-09&start=14:00&end=20:00")
            .body())
        .contains("Jusqu’à 158\u00a0km sur ce créneau", "Kilomètres prévus");
    assertThat(coop.browser("diane").get("/resources/zoe-bleue").body())
        .contains("Jusqu’à 204\u00a0km en partant maintenant");
  }

  private HttpResponse<String> change(String id, JsonObject body) {
    int version = json(coop.as("diane").get("/api/v1/bookings/" + id)).getInteger("version");
    return coop.as("diane")
        .with("If-Match", Integer.toString(version))
        .patch("/api/v1/bookings/" + id, body);
  }

  private HttpResponse<String> book(String who, JsonObject wish) {
    return Garage.book(coop, who, wish);
  }

  private void booked(JsonObject wish) {
    var answer = book("bruno", wish);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }
}
