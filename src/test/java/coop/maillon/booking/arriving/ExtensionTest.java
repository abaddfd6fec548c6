package coop.maillon.booking.arriving;

import static coop.maillon.booking.arriving.Stays.why;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staying longer, if it is free. */
class ExtensionTest {

  private static Stays stays;

  @BeforeAll
  static void start() {
    stays = new Stays();
  }

  @AfterAll
  static void stop() {
    stays.close();
  }

  @BeforeEach
  void anew() {
    stays.anew();
  }

  @Test
  void whatIsFreeBehindItIsHadInOneAct() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "11:00");
    stays.checksIn("bruno", booking);
    var longer = new JsonObject(stays.staysUntil("bruno", booking, "11:15").body());
    assertThat(longer.getString("end")).isEqualTo("2026-12-08T11:15:00+01:00");
    assertThat(longer.getString("status")).isEqualTo("started");
    assertThat(stays.free("salle-loire")).isEqualTo("10:00-10:15 11:15-20:00");
  }

  @Test
  void whereSomebodyComesNextItIsRefusedWithRoomsForTheTimeBeyond() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "11:00");
    stays.booked("diane", "salle-loire", "11:15", "12:00");
    var answer = stays.staysUntil("bruno", booking, "11:30");
    assertThat(why(answer)).isEqualTo("409 /problems/taken");
    var alternatives =
        new JsonObject(answer.body()).getJsonArray("alternatives").encode();
    assertThat(alternatives)
        .doesNotContain("T10:")
        .contains(
            "{\"resource\":\"salle-loire\",\"start\":\"2026-12-08T11:00:00+01:00\",\"end\":\"2026-12-08T11:15:00+01:00\"}")
        .contains(
            "\"salle-fourviere-nord\",\"start\":\"2026-12-08T11:00:00+01:00\",\"end\":\"2026-12-08T11:30:00+01:00\"");
    assertThat(stays.staysUntil("bruno", booking, "11:15").statusCode()).isEqualTo(200);
  }

  @Test
  void itIsJudgedByTheRulesOfItsResource() {
    stays.asks("salle-loire", "\"maxMinutes\":60");
    var booking = stays.booked("bruno", "salle-loire", "10:15", "11:00");
    var answer = stays.staysUntil("bruno", booking, "11:30");
    assertThat(why(answer)).isEqualTo("422 /problems/rule");
    assertThat(answer.body()).contains("max-duration");
    assertThat(stays.staysUntil("bruno", booking, "11:10").body()).contains("granularity");
  }

  @Test
  void itIsNotLongerWhereItEndsNoLater() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "11:00");
    assertThat(why(stays.staysUntil("bruno", booking, "11:00"))).isEqualTo("409 /problems/state");
    assertThat(stays.staysUntil("bruno", booking, "2029-01-01T11:00").statusCode())
        .isEqualTo(400);
    assertThat(stays.act("bruno", booking, "extension").statusCode()).isEqualTo(400);
  }

  @Test
  void whatWouldNeedAYesIsNotHadAtTheDoor() {
    stays.asks("salle-loire", "\"approvalAboveMinutes\":60");
    var booking = stays.booked("bruno", "salle-loire", "10:15", "11:15");
    assertThat(why(stays.staysUntil("bruno", booking, "11:30"))).isEqualTo("409 /problems/state");
    assertThat(stays.seen("bruno", booking).getString("status")).isEqualTo("started");
  }

  @Test
  void whatOneHasInHandsStaysThatOneAndWhoeverComesNextGoesToAnother() {
    var booking = stays.booked("bruno", "videoprojecteur", "10:15", "11:30");
    stays.checksIn("bruno", booking);
    var unit = stays.seen("bruno", booking).getString("unit");
    var next = stays.booked("diane", "videoprojecteur", "11:30", "12:30");
    assertThat(stays.unitOf(next)).isEqualTo(unit);
    var longer = new JsonObject(stays.staysUntil("bruno", booking, "11:45").body());
    assertThat(longer.getString("unit")).isEqualTo(unit);
    assertThat(stays.unitOf(next)).isNotEqualTo(unit);
  }

  @Test
  void aQuotaHoldsForWhoeverStays() {
    stays.coop.sql("""
        WITH made AS (
          INSERT INTO quota (site_id, name, measure, amount, period, holder)
          VALUES (1, 'Loire', 'minutes', 60, 'day', 'member') RETURNING id)
        INSERT INTO quota_resource SELECT made.id, r.id FROM made, resource r WHERE r.slug = 'salle-loire'
        """);
    var booking = stays.booked("bruno", "salle-loire", "10:15", "11:00");
    assertThat(stays.staysUntil("bruno", booking, "11:30").body()).contains("\"quota\"");
    assertThat(stays.staysUntil("bruno", booking, "11:15").statusCode()).isEqualTo(200);
  }
}
