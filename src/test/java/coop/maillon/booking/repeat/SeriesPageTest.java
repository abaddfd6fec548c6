package coop.maillon.booking.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A series from the form: looked at date by date, then booked. It is Tuesday 8 December 2026. */
class SeriesPageTest {

  private static final String DATES =
      "resource=salle-loire&date=2026-12-10&start=09:00&end=10:00&repeat=weekly&repeat-until=2026-12-31";

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
    coop.as("diane").book("salle-loire", "2026-12-17T09:00:00+01:00", "2026-12-17T10:00:00+01:00");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void eachDateIsShownWithItsOutcomeAndNothingIsBooked() {
    var page = coop.browser("bruno").get("/series/new?" + DATES);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("3 sur 4 possibles", "jeudi 17 décembre", "Pas possible", "Salle Fourvière nord");
    assertThat(coop.one("SELECT count(*) FROM booking")).isEqualTo("1");
  }

  @Test
  void theFreeOnesAreBooked() {
    assertThat(send("free", "").statusCode()).isEqualTo(303);
    assertThat(coop.one("SELECT count(*) FROM booking WHERE series_id IS NOT NULL"))
        .isEqualTo("3");
  }

  @Test
  void aReplacementTakesThePlaceOfTheDateThatIsTaken() {
    var other = "salle-rhone/2026-12-17T08:00:00Z/2026-12-17T09:00:00Z";
    assertThat(send("instead", other).statusCode()).isEqualTo(303);
    assertThat(coop.one("SELECT count(*) FROM booking WHERE series_id IS NOT NULL"))
        .isEqualTo("4");
    assertThat(coop.one("SELECT count(*) FROM booking WHERE detached")).isEqualTo("1");
  }

  @Test
  void allOrNothingBooksNothingAndShowsTheDatesAgain() {
    var answer = send("all", "");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Pas possible");
    assertThat(coop.one("SELECT count(*) FROM booking")).isEqualTo("1");
  }

  @Test
  void sentTwiceItIsBookedOnceAndAnotherTimeIsAnotherWish() {
    send("free", "");
    assertThat(send("free", "").statusCode()).isEqualTo(303);
    assertThat(send("free", "", "11:00").statusCode()).isNotEqualTo(303);
    assertThat(coop.one("SELECT count(*) FROM booking WHERE series_id IS NOT NULL"))
        .isEqualTo("3");
  }

  private java.net.http.HttpResponse<String> send(String conflict, String instead) {
    return send(conflict, instead, "10:00");
  }

  private java.net.http.HttpResponse<String> send(String conflict, String instead, String end) {
    return coop.browser("bruno")
        .post(
            "/series",
            "resource",
            "salle-loire",
            "date",
            "2026-12-10",
            "start",
            "09:00",
            "end",
            end,
            "repeat",
            "weekly",
            "repeat-until",
            "2026-12-31",
            "conflict",
            conflict,
            "key",
            "k1",
            "instead-2026-12-17T09:00",
            instead);
  }
}
