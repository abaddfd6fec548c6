package coop.maillon.booking.series;

import static coop.maillon.booking.series.Dates.at;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One series in many hands at once; whatever happens, each date that stands has its place on the ledger and no other. */
class SeriesRaceTest {

  private static final LocalDate FIRST = LocalDate.parse("2027-01-04");

  private static Coop coop;

  @BeforeAll
  static void start() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
  }

  @AfterAll
  static void stop() {
    coop.close();
  }

  @BeforeEach
  void nothingIsBooked() {
    coop.empty("booking, hold, waiting, series, event, outbox");
  }

  @Test
  void ofTwentyWhoMoveTheWholeSeriesOnTheSameVersionOneDoes() {
    var days = Dates.book(coop, "bruno", "salle-loire", "2027-01-04 FREQ=WEEKLY;COUNT=20");
    var id = days.id("2027-01-04");
    var answers = together(
        20,
        i -> coop.as("bruno")
            .with("If-Match", "1")
            .patch(
                "/api/v1/bookings/" + id,
                Dates.slot(
                        "2027-01-04",
                        "%02d:00".formatted(10 + i % 8),
                        "%02d:00".formatted(11 + i % 8))
                    .put("scope", "all")));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 412).hasSize(19);
    assertThat(days.standing().stream().map(start -> start.substring(6)).distinct())
        .hasSize(1);
    isConsistent(20);
  }

  @Test
  void twentyWhoMoveCancelAddAndUndoAtOnceLeaveItWhole() {
    var days = Dates.book(coop, "bruno", "salle-loire", "2027-01-04 FREQ=WEEKLY;COUNT=24");
    for (int round = 0; round < 4; round++) {
      var answers = together(20, i -> act(days, i));
      assertThat(answers).allMatch(answer -> answer.statusCode() < 500);
    }
    isConsistent(24);
    assertThat(coop.one("SELECT count(*) FROM booking b JOIN series s ON s.id = b.series_id"
            + " WHERE b.series_date NOT IN (SELECT series_date FROM booking)"))
        .isEqualTo("0");
  }

  private static HttpResponse<String> act(Dates days, int i) {
    var day = FIRST.plusWeeks(i).toString();
    return switch (i % 5) {
      case 0 -> days.move(day, "following", "10:00", "11:00");
      case 1 -> days.cancel(day, i % 2 == 0 ? "one" : "following");
      case 2 -> days.undo(day);
      case 3 -> days.move(day, "all", "11:30", "12:30");
      default -> days.add(day, "09:00");
    };
  }

  @Test
  void whileTheSeriesMovesTwentyOthersBookAndNoHourIsTakenTwice() {
    var days = Dates.book(coop, "bruno", "salle-loire", "2027-01-04 FREQ=WEEKLY;COUNT=20");
    var answers = together(
        21,
        i -> i == 0
            ? days.move("2027-01-04", "all", "14:00", "15:00")
            : coop.as(i % 2 == 0 ? "diane" : "emile")
                .book(
                    "salle-loire",
                    at(FIRST.plusWeeks(i - 1).toString(), "14:00"),
                    at(FIRST.plusWeeks(i - 1).toString(), "15:00")));
    boolean moved = answers.get(0).statusCode() == 200;
    long booked =
        answers.stream().skip(1).filter(answer -> answer.statusCode() == 201).count();
    assertThat(answers).allMatch(answer -> answer.statusCode() < 500);
    assertThat(booked).isEqualTo(moved ? 0 : 20);
    assertThat(days.standing()).allMatch(start -> start.endsWith(moved ? "14:00" : "09:00"));
    isConsistent(20);
  }

  @Test
  void twentySeriesInTwoRoomsThatChangePlacesNeverDeadlock() {
    var all = List.of("ada", "chloe", "bruno", "diane", "emile").stream()
        .flatMap(who -> List.of("salle-loire", "salle-rhone").stream()
            .map(room -> Dates.book(coop, who, room, hour(who, room) + " FREQ=WEEKLY;COUNT=10")))
        .toList();
    var answers = together(20, i -> {
      var one = all.get(i % all.size());
      var day = coop.one("SELECT series_date::date FROM booking WHERE series_id = " + one.series()
          + " ORDER BY series_date LIMIT 1");
      var room = i % 2 == 0 ? "salle-rhone" : "salle-loire";
      return one.change(day, "all", new JsonObject().put("resource", room));
    });
    assertThat(answers).allMatch(answer -> answer.statusCode() < 500);
    isConsistent(100);
  }

  /** Everybody has days of their own in each room. */
  private static String hour(String who, String room) {
    int day = List.of("ada", "chloe", "bruno", "diane", "emile").indexOf(who);
    return FIRST.plusDays(day).plusWeeks(room.equals("salle-loire") ? 0 : 20).toString();
  }

  @Test
  void fourHundredDatesAreMovedCancelledAndTakenBackInOneGoEach() {
    var days = Dates.book(coop, "bruno", "bureaux-calmes", "2027-01-01 FREQ=DAILY;COUNT=400");
    days.move("2027-01-01", "one", "09:00", "10:30");
    days.undo("2027-01-01");
    long began = System.nanoTime();
    assertThat(days.move("2027-01-01", "all", "14:00", "15:00").statusCode()).isEqualTo(200);
    long moved = System.nanoTime();
    assertThat(days.undo("2027-01-01").statusCode()).isEqualTo(200);
    long undone = System.nanoTime();
    assertThat(days.cancel("2027-01-01", "all").statusCode()).isEqualTo(200);
    long cancelled = System.nanoTime();
    System.out.printf(
        "400 dates: moved in %d ms, taken back in %d ms, cancelled in %d ms%n",
        (moved - began) / 1_000_000,
        (undone - moved) / 1_000_000,
        (cancelled - undone) / 1_000_000);
    assertThat(coop.one("SELECT count(*) FROM occupancy")).isEqualTo("0");
    assertThat(coop.one("SELECT count(*) FROM booking WHERE status = 'cancelled'"))
        .isEqualTo("400");
  }

  /** Each date that stands lies on the ledger exactly where its booking says; no date stands twice. */
  private static void isConsistent(int dates) {
    assertThat(coop.one("""
        SELECT count(*) FROM booking b
          FULL JOIN occupancy o ON o.booking_id = b.id
         WHERE (b.status IN ('pending', 'confirmed')) IS DISTINCT FROM (o.id IS NOT NULL)
            OR o.id IS NOT NULL AND o.during <> tstzrange(b.starts_at, b.ends_at, '[)')
        """)).isEqualTo("0");
    var standing = TestDatabase.ask(
        coop.database(),
        "SELECT member_id, series_date FROM booking WHERE series_id IS NOT NULL AND status = 'confirmed'");
    assertThat(standing).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(dates);
  }
}
