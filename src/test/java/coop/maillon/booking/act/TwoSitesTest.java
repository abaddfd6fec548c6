package coop.maillon.booking.act;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What takes things of two sites at once is decided by whoever answers for both; and nothing is booked for centuries. */
class TwoSitesTest {

  private static Coop coop;

  @BeforeAll
  static void open() {
    coop = Coop.start();
    coop.sql("UPDATE resource SET policy = policy || '{\"approval\":\"always\"}'"
        + " WHERE slug = 'salle-loire'");
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @Test
  void aCoordinatorOfOneSiteDoesNotApproveWhatIsAskedOfTheOther() {
    String theirs = coop.one("SELECT slug FROM resource WHERE site_id = 2 ORDER BY id LIMIT 1");
    var wish = new JsonObject()
        .put("resource", theirs)
        .put("also", new JsonArray().add("salle-loire"))
        .put("start", "2026-12-09T10:00:00+01:00")
        .put("end", "2026-12-09T11:00:00+01:00");
    var booked = new JsonObject(coop.as("paula").post("/api/v1/bookings", wish).body());
    assertThat(booked.getString("status")).as(booked.encode()).isEqualTo("pending");
    var path = "/api/v1/bookings/" + booked.getString("id") + "/approval";
    var yes = new JsonObject().put("approved", true);
    assertThat(coop.as("paula").post(path, yes).statusCode()).isEqualTo(403);
    assertThat(coop.as("ada").post(path, yes).statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyWaitsForCenturies() {
    for (String end : new String[] {"+200000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"}) {
      var answer = coop.browser("bruno")
          .submit("/waiting", "resource", "salle-loire", "wait", "2027-01-01T00:00:00Z/" + end);
      assertThat(answer.statusCode()).isIn(303, 404, 422);
      assertThat(coop.one("SELECT count(*) FROM waiting")).isEqualTo("0");
    }
  }
}
