package coop.maillon.booking.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Finding a slot by what is needed, and the list of what is shared. */
class OpeningsTest extends Forms {

  @Test
  void theEarliestComesFirstAndOneClickBooksIt() {
    book(diane(), "salle-rhone", "2026-12-09", "08:00", "10:00");
    var page = bruno()
        .get("/openings?kind=space&date=2026-12-09&from=08:00&minutes=90&capacity=12&site=lyon")
        .body();
    assertThat(page).contains("mercredi 9 décembre", "08:00–09:30", "le plus tôt", "Salle Loire");
    assertThat(page).doesNotContain("Salle Rhône", "Salle Volcan");
    var value = first(page, "name=\"alternative\" value=\"(salle-loire/[^\"]+)\"");
    var booked =
        bruno().submit("/bookings", "resource", "salle-loire", "key", "k", "alternative", value);
    assertThat(bruno().get(at(booked)).body()).contains("Salle Loire", "08:00–09:30");
  }

  @Test
  void aResourceThatIsFreeLongSaysItsNextTimes() {
    var page = bruno()
        .get("/openings?kind=space&date=2026-12-09&from=10:00&minutes=60&capacity=30&site=lyon");
    assertThat(page.body()).contains("aussi libre à 10:15, 10:30");
  }

  @Test
  void whatIsTakenMeanwhileComesBackWithOtherWays() {
    var page = bruno()
        .get("/openings?kind=space&date=2026-12-09&from=08:00&capacity=12")
        .body();
    var value = first(page, "name=\"alternative\" value=\"(salle-loire/[^\"]+)\"");
    book(diane(), "salle-loire", "2026-12-09", "08:00", "09:00");
    var refused =
        bruno().submit("/bookings", "resource", "salle-loire", "key", "k", "alternative", value);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("vient d’être pris, 08:00–09:00", "name=\"alternative\"");
  }

  @Test
  void aDayWithNothingNamesTheNearestThatHaveSome() {
    var page = bruno().get("/openings?kind=space&date=2026-12-13&minutes=60&capacity=12&site=lyon");
    assertThat(page.body())
        .contains("Rien de libre ce jour-là", "lundi 14 décembre", "date=2026-12-14");
  }

  @Test
  void whatCannotBeReadIsAsIfItWereNotSaid() {
    var page = bruno().get("/openings?kind=boat&date=soon&minutes=-4&capacity=x&site=nowhere");
    assertThat(page.statusCode()).isEqualTo(200);
  }

  @Test
  void aMisspeltWordFindsTheRoomAll() {
    assertThat(bruno().get("/resources?q=salle%20loir").body()).contains("Salle Loire");
    assertThat(bruno().get("/resources?q=saone").body())
        .contains("Salle Saône")
        .doesNotContain("Zoé bleue");
    assertThat(bruno().get("/resources?q=qwzzt").body()).contains("Rien ne correspond");
    assertThat(bruno().get("/resources?kind=vehicle&site=grenoble").body())
        .contains("Kangoo")
        .doesNotContain("Zoé bleue");
    assertThat(coop.browser("gus").get("/resources").body()).doesNotContain("Salle Volcan");
  }

  @Test
  void aResourcesPageSaysItsHoursAndRulesAndShowsItsWeek() {
    book(diane(), "salle-fourviere-nord", "2026-12-09", "10:00", "11:00");
    var page = bruno().get("/resources/salle-fourviere").body();
    assertThat(page)
        .contains("lundi – samedi", "08:00–20:00", "Par tranches de 15\u00a0min.")
        .contains("Fait de", "/resources/salle-fourviere-sud", "7\u00a0– 13 décembre");
    assertThat(bruno().get("/resources/studio").body())
        .contains("La coordination de Lyon donne son accord", "15\u00a0min de remise en ordre");
    assertThat(bruno().get("/resources/nothing").statusCode()).isEqualTo(404);
    assertThat(bruno().get("/resources/studio?week=2026-12-23").body())
        .contains("21\u00a0– 27 décembre");
  }

  @Test
  void whoeverSaysNothingOfAnotherDayIsNotOfferedItsNight() {
    var tomorrow = bruno().get("/openings?date=2026-12-09&site=lyon").body();
    assertThat(tomorrow).contains("value=\"08:00\"").doesNotContain("00:00–01:00");
    assertThat(bruno().get("/openings?date=2026-12-09&site=lyon&from=").body())
        .contains("00:00–01:00");
  }

  @Test
  void onceAWeekIsOverForAResourceItsPageShowsTheNext() {
    coop.clock().set(Instant.parse("2026-12-12T20:00:00Z"));
    var closed = bruno().get("/resources/salle-loire").body();
    var open = bruno().get("/resources/bureaux-calmes").body();
    coop.clock().set(TestClock.BEGINNING);
    assertThat(closed).contains("14\u00a0– 20 décembre", "/resources/salle-loire?week=2026-12-12");
    assertThat(open).contains("7\u00a0– 13 décembre");
  }
}
