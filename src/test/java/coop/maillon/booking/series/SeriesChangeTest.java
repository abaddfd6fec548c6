package coop.maillon.booking.series;

import static coop.maillon.booking.series.Dates.at;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestClock;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One date, this and following, or all of them: changed and cancelled. It is Tuesday 8 December 2026. */
class SeriesChangeTest {

  private static final String MONDAYS = "2027-01-04 FREQ=WEEKLY;COUNT=4";

  private static Coop coop;

  @BeforeAll
  static void start() {
    coop = Coop.start();
  }

  @AfterAll
  static void stop() {
    coop.close();
  }

  @BeforeEach
  void nothingIsBooked() {
    coop.clock().set(TestClock.BEGINNING);
    coop.empty("booking, hold, waiting, series, event, outbox");
    coop.sql("UPDATE resource SET policy = policy - 'deadlineMinutes'");
  }

  @Test
  void allMoveTogetherAndTheAnswerIsTheBooking() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    var answer = mondays.move("2027-01-11", "all", "14:00", "15:30");
    assertThat(answer.statusCode()).isEqualTo(200);
    var booking = new JsonObject(answer.body());
    assertThat(booking.getString("id")).isEqualTo(mondays.id("2027-01-11"));
    assertThat(booking.getString("start")).isEqualTo(at("2027-01-11", "14:00"));
    assertThat(booking.getInteger("version")).isEqualTo(mondays.version("2027-01-11"));
    assertThat(booking.getString("series")).isEqualTo(mondays.series());
    assertThat(mondays.standing())
        .containsExactly("01-04 14:00", "01-11 14:00", "01-18 14:00", "01-25 14:00");
    assertThat(coop.one(
            "SELECT count(*) FROM occupancy WHERE upper(during) - lower(during) = '90 minutes'"))
        .isEqualTo("4");
  }

  @Test
  void aWeekLaterEachTakesThePlaceOfTheNext() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    var answer = mondays.change("2027-01-04", "all", Dates.slot("2027-01-11", "09:00", "10:00"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(mondays.standing())
        .containsExactly("01-11 09:00", "01-18 09:00", "01-25 09:00", "02-01 09:00");
  }

  @Test
  void thisAndFollowingBecomeASeriesOfTheirOwn() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    assertThat(mondays.move("2027-01-18", "following", "11:00", "12:00").statusCode())
        .isEqualTo(200);
    assertThat(mondays.standing())
        .containsExactly("01-04 09:00", "01-11 09:00", "01-18 11:00", "01-25 11:00");
    assertThat(coop.one("SELECT split_from FROM series ORDER BY id DESC LIMIT 1"))
        .isEqualTo(mondays.series());
    mondays.move("2027-01-25", "all", "16:00", "17:00");
    assertThat(mondays.standing())
        .containsExactly("01-04 09:00", "01-11 09:00", "01-18 16:00", "01-25 16:00");
  }

  @Test
  void whatHasBegunIsNeverChangedNorCancelled() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    coop.clock().set(Instant.parse("2027-01-11T08:30:00Z"));
    mondays.move("2027-01-18", "all", "11:00", "12:00");
    assertThat(mondays.standing())
        .containsExactly("01-04 09:00", "01-11 09:00", "01-18 11:00", "01-25 11:00");
    assertThat(mondays.cancel("2027-01-04", "all").statusCode()).isEqualTo(200);
    assertThat(mondays.standing()).containsExactly("01-04 09:00", "01-11 09:00");
    assertThat(mondays.cancel("2027-01-04", "all").statusCode()).isEqualTo(409);
  }

  @Test
  void aDateWithAPlaceOfItsOwnKeepsItAndSaysWhatAllSay() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    mondays.move("2027-01-11", "one", "17:00", "18:00");
    mondays.change(
        "2027-01-04",
        "all",
        Dates.slot("2027-01-04", "10:00", "11:00").put("title", "Point d’équipe"));
    assertThat(mondays.standing())
        .containsExactly("01-04 10:00", "01-11 17:00", "01-18 10:00", "01-25 10:00");
    assertThat(coop.one("SELECT count(*) FROM booking WHERE title = 'Point d’équipe'"))
        .isEqualTo("4");
  }

  @Test
  void allFollowTheDateThatTheyAreAskedToFollowHoweverFarItWas() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    mondays.move("2027-01-11", "one", "17:00", "18:00");
    mondays.move("2027-01-11", "all", "16:00", "18:00");
    assertThat(mondays.standing())
        .containsExactly("01-04 16:00", "01-11 16:00", "01-18 16:00", "01-25 16:00");
  }

  @Test
  void aTitleOfOnesOwnStaysWhereTheOthersDoNotChangeIt() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    mondays.change("2027-01-11", "one", new JsonObject().put("title", "Bilan"));
    mondays.change("2027-01-18", "following", new JsonObject().put("private", true));
    mondays.move("2027-01-04", "all", "12:00", "13:00");
    assertThat(mondays.standing()).allMatch(start -> start.endsWith("12:00"));
    assertThat(
            coop.one("SELECT string_agg(title || private, ' ' ORDER BY series_date) FROM booking"))
        .isEqualTo("false Bilanfalse true true");
    assertThat(coop.one("SELECT count(*) FROM series")).isEqualTo("1");
  }

  @Test
  void anotherRoomForAllOfThem() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    var answer =
        mondays.change("2027-01-11", "following", new JsonObject().put("resource", "salle-rhone"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(coop.one("""
        SELECT string_agg(r.slug, ' ' ORDER BY b.series_date)
          FROM booking b JOIN booked k ON k.booking_id = b.id JOIN resource r ON r.id = k.resource_id
        """)).isEqualTo("salle-loire salle-rhone salle-rhone salle-rhone");
    assertThat(coop.one("SELECT count(DISTINCT series_id) FROM booking")).isEqualTo("2");
  }

  @Test
  void oneThatCannotBeHadKeepsAllWhereTheyAreAndEachRefusedOneIsNamedWithWaysOut() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    coop.as("diane").book("salle-loire", at("2027-01-11", "14:00"), at("2027-01-11", "15:00"));
    coop.as("diane").book("salle-loire", at("2027-01-25", "14:30"), at("2027-01-25", "15:00"));
    var answer = mondays.move("2027-01-04", "all", "14:00", "15:00");
    assertThat(answer.statusCode()).isEqualTo(409);
    var problem = new JsonObject(answer.body());
    assertThat(problem.getString("type")).isEqualTo("/problems/series");
    assertThat(problem.getString("detail")).contains("rien n’est changé");
    assertThat(Dates.refused(answer)).containsExactly("01-11T14:00 taken", "01-25T14:00 taken");
    assertThat(problem
            .getJsonArray("refused")
            .getJsonObject(0)
            .getJsonObject("problem")
            .getJsonArray("alternatives"))
        .isNotEmpty();
    assertThat(mondays.standing()).allMatch(start -> start.endsWith("09:00"));
    assertThat(coop.one("SELECT max(version) FROM booking")).isEqualTo("1");
  }

  @Test
  void thoseThatCanBeHadMoveWhereThatIsWantedAndTheOthersStay() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    coop.as("diane").book("salle-loire", at("2027-02-01", "09:00"), at("2027-02-01", "10:00"));
    var answer = mondays.change(
        "2027-01-04", "all", Dates.slot("2027-01-11", "09:00", "10:00").put("onConflict", "free"));
    // The last cannot move, so the one before it cannot take its place, and so on.
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Dates.refused(answer)).hasSize(4);
    coop.as("diane").book("salle-loire", at("2027-01-18", "15:00"), at("2027-01-18", "16:00"));
    var other = mondays.change(
        "2027-01-04", "all", Dates.slot("2027-01-04", "15:00", "16:00").put("onConflict", "free"));
    assertThat(Dates.refused(other)).containsExactly("01-18T15:00 taken");
    assertThat(mondays.standing())
        .containsExactly("01-04 15:00", "01-11 15:00", "01-18 09:00", "01-25 15:00");
  }

  @Test
  void eachDateHasItsOwnDeadline() {
    coop.sql(
        "UPDATE resource SET policy = policy || '{\"deadlineMinutes\":10080}' WHERE slug = 'salle-loire'");
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    coop.clock().set(Instant.parse("2027-01-01T09:00:00Z"));
    var answer = mondays.cancel("2027-01-04", "all");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Dates.refused(answer)).containsExactly("01-04T09:00 rule");
    assertThat(answer.body()).contains("\"rule\":\"deadline\"");
    assertThat(mondays.standing()).hasSize(4);
    assertThat(mondays.cancel("2027-01-11", "following").statusCode()).isEqualTo(200);
    assertThat(mondays.standing()).containsExactly("01-04 09:00");
  }

  @Test
  void whereApprovalIsAskedEachDateWaitsForItAtItsNewPlace() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    mondays.change("2027-01-18", "following", new JsonObject().put("resource", "studio"));
    assertThat(coop.one("SELECT string_agg(status, ' ' ORDER BY series_date) FROM booking"))
        .isEqualTo("confirmed confirmed pending pending");
  }

  @Test
  void aBookingWithoutASeriesIsAloneWhateverTheScope() {
    var single =
        coop.as("bruno").book("salle-loire", at("2027-01-04", "09:00"), at("2027-01-04", "10:00"));
    var id = new JsonObject(single.body()).getString("id");
    var moved = coop.as("bruno")
        .with("If-Match", "1")
        .patch(
            "/api/v1/bookings/" + id,
            Dates.slot("2027-01-04", "11:00", "12:00").put("scope", "all"));
    assertThat(moved.statusCode()).isEqualTo(200);
    var path = "/api/v1/bookings/" + id + "/cancellation";
    assertThat(
            coop.as("bruno").post(path, new JsonObject().put("scope", "some")).statusCode())
        .isEqualTo(400);
    var gone = coop.as("bruno").post(path, new JsonObject().put("scope", "following"));
    assertThat(new JsonObject(gone.body()).getString("status")).isEqualTo("cancelled");
  }

  @Test
  void whoeverMayNotChangeItMayNotChangeItsSeriesAndTheVersionCounts() {
    var mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
    var path = "/api/v1/bookings/" + mondays.id("2027-01-11");
    var all = Dates.slot("2027-01-11", "11:00", "12:00").put("scope", "all");
    assertThat(coop.as("diane").with("If-Match", "1").patch(path, all).statusCode())
        .isEqualTo(403);
    assertThat(coop.as("diane")
            .post(path + "/cancellation", new JsonObject().put("scope", "all"))
            .statusCode())
        .isEqualTo(403);
    assertThat(coop.as("bruno").patch(path, all).statusCode()).isEqualTo(428);
    assertThat(coop.as("bruno").with("If-Match", "7").patch(path, all).statusCode())
        .isEqualTo(412);
    assertThat(coop.as("chloe").with("If-Match", "1").patch(path, all).statusCode())
        .isEqualTo(200);
    assertThat(mondays.standing()).allMatch(start -> start.endsWith("11:00"));
  }
}
