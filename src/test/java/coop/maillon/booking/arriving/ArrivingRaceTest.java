package coop.maillon.booking.arriving;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Coming, staying and going, by many at the same moment. */
class ArrivingRaceTest {

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
  void ofTwentyCheckInsAtOnceOneCounts() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "11:00");
    var answers = together(20, i -> stays.checksIn(i % 2 == 0 ? "bruno" : "chloe", booking));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(19);
    assertThat(stays.coop.one("SELECT count(*) FROM event WHERE kind = 'booking.arrived'"))
        .isEqualTo("1");
    System.out.println("20 check-ins at once: 1 counts, 19 are told that it is recorded");
  }

  @Test
  void twentyReturnsAtOnceAreOne() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "12:00");
    stays.clock("10:45");
    var answers = together(20, i -> stays.checksOut("bruno", booking));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
    assertThat(stays.free("salle-loire")).isEqualTo("10:00-10:15 10:45-20:00");
  }

  @Test
  void ofTwentyWhoStayAndTwentyWhoComeNextExactlyOneHasTheTime() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "11:00");
    var answers = together(
        40,
        i -> i < 20
            ? stays.staysUntil("bruno", booking, "12:00")
            : stays.wants(i % 2 == 0 ? "diane" : "emile", "salle-loire", "11:00", "12:00"));
    var stayed = ok(answers.subList(0, 20), 200);
    var came = ok(answers.subList(20, 40), 201);
    assertThat(stayed + came).isEqualTo(1);
    assertThat(answers).allMatch(answer -> answer.statusCode() < 500);
    assertThat(stays.coop.one("SELECT count(*) FROM occupancy")).isEqualTo(came == 1 ? "2" : "1");
    System.out.printf(
        "20 extensions against 20 bookings of the next hour: %d stayed, %d came%n", stayed, came);
  }

  @Test
  void twentyExtensionsToDifferentTimesEndAtTheLatestThatWasGranted() {
    var booking = stays.booked("bruno", "salle-loire", "10:15", "10:30");
    var answers = together(
        20,
        i -> stays.staysUntil("bruno", booking, "%02d:%02d".formatted(11 + i / 4, 15 * (i % 4))));
    assertThat(answers)
        .allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 409);
    assertThat(stays.coop.one("SELECT upper(during) AT TIME ZONE 'Europe/Paris' FROM occupancy"))
        .isEqualTo("2026-12-08 15:45:00");
  }

  /** At that very moment either the one or the other, never both and never neither. */
  @RepeatedTest(10)
  void atTheLastMomentOneHasComeOrItIsFreed() {
    stays.asks("salle-loire", "\"checkInMinutes\":10");
    var booking = stays.booked("bruno", "salle-loire", "10:30", "12:00");
    stays.coop.clock().set(java.time.Instant.parse("2026-12-08T09:39:59.999Z"));
    var answers = together(20, i -> {
      if (i % 2 == 0) {
        return stays.checksIn("bruno", booking).statusCode();
      }
      stays.clock("10:40");
      stays.minute();
      return 0;
    });
    boolean came = answers.contains(200);
    assertThat(stays.coop.one("SELECT status FROM booking"))
        .isEqualTo(came ? "confirmed" : "released");
    assertThat(stays.coop.one("SELECT count(*) FROM occupancy")).isEqualTo(came ? "1" : "0");
    assertThat(answers.stream().filter(status -> status == 200).count()).isEqualTo(came ? 1 : 0);
  }

  /** The row of what is late and the booking of the time behind it never meet, whoever is first. */
  @RepeatedTest(5)
  void whatIsLateAndTwentyWhoWantTheTimeBehindItNeverMeet() {
    var booking = stays.booked("diane", "zoe-bleue", "10:15", "11:00");
    stays.checksIn("diane", booking);
    stays.clock("11:01");
    var answers = together(21, i -> {
      if (i == 0) {
        stays.minute();
        return 0;
      }
      return stays
          .wants(
              i % 2 == 0 ? "bruno" : "emile", "zoe-bleue", i % 3 == 0 ? "11:01" : "11:10", "12:00")
          .statusCode();
    });
    assertThat(answers).allMatch(status -> status == 0 || status == 201 || status == 409);
    assertThat(answers.stream().filter(status -> status == 201).count()).isLessThanOrEqualTo(1);
    assertThat(stays.coop.one("SELECT count(*) FROM booking WHERE status = 'confirmed'"))
        .isEqualTo(answers.contains(201) ? "2" : "1");
    stays.minute();
    assertThat(stays.seen("diane", booking).getBoolean("late")).isTrue();
    assertThat(stays.coop.one("SELECT count(*) FROM event WHERE kind = 'booking.overdue'"))
        .isEqualTo("1");
  }

  private static long ok(List<HttpResponse<String>> answers, int status) {
    return answers.stream().filter(answer -> answer.statusCode() == status).count();
  }
}
