package coop.maillon.booking.series;

import static coop.maillon.booking.series.Dates.at;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A series stands on the same ground as a booking: quotas, the line, pools, what cannot be read. */
class SeriesGroundTest {

  private static final String MONDAYS = "2027-01-04 FREQ=WEEKLY;COUNT=4";

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void ofSeveralThatWouldDoOnlyWhatADateTakesCountsAgainstAQuota() {
    quota("bookings 2 month", "salle-rhone");
    coop.as("diane").book("salle-loire", at("2027-01-04", "09:00"), at("2027-01-04", "10:00"));
    coop.as("diane").book("salle-loire", at("2027-01-25", "09:00"), at("2027-01-25", "10:00"));
    var any = new JsonObject().put("anyOf", new JsonArray().add("salle-loire").add("salle-rhone"));
    assertThat(placed(any, MONDAYS).statusCode()).isEqualTo(201);
    assertThat(coop.one("""
        SELECT string_agg(r.slug, ' ' ORDER BY b.starts_at) FROM booking b
          JOIN booked k ON k.booking_id = b.id JOIN resource r ON r.id = k.resource_id WHERE b.series_id IS NOT NULL
        """)).isEqualTo("salle-rhone salle-loire salle-loire salle-rhone");
  }

  @Test
  void aSeriesThatFillsAQuotaMovesWithinIt() {
    quota("bookings 4 month", "salle-loire");
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    assertThat(mondays.move("2027-01-04", "all", "14:00", "15:00").statusCode()).isEqualTo(200);
    quota("minutes 240 month", "salle-loire");
    var longer = mondays.move("2027-01-04", "all", "14:00", "15:30");
    assertThat(longer.statusCode()).isEqualTo(409);
    assertThat(longer.body()).contains("\"rule\":\"quota\"");
  }

  @Test
  void soManyToComeAreStillSoManyWhenTheyMove() {
    coop.sql(
        "UPDATE resource SET policy = policy || '{\"futureBookingsPerMember\":4}' WHERE slug = 'salle-loire'");
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    assertThat(mondays.move("2027-01-04", "all", "14:00", "15:00").statusCode()).isEqualTo(200);
    coop.sql(
        "UPDATE resource SET policy = policy || '{\"futureBookingsPerMember\":3}' WHERE slug = 'salle-loire'");
    assertThat(Dates.refused(mondays.move("2027-01-04", "all", "16:00", "17:00")))
        .containsExactly("01-25T16:00 rule");
  }

  @Test
  void whoeverWaitsForOneOfTheDatesIsOfferedItFirst() {
    coop.sql("""
        INSERT INTO waiting (member_id, resource_id, starts_at, ends_at, created_at)
        SELECT m.id, r.id, '2027-01-18 08:00Z', '2027-01-18 09:00Z', now() FROM member m, resource r
         WHERE m.email = 'emile@demo.test' AND r.slug = 'salle-loire'
        """);
    var answer = placed(new JsonObject().put("resource", "salle-loire"), MONDAYS);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Dates.refused(answer)).containsExactly("01-18T09:00 taken");
    assertThat(coop.one("SELECT state FROM waiting")).isEqualTo("offered");
    var free = new JsonObject().put("resource", "salle-loire").put("onConflict", "free");
    assertThat(Dates.refused(placed(free, MONDAYS))).containsExactly("01-18T09:00 taken");
  }

  @Test
  void inAPoolWhoeverHasItForDaysMakesRoomForADateAsForABooking() {
    coop.sql(
        "UPDATE unit SET retired_at = now() WHERE resource_id = (SELECT id FROM resource WHERE slug = 'videoprojecteur') AND label LIKE '%3'");
    var unit = coop.one(
        "SELECT min(u.id) FROM unit u JOIN resource r ON r.id = u.resource_id WHERE r.slug = 'videoprojecteur'");
    coop.sql(
        "UPDATE resource SET policy = (SELECT policy FROM resource WHERE slug = 'zoe-bleue') WHERE slug = 'videoprojecteur'");
    var pinned = new JsonObject()
        .put("resource", "videoprojecteur")
        .put("unit", unit)
        .put("start", at("2027-01-06", "09:30"))
        .put("end", at("2027-01-09", "09:00"));
    var pin = new JsonObject(coop.as("diane").post("/api/v1/bookings", pinned).body());
    coop.as("emile").book("videoprojecteur", at("2027-01-06", "09:30"), at("2027-01-09", "09:00"));
    coop.as("diane")
        .post("/api/v1/bookings/" + pin.getString("id") + "/cancellation", new JsonObject());
    var before =
        pinned.put("start", at("2027-01-03", "09:00")).put("end", at("2027-01-06", "09:30"));
    assertThat(coop.as("diane").post("/api/v1/bookings", before).statusCode()).isEqualTo(201);
    assertThat(coop.one("SELECT count(DISTINCT unit_id) FROM occupancy")).isEqualTo("2");
    var answer = placed(
        new JsonObject().put("resource", "videoprojecteur"), "2027-01-06 FREQ=WEEKLY;COUNT=3");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void aRuleThatCannotBeReadIsToldBeforeARoomThatIsNotThere() {
    var nowhere = new JsonObject().put("resource", "salle-nulle-part");
    assertThat(placed(nowhere.copy(), "2027-01-04 FREQ=NEVER").statusCode()).isEqualTo(400);
    assertThat(placed(nowhere.copy(), "2027-01-04 FREQ=HOURLY;COUNT=2").statusCode())
        .isEqualTo(400);
    assertThat(placed(nowhere.copy(), MONDAYS).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> placed(JsonObject wish, String firstAndRule) {
    return coop.as("bruno").post("/api/v1/bookings", Dates.wished(wish, firstAndRule));
  }

  /** @param what measure, amount, period */
  private void quota(String what, String resource) {
    var said = what.split(" ");
    coop.sql("""
        WITH made AS (
          INSERT INTO quota (site_id, name, measure, amount, period, holder)
          SELECT id, 'Petites salles', '%s', %s, '%s', 'member' FROM site WHERE slug = 'lyon' RETURNING id)
        INSERT INTO quota_resource SELECT made.id, r.id FROM made, resource r WHERE r.slug = '%s'
        """.formatted(said[0], said[1], said[2], resource));
  }
}
