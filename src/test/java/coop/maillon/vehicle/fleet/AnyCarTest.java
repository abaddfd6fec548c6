package coop.maillon.vehicle.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "A car for so many kilometres": which one, an hour before. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class AnyCarTest {

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
    Garage.equip(coop, "zoe-bleue");
    Garage.equip(coop, "e208-verte");
    Garage.read(coop, "zoe-bleue", 100);
    Garage.read(coop, "e208-verte", 100);
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void whoeverTakesAnyCarLearnsWhichAnHourBefore() {
    var booked = any("bruno", "10:00-12:00", 60);

    assertThat(booked.getBoolean("bound")).isFalse();
    assertThat(booked.getValue("unit")).isNull();
    assertThat(page("bruno", booked)).contains("Voiture attribuée au plus tard une heure avant");

    coop.clock().pass(Duration.ofHours(46).plusMinutes(50));
    var now = read(booked);
    assertThat(now.getBoolean("bound")).isTrue();
    assertThat(now.getString("unit")).isNotEmpty();
    assertThat(page("bruno", booked)).doesNotContain("attribuée au plus tard");
  }

  @Test
  void theCarThatWouldHaveTheLeastLeftIsTakenAndTheOtherKeptForALongWay() {
    book("diane", "zoe-bleue", "06:00-09:30", 150);

    assertThat(any("bruno", "10:00-12:00", 30).getString("resource")).isEqualTo("zoe-bleue");
    assertThat(any("emile", "10:00-16:00", 180).getString("resource")).isEqualTo("e208-verte");
  }

  @Test
  void whoeverWouldTakeAnyCarGoesWithAnotherForOneWhoWantsThisOne() {
    var any = any("bruno", "10:00-12:00", 60);
    var car = any.getString("resource");

    var wanted = book("diane", car, "10:00-12:00", 60);

    assertThat(wanted.getString("resource")).isEqualTo(car);
    assertThat(wanted.getBoolean("bound")).isTrue();
    var moved = read(any);
    assertThat(moved.getString("resource")).isEqualTo(other(car));
    assertThat(moved.getInteger("version")).isEqualTo(any.getInteger("version"));
    assertThat(coop.one("SELECT string_agg(r.slug, ' ' ORDER BY o.booking_id) FROM occupancy o"
            + " JOIN unit u ON u.id = o.unit_id JOIN resource r ON r.id = u.resource_id"))
        .isEqualTo(other(car) + " " + car);
    assertThat(coop.as("emile")
            .post("/api/v1/bookings", wish(car, "10:00-12:00", 10))
            .statusCode())
        .isEqualTo(409);
  }

  @Test
  void aShortTripGoesWithTheOtherCarWhereALongOneNeedsTheFullOne() {
    coop.as("chloe")
        .post(
            "/api/v1/vehicles/e208-verte/readings",
            new JsonObject()
                .put("at", "2026-12-08T10:10:00+01:00")
                .put("socPct", 30)
                .put("plugged", false));
    book("diane", "zoe-bleue", "06:00-07:00", 5);
    var near = any("bruno", "10:00-12:00", 20);
    coop.sql("UPDATE booked SET resource_id = (SELECT id FROM resource WHERE slug = 'zoe-bleue')"
        + " WHERE booking_id = " + near.getString("id"));
    coop.sql(
        "UPDATE occupancy SET resource_id = r.id, unit_id = u.id FROM resource r JOIN unit u ON u.resource_id = r.id"
            + " WHERE r.slug = 'zoe-bleue' AND booking_id = " + near.getString("id"));

    var far = any("emile", "13:00-19:00", 198);

    assertThat(far.getString("resource")).isEqualTo("zoe-bleue");
    assertThat(read(near).getString("resource")).isEqualTo("e208-verte");
  }

  @Test
  void oneClickKeepsTheCarAndThenNobodyMovesIt() {
    var any = any("bruno", "10:00-12:00", 60);
    var car = any.getString("resource");

    var kept = coop.browser("bruno").post("/bookings/" + any.getString("id") + "/car");

    assertThat(kept.statusCode()).isEqualTo(303);
    assertThat(read(any).getBoolean("bound")).isTrue();
    assertThat(coop.as("diane")
            .post("/api/v1/bookings", wish(car, "10:00-12:00", 60))
            .statusCode())
        .isEqualTo(409);
    assertThat(coop.browser("diane")
            .post("/bookings/" + any.getString("id") + "/car")
            .statusCode())
        .isEqualTo(403);
  }

  @Test
  void whoeverWentWithAnotherCarStillMovesAndCancels() {
    var any = any("bruno", "10:00-12:00", 60);
    book("diane", any.getString("resource"), "10:00-12:00", 60);
    var path = "/api/v1/bookings/" + any.getString("id");

    var moved = coop.as("bruno")
        .with("If-Match", "1")
        .patch(path, new JsonObject().put("end", "2026-12-10T13:00:00+01:00"));
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    assertThat(new JsonObject(moved.body()).getBoolean("bound")).isFalse();
    assertThat(coop.as("bruno").post(path + "/cancellation", new JsonObject()).statusCode())
        .isEqualTo(200);
    assertThat(coop.one("SELECT count(*) FROM occupancy")).isEqualTo("1");
  }

  @Test
  void whereNoCarGoesSoFarTheRefusalSaysHowFar() {
    var answer = coop.as("bruno")
        .post("/api/v1/bookings", anyWish("zoe-bleue", "e208-verte", "10:00-12:00", 400));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("range-self");
    assertThat(coop.one("SELECT count(*) FROM booking")).isEqualTo("0");
  }

  @Test
  void theFormAsksForAnyCarByOneTick() {
    var form = coop.browser("bruno")
        .get(
            "/bookings/new?resource=zoe-bleue&date=2026-12-10&start=10:00&end=12:00&distanceKm=60");
    assertThat(form.body()).contains("N’importe quelle voiture de ce lieu");
    assertThat(coop.browser("bruno").get("/bookings/new?resource=salle-loire").body())
        .doesNotContain("N’importe quelle voiture");

    assertThat(send("").statusCode()).as("how far is what it is about").isEqualTo(422);
    var sent = send("60");

    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    assertThat(coop.one("SELECT cardinality(any_of) FROM booked")).isEqualTo("2");
  }

  private HttpResponse<String> send(String km) {
    return coop.browser("bruno")
        .post(
            "/bookings",
            "resource",
            "zoe-bleue",
            "unit",
            "any",
            "date",
            "2026-12-10",
            "start",
            "10:00",
            "end",
            "12:00",
            "distanceKm",
            km,
            "key",
            "k1");
  }

  private JsonObject any(String who, String times, int km) {
    return done(
        coop.as(who).post("/api/v1/bookings", anyWish("zoe-bleue", "e208-verte", times, km)));
  }

  private JsonObject book(String who, String slug, String times, int km) {
    return done(coop.as(who).post("/api/v1/bookings", wish(slug, times, km)));
  }

  private static JsonObject wish(String slug, String times, int km) {
    return Garage.trip(slug, 10, times, km);
  }

  private static JsonObject anyWish(String one, String other, String times, int km) {
    var wish = wish(one, times, km).put("anyOf", new JsonArray().add(one).add(other));
    wish.remove("resource");
    return wish;
  }

  private static JsonObject done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonObject(answer.body());
  }

  private JsonObject read(JsonObject booked) {
    return new JsonObject(
        coop.as("bruno").get("/api/v1/bookings/" + booked.getString("id")).body());
  }

  private String page(String who, JsonObject booked) {
    return coop.browser(who).get("/bookings/" + booked.getString("id")).body();
  }

  private static String other(String car) {
    return car.equals("zoe-bleue") ? "e208-verte" : "zoe-bleue";
  }
}
