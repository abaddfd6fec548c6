package coop.maillon.booking.arriving;

import static coop.maillon.booking.arriving.Stays.why;
import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checking in and out: who may, when, and what becomes of the time that nobody uses. */
class ArrivingTest {

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
  void oneChecksInFromAQuarterOfAnHourBeforeTheStart() {
    var booking = stays.booked("bruno", "salle-loire", "10:45", "11:45");
    stays.clock("10:29");
    assertThat(why(stays.checksIn("bruno", booking))).isEqualTo("409 /problems/state");
    stays.clock("10:30");
    var arrived = new JsonObject(stays.checksIn("bruno", booking).body());
    assertThat(arrived.getString("status")).isEqualTo("started");
    assertThat(arrived.getString("arrivedAt")).isEqualTo("2026-12-08T10:30:00+01:00");
    assertThat(why(stays.checksIn("bruno", booking))).isEqualTo("409 /problems/state");
  }

  @Test
  void theBookerTheInvitedAndTheCoordinatorsOfTheSiteMayCheckInAndNobodyElse() {
    for (String name : new String[] {"bruno", "diane", "chloe"}) {
      stays.anew();
      var booking = shared();
      assertThat(stays.checksIn("emile", booking).statusCode()).isEqualTo(403);
      assertThat(stays.checksIn("paula", booking).statusCode()).isEqualTo(403);
      assertThat(stays.checksIn(name, booking).statusCode()).as(name).isEqualTo(200);
    }
  }

  @Test
  void whoeverWasInvitedDoesNotEndItForTheOthers() {
    var booking = shared();
    stays.checksIn("diane", booking);
    assertThat(stays.checksOut("diane", booking).statusCode()).isEqualTo(403);
    assertThat(stays.staysUntil("diane", booking, "12:00").statusCode()).isEqualTo(403);
    assertThat(stays.checksOut("chloe", booking).statusCode()).isEqualTo(200);
  }

  /** The room closes after he has come and before his time begins: he is given another, and has come. */
  @Test
  void whoeverHasComeAndIsGivenAnotherRoomDoesNotLoseItForNotComing() {
    stays.asks("salle-loire", "\"checkInMinutes\":10");
    var booking = stays.booked("bruno", "salle-loire", "10:30", "12:00");
    stays.clock("10:25");
    assertThat(stays.checksIn("bruno", booking).statusCode()).isEqualTo(200);
    var closing = new JsonObject()
        .put("resource", "salle-loire")
        .put("start", Stays.at("10:26"))
        .put("end", Stays.at("20:00"))
        .put("reason", "Fuite d’eau")
        .put("apply", true);
    assertThat(stays.coop.as("chloe").post("/api/v1/closures", closing).statusCode())
        .isBetween(200, 201);
    stays.clock("11:00");
    stays.minute();
    var moved = stays.seen("bruno", booking);
    assertThat(moved.getString("resource")).isNotEqualTo("salle-loire");
    assertThat(moved.getString("status")).isEqualTo("started");
  }

  @Test
  void whereNobodyComesInTimeItIsFreedAndTheMemberIsTold() {
    stays.asks("salle-loire", "\"checkInMinutes\":10");
    var booking = stays.booked("bruno", "salle-loire", "10:30", "12:00");
    assertThat(stays.seen("bruno", booking).getString("checkInBy"))
        .isEqualTo("2026-12-08T10:40:00+01:00");
    stays.clock("10:39");
    stays.minute();
    assertThat(stays.seen("bruno", booking).getString("status")).isEqualTo("confirmed");
    stays.clock("10:40");
    stays.minute();
    assertThat(stays.seen("bruno", booking).getString("status")).isEqualTo("released");
    assertThat(stays.free("salle-loire")).isEqualTo("10:00-20:00");
    assertThat(why(stays.checksIn("bruno", booking))).isEqualTo("409 /problems/state");
    soon("Bruno is told", () -> stays.told("bruno", "booking.released") == 1);
    assertThat(stays.coop.browser("bruno").get("/inbox").body())
        .contains("Libéré faute d’arrivée\u00a0: Salle Loire, mardi 8 décembre, 10:30–12:00");
    assertThat(stays.coop.one("SELECT count(*) FROM mail m JOIN event e ON e.seq = m.seq"
            + " WHERE e.kind = 'booking.released'"))
        .isEqualTo("1");
  }

  @Test
  void whoeverCameIsNotThrownOut() {
    stays.asks("salle-loire", "\"checkInMinutes\":10");
    var booking = stays.booked("bruno", "salle-loire", "10:30", "12:00");
    stays.clock("10:39");
    assertThat(stays.checksIn("bruno", booking).statusCode()).isEqualTo(200);
    stays.clock("11:00");
    stays.minute();
    assertThat(stays.seen("bruno", booking).getString("status")).isEqualTo("started");
    stays.clock("12:00");
    assertThat(stays.seen("bruno", booking).getString("status")).isEqualTo("completed");
  }

