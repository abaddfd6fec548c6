package coop.maillon.booking.approval;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bruno has a place, moves it, and the move needs a yes that does not come. It is Tuesday 8 December 2026. */
class GivenUpTest {

  private Coop coop;
  private String booking;

  @BeforeEach
  void open() {
    coop = Coop.start();
    coop.sql("UPDATE resource SET policy = policy || '{\"approval\":\"always\"}'"
        + " WHERE slug = 'salle-rhone'");
    booking = new JsonObject(coop.as("bruno")
            .book("salle-loire", "2026-12-14T10:00:00+01:00", "2026-12-14T11:00:00+01:00")
            .body())
        .getString("id");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void refusedAfterTwoMovesItIsBackAtItsFirstPlace() {
    moves("2026-12-15");
    moves("2026-12-16");
    assertThat(refused().getString("status")).isEqualTo("confirmed");
    assertThat(seen().getString("start")).isEqualTo("2026-12-14T10:00:00+01:00");
    assertThat(seen().getString("resource")).isEqualTo("salle-loire");
  }

  @Test
  void aPlaceThatHasPassedMeanwhileIsNotGivenBack() {
    moves("2026-12-18");
    coop.clock().set(Instant.parse("2026-12-14T11:00:00Z"));
    assertThat(refused().getString("status")).isEqualTo("rejected");
  }

  private void moves(String day) {
    var to = new JsonObject()
        .put("resource", "salle-rhone")
        .put("start", day + "T10:00:00+01:00")
        .put("end", day + "T11:00:00+01:00");
    var moved = coop.as("bruno")
        .with("If-Match", seen().getInteger("version").toString())
        .patch("/api/v1/bookings/" + booking, to);
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    assertThat(seen().getString("status")).isEqualTo("pending");
  }

  private JsonObject refused() {
    var no = new JsonObject().put("approved", false).put("reason", "Conseil");
    return new JsonObject(
        coop.as("ada").post("/api/v1/bookings/" + booking + "/approval", no).body());
  }

  private JsonObject seen() {
    return new JsonObject(coop.as("bruno").get("/api/v1/bookings/" + booking).body());
  }
}
