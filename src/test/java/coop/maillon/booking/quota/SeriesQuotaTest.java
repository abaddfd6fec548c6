package coop.maillon.booking.quota;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A series counts its own dates against the quota. It is Tuesday 8 December 2026. */
class SeriesQuotaTest {

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
    Quoted.member(coop, "bookings 3 month", "bureaux-calmes");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void itSaysAtWhichDateTheQuotaIsCrossed() {
    var answer = book("all");
    assertThat(answer.statusCode()).isEqualTo(409);
    var refused = new JsonObject(answer.body()).getJsonArray("refused");
    assertThat(starts(refused)).containsExactly("2027-01-25T10:00:00+01:00");
    var why = refused.getJsonObject(0).getJsonObject("problem");
    assertThat(why.getString("type")).isEqualTo("/problems/rule");
    assertThat(why.encode()).contains("\"rule\":\"quota\"").contains("en janvier 2027");
    assertThat(coop.one("SELECT count(*) FROM booking")).isEqualTo("0");
  }

  @Test
  void whatFitsIntoEachMonthIsBooked() {
    var answer = book("free");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(starts(new JsonObject(answer.body()).getJsonArray("bookings")))
        .hasSize(7)
        .contains("2027-01-18T10:00:00+01:00", "2027-02-01T10:00:00+01:00");
  }

  @Test
  void ofTwentySeriesOfOneMemberThreeBookingsStandInJanuary() {
    together(20, i -> book("free"));
    assertThat(coop.one("SELECT count(*) FROM booking WHERE starts_at >= '2027-01-01'"
            + " AND starts_at < '2027-02-01' AND status = 'confirmed'"))
        .isEqualTo("3");
  }

  /** On Mondays: two dates are in December, four in January, two in February. */
  private HttpResponse<String> book(String conflict) {
    return coop.as("bruno")
        .post(
            "/api/v1/bookings",
            new JsonObject()
                .put("resource", "bureaux-calmes")
                .put("start", "2026-12-21T10:00:00+01:00")
                .put("end", "2026-12-21T12:00:00+01:00")
                .put("rrule", "FREQ=WEEKLY;COUNT=8")
                .put("onConflict", conflict));
  }

  private static List<String> starts(JsonArray dates) {
    return dates.stream().map(one -> ((JsonObject) one).getString("start")).toList();
  }
}
