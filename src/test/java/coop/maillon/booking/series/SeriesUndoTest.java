package coop.maillon.booking.series;

import static coop.maillon.booking.series.Dates.at;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestClock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last act taken back, all dates that it reached; and dates that come back one by one. It is Tuesday 8 December 2026. */
class SeriesUndoTest {

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

  private Dates mondays;

  @BeforeEach
  void mondaysAreBooked() {
    coop.clock().set(TestClock.BEGINNING);
    coop.empty("booking, hold, waiting, series, event, outbox");
    mondays = Dates.book(coop, "bruno", "salle-loire", MONDAYS);
  }

  @Test
  void aCancellationOfAllIsTakenBackFromAnyOfThem() {
    mondays.cancel("2027-01-04", "all");
    assertThat(mondays.standing()).isEmpty();
    var answer = mondays.undo("2027-01-18");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()).getString("status")).isEqualTo("confirmed");
    assertThat(new JsonObject(answer.body()).getJsonArray("refused")).isEmpty();
    assertThat(mondays.standing()).hasSize(4);
    assertThat(mondays.undo("2027-01-18").statusCode()).isEqualTo(409);
  }

  @Test
  void fiveMinutesLaterItIsTooLate() {
    mondays.cancel("2027-01-04", "all");
    coop.clock().pass(Duration.ofMinutes(5));
    var answer = mondays.undo("2027-01-04");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("/problems/state");
  }

  @Test
  void whatSomebodyTookMeanwhileIsNamedAndTheOthersComeBack() {
    mondays.move("2027-01-04", "all", "14:00", "15:00");
    coop.as("diane").book("salle-loire", at("2027-01-11", "09:30"), at("2027-01-11", "10:30"));
    var answer = mondays.undo("2027-01-04");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Dates.refused(answer)).containsExactly("01-11T09:00 taken");
    assertThat(mondays.standing())
        .containsExactly("01-04 09:00", "01-11 14:00", "01-18 09:00", "01-25 09:00");
    mondays.move("2027-01-04", "all", "10:00", "11:00");
    assertThat(mondays.standing())
        .containsExactly("01-04 10:00", "01-11 14:00", "01-18 10:00", "01-25 10:00");
  }

  @Test
  void whereOneStaysInThePlaceOfAnotherBothStay() {
    mondays.change("2027-01-04", "all", Dates.slot("2027-01-11", "09:00", "10:00"));
    coop.as("diane").book("salle-loire", at("2027-01-04", "09:00"), at("2027-01-04", "10:00"));
    var answer = mondays.undo("2027-01-25");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Dates.refused(answer)).hasSize(4);
    assertThat(mondays.standing())
        .containsExactly("01-11 09:00", "01-18 09:00", "01-25 09:00", "02-01 09:00");
  }

  @Test
  void whatSomebodyWaitsForStaysTheirs() {
    mondays.cancel("2027-01-04", "all");
    coop.sql("""
        INSERT INTO waiting (member_id, resource_id, starts_at, ends_at, created_at)
        SELECT m.id, r.id, '2027-01-18 08:00Z', '2027-01-18 09:00Z', now() FROM member m, resource r
         WHERE m.email = 'emile@demo.test' AND r.slug = 'salle-loire'
        """);
    var answer = mondays.undo("2027-01-04");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Dates.refused(answer)).containsExactly("01-18T09:00 state");
    assertThat(mondays.standing()).containsExactly("01-04 09:00", "01-11 09:00", "01-25 09:00");
  }

  @Test
  void aSplitThatIsTakenBackLeavesOneSeriesWhateverCannotReturn() {
    mondays.move("2027-01-11", "following", "14:00", "15:00");
    coop.as("diane").book("salle-loire", at("2027-01-18", "09:00"), at("2027-01-18", "10:00"));
    var answer = mondays.undo("2027-01-11");
    assertThat(Dates.refused(answer)).containsExactly("01-18T09:00 taken");
    assertThat(mondays.standing())
        .containsExactly("01-04 09:00", "01-11 09:00", "01-18 14:00", "01-25 09:00");
    assertThat(coop.one("SELECT count(*) FROM series")).isEqualTo("1");
    assertThat(
            coop.one("SELECT count(DISTINCT series_id) FROM booking WHERE series_id IS NOT NULL"))
        .isEqualTo("1");
    mondays.move("2027-01-25", "all", "11:00", "12:00");
    assertThat(mondays.standing())
        .containsExactly("01-04 11:00", "01-11 11:00", "01-18 14:00", "01-25 11:00");
  }

  @Test
  void aDateThatWasChangedAgainStaysAndIsNamed() {
    mondays.move("2027-01-04", "all", "14:00", "15:00");
    mondays.move("2027-01-18", "one", "16:00", "17:00");
    var answer = mondays.undo("2027-01-04");
    assertThat(Dates.refused(answer)).containsExactly("01-18T16:00 state");
    assertThat(mondays.standing())
        .containsExactly("01-04 09:00", "01-11 09:00", "01-18 16:00", "01-25 09:00");
    assertThat(mondays.undo("2027-01-18").statusCode()).isEqualTo(200);
    assertThat(mondays.standing()).contains("01-18 14:00");
  }

  @Test
  void afterALaterActOnTheSeriesTheDatesReturnEachByItself() {
    mondays.move("2027-01-11", "following", "14:00", "15:00");
    mondays.move("2027-01-25", "following", "16:00", "17:00");
    var answer = mondays.undo("2027-01-18");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(mondays.standing())
        .containsExactly("01-04 09:00", "01-11 09:00", "01-18 09:00", "01-25 16:00");
    assertThat(mondays.undo("2027-01-25").statusCode()).isEqualTo(200);
    assertThat(mondays.standing()).contains("01-25 14:00");
  }

  @Test
  void aDateThatWasCancelledIsBookedAgainIfItIsFree() {
    mondays.cancel("2027-01-11", "one");
    coop.as("diane").book("salle-loire", at("2027-01-11", "09:00"), at("2027-01-11", "10:00"));
    var taken = mondays.add("2027-01-11", "09:00");
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(new JsonObject(taken.body()).getJsonArray("alternatives")).isNotEmpty();
    coop.sql("DELETE FROM occupancy WHERE booking_id = (SELECT max(id) FROM booking)");
    var back = mondays.add("2027-01-11", "09:00");
    assertThat(back.statusCode()).isEqualTo(201);
    assertThat(new JsonObject(back.body()).getString("series")).isEqualTo(mondays.series());
    assertThat(mondays.standing()).hasSize(4);
    assertThat(mondays.add("2027-01-11", "09:00").body()).contains("/problems/state");
    assertThat(mondays.add("2027-01-12", "09:00").statusCode()).isEqualTo(400);
    coop.sql("UPDATE booking SET undo_until = '2030-01-01Z' WHERE status = 'cancelled'");
  }

  @Test
  void aDateAddedBackToAMovedSeriesIsWhereTheOthersAreNow() {
    mondays.cancel("2027-01-18", "one");
    mondays.move("2027-01-04", "all", "14:00", "15:00");
    assertThat(mondays.add("2027-01-18", "09:00").statusCode()).isEqualTo(400);
    assertThat(mondays.add("2027-01-18", "14:00").statusCode()).isEqualTo(201);
    assertThat(mondays.standing()).contains("01-18 14:00").hasSize(4);
  }

  @Test
  void aSeriesIsReadByWhoeverMayChangeIt() {
    mondays.cancel("2027-01-11", "one");
    var path = "/api/v1/series/" + mondays.series();
    var dates = new JsonObject(coop.as("bruno").get(path).body()).getJsonArray("dates");
    assertThat(dates).hasSize(4);
    assertThat(dates.getJsonObject(1).getValue("booking")).isNull();
    assertThat(dates.getJsonObject(2).getJsonObject("booking").getString("id"))
        .isEqualTo(mondays.id("2027-01-18"));
    assertThat(coop.as("chloe").get(path).statusCode()).isEqualTo(200);
    assertThat(coop.as("diane").get(path).statusCode()).isEqualTo(404);
    assertThat(coop.as("diane")
            .post(path + "/dates", new JsonObject().put("start", at("2027-01-11", "09:00")))
            .statusCode())
        .isEqualTo(404);
  }
}
