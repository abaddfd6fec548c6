package coop.maillon.booking.quota;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twenty who book at the same moment do not get past a quota of three. It is Tuesday 8 December 2026. */
class QuotaRaceTest {

  private static final List<String> TEAM = List.of("bruno", "diane", "emile", "paula", "chloe");

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void ofTwentyBookingsOfOneMemberExactlyThreeStand() {
    Quoted.member(coop, "bookings 3 month", "bureaux-calmes");

    var answers = together(20, i -> book("bruno", "bureaux-calmes", 9 + i));

    assertThreeOf(answers);
    assertThat(refused(answers)).contains("n’avez plus de réservation en décembre 2026");
  }

  @Test
  void ofTwentyTimesTwoHoursExactlyThreeFitIntoSix() {
    Quoted.member(coop, "minutes 360 month", "bureaux-calmes");

    assertThreeOf(together(20, i -> book("bruno", "bureaux-calmes", 9 + i)));
  }

  @Test
  void aTeamOfFiveSharesItsThree() {
    Quoted.team(coop, "bookings 3 month", String.join(" ", TEAM), "bureaux-calmes");

    var answers = together(20, i -> book(TEAM.get(i % TEAM.size()), "bureaux-calmes", 9 + i));

    assertThreeOf(answers);
    assertThat(refused(answers)).contains("Atelier bois n’a plus de réservation");
    TEAM.forEach(one -> assertThat(book(one, "bureaux-calmes", 30).statusCode()).isEqualTo(422));
  }

  @Test
  void onASetOfRoomsTheThreeAreOfAllTogether() {
    Quoted.member(coop, "bookings 3 future", "bureaux-calmes", "zoe-bleue", "e208-verte");
    var rooms = List.of("bureaux-calmes", "zoe-bleue", "e208-verte");

    assertThreeOf(together(20, i -> book("bruno", rooms.get(i % 3), 9 + i)));
  }

  @Test
  void whoIsNotOfTheTeamIsNotBound() {
    Quoted.team(coop, "bookings 1 month", "bruno", "bureaux-calmes");

    var answers = together(20, i -> book("diane", "bureaux-calmes", 9 + i));

    assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
  }

  private HttpResponse<String> book(String who, String resource, int day) {
    String date = "2026-12-%02d".formatted(day);
    return coop.as(who).book(resource, date + "T10:00:00+01:00", date + "T12:00:00+01:00");
  }

  private void assertThreeOf(List<HttpResponse<String>> answers) {
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(3);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 422)
        .hasSize(17)
        .allMatch(answer -> answer.body().contains("\"rule\":\"quota\""));
    assertThat(coop.one("SELECT count(*) FROM booking")).isEqualTo("3");
  }

  private static String refused(List<HttpResponse<String>> answers) {
    return answers.stream()
        .filter(answer -> answer.statusCode() == 422)
        .findFirst()
        .map(HttpResponse::body)
        .orElseThrow();
  }
}