  @Test
  void whatIsBookedAfterItBeganIsWaitedForFromThen() {
    stays.asks("salle-loire", "\"checkInMinutes\":10");
    stays.clock("10:25");
    var booking = stays.booked("bruno", "salle-loire", "10:15", "12:00");
    assertThat(stays.seen("bruno", booking).getString("checkInBy"))
        .isEqualTo("2026-12-08T10:35:00+01:00");
  }

  @Test
  void aMovedBookingIsWaitedForAtItsNewTime() {
    stays.asks("salle-loire", "\"checkInMinutes\":10");
    var booking = stays.booked("bruno", "salle-loire", "10:30", "12:00");
    var moved = stays
        .coop
        .as("bruno")
        .with("If-Match", "1")
        .patch(
            "/api/v1/bookings/" + booking,
            new JsonObject().put("start", Stays.at("14:00")).put("end", Stays.at("15:00")));
    assertThat(moved.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(moved.body()).getString("checkInBy"))
        .isEqualTo("2026-12-08T14:10:00+01:00");
  }

  @Test
  void whatIsReturnedEarlyIsFreeForOthersAtOnce() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "12:00");
    stays.checksIn("bruno", booking);
    stays.clock("10:50");
    var left = new JsonObject(stays.checksOut("bruno", booking).body());
    assertThat(left.getString("status")).isEqualTo("completed");
    assertThat(left.getString("end")).isEqualTo("2026-12-08T10:50:00+01:00");
    assertThat(stays.free("salle-loire")).isEqualTo("10:00-10:15 10:50-20:00");
    assertThat(stays.wants("diane", "salle-loire", "11:00", "12:00").statusCode())
        .isEqualTo(201);
    assertThat(why(stays.checksOut("bruno", booking))).isEqualTo("409 /problems/state");
  }

  @Test
  void whoeverWaitedIsOfferedWhatIsReturnedEarly() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "12:00");
    stays
        .coop
        .as("diane")
        .post(
            "/api/v1/waiting-list",
            new JsonObject()
                .put("resource", "salle-loire")
                .put("start", Stays.at("11:00"))
                .put("end", Stays.at("12:00")));
    stays.clock("10:30");
    stays.checksOut("bruno", booking);
    soon("Diane is offered it", () -> stays.told("diane", "waiting.offered") == 1);
  }

  @Test
  void theTimeToTidyUpStaysBehindAnEarlyReturn() {
    stays.asks("salle-loire", "\"bufferAfterMinutes\":30");
    var booking = stays.booked("bruno", "salle-loire", "10:15", "12:00");
    stays.clock("10:45");
    stays.checksOut("bruno", booking);
    assertThat(stays.free("salle-loire")).startsWith("11:15-");
  }

  @Test
  void leavingBeforeItBeganFreesAllOfIt() {
    var booking = stays.booked("bruno", "salle-loire", "10:30", "12:00");
    stays.checksIn("bruno", booking);
    stays.clock("10:20");
    assertThat(new JsonObject(stays.checksOut("bruno", booking).body()).getString("status"))
        .isEqualTo("completed");
    assertThat(stays.free("salle-loire")).isEqualTo("10:00-20:00");
  }

  @Test
  void whoeverDidNotSayThatTheyCameMayStillSayThatTheyLeave() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "12:00");
    stays.clock("11:00");
    assertThat(stays.checksOut("bruno", booking).statusCode()).isEqualTo(200);
    var later = stays.booked("bruno", "salle-rhone", "14:00", "15:00");
    assertThat(why(stays.checksOut("bruno", later))).isEqualTo("409 /problems/state");
  }

  @Test
  void whoeverIsThereCanNeitherCancelNorMoveIt() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "12:00");
    stays.checksIn("bruno", booking);
    assertThat(why(stays.act("bruno", booking, "cancellation"))).isEqualTo("409 /problems/state");
    var moved = stays
        .coop
        .as("bruno")
        .with("If-Match", "2")
        .patch("/api/v1/bookings/" + booking, new JsonObject().put("resource", "salle-rhone"));
    assertThat(why(moved)).isEqualTo("409 /problems/state");
  }

  @Test
  void onlyACarHasSomethingToReadOff() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "12:00");
    var answer = stays
        .coop
        .as("bruno")
        .post(
            "/api/v1/bookings/" + booking + "/check-in",
            new JsonObject().put("odometerKm", 12_000).put("socPct", 80));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("no-car");
    assertThat(stays.seen("bruno", booking).containsKey("arrivedAt")).isFalse();
  }

  @Test
  void aRequestThatWaitsForAYesCannotBeCheckedIn() {
    stays.coop.sql(
        "UPDATE resource SET policy = policy || '{\"approval\":\"always\"}' WHERE slug = 'salle-saone'");
    var booking = stays.booked("bruno", "salle-saone", "10:30", "12:00");
    assertThat(why(stays.checksIn("bruno", booking))).isEqualTo("409 /problems/state");
    stays.coop.sql("UPDATE resource SET policy = policy - 'approval' WHERE slug = 'salle-saone'");
  }

  private String shared() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "11:45");
    stays.coop.sql("INSERT INTO participant SELECT " + booking
        + ", id FROM member WHERE email = 'diane@demo.test'");
    return booking;
  }
}
