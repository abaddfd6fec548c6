package coop.maillon.booking.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bruno's series of four Thursdays in the Salle Loire, from its pages, without script. It is Tuesday 8 December 2026. */
class SeriesActPageTest {

  private static final String LAST = "2026-12-31";

  private Coop coop;
  private Visitor bruno;
  private List<String> ids = List.of();

  @BeforeEach
  void open() {
    coop = Coop.start();
    bruno = coop.browser("bruno");
    coop.as("bruno")
        .post(
            "/api/v1/bookings",
            new JsonObject()
                .put("resource", "salle-loire")
                .put("start", "2026-12-10T09:00:00+01:00")
                .put("end", "2026-12-10T10:00:00+01:00")
                .put("rrule", "FREQ=WEEKLY;COUNT=4"));
    ids = TestDatabase.ask(coop.database(), "SELECT id FROM booking ORDER BY starts_at");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void aDateShowsTheOthersAndAsksHowManyAreMeant() {
    var page = bruno.get("/bookings/" + ids.get(1)).body();
    assertThat(page)
        .contains("4 dates, du jeudi 10 décembre 2026 au jeudi 31 décembre 2026")
        .contains("href=\"/bookings/" + ids.get(3) + "\"", "jeudi 31 décembre, 09:00–10:00")
        .contains("value=\"one\" checked", "Celle-ci et les suivantes");
    assertThat(coop.browser("diane").get("/bookings/" + ids.get(1)).body())
        .doesNotContain("La série", "href=\"/bookings/" + ids.get(3) + "\"");
  }

  @Test
  void oneDateIsCancelledAtOnceAndComesBackFromThePageOfAnother() {
    var gone = bruno.post("/bookings/" + ids.get(1) + "/cancellation", "scope", "one");
    assertThat(location(gone)).isEqualTo("/bookings/" + ids.get(1));
    var page = bruno.get("/bookings/" + ids.get(2)).body();
    assertThat(page).contains("3 dates, du", "Une date sans réservation", "Réserver à nouveau");
    var back = bruno.post("/bookings/" + ids.get(2) + "/series/dates", "date", "2026-12-17T09:00");
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(bruno.get(location(back)).body()).contains("4 dates, du", "Date réservée à nouveau");
  }

  @Test
  void aDateThatSomebodyTookIsRefusedWithPlacesThatAreFree() {
    bruno.post("/bookings/" + ids.get(1) + "/cancellation", "scope", "one");
    coop.as("diane").book("salle-loire", "2026-12-17T09:00:00+01:00", "2026-12-17T10:00:00+01:00");
    var refused =
        bruno.post("/bookings/" + ids.get(2) + "/series/dates", "date", "2026-12-17T09:00");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("n’est pas possible", "/bookings/new?resource=", "jeudi 17 décembre");
  }

  @Test
  void allAreCancelledOnceTheyWereLookedAtAndTakenBackTogether() {
    var looked = bruno.post("/bookings/" + ids.get(0) + "/cancellation", "scope", "all");
    assertThat(location(looked))
        .isEqualTo("/bookings/" + ids.get(0) + "/series?act=cancel&scope=all");
    assertThat(standing()).hasSize(4);
    assertThat(bruno.get(location(looked)).body())
        .contains("Annuler 4 dates", "jeudi 31 décembre", "Annuler ces 4 dates");
    var gone = send(ids.get(0), "act", "cancel", "scope", "all", "conflict", "all");
    assertThat(gone.statusCode()).isEqualTo(303);
    assertThat(standing()).isEmpty();
    assertThat(bruno.get("/bookings/" + ids.get(0)).body())
        .contains("4 dates sont annulées.", "4 dates annulées ensemble");
    var undone = bruno.post("/bookings/" + ids.get(2) + "/undo");
    assertThat(undone.statusCode()).isEqualTo(303);
    assertThat(bruno.get(location(undone)).body()).contains("4 dates sont revenues");
    assertThat(standing()).hasSize(4);
  }

  @Test
  void whatCouldNotComeBackIsNamed() {
    send(ids.get(0), "act", "cancel", "scope", "all", "conflict", "all");
    coop.as("diane").book("salle-loire", "2026-12-17T09:00:00+01:00", "2026-12-17T10:00:00+01:00");
    var undone = bruno.post("/bookings/" + ids.get(0) + "/undo");
    assertThat(bruno.get(location(undone)).body())
        .contains("3 dates sont revenues", "Pas possible", "jeudi 17 décembre");
  }

  @Test
  void thisAndFollowingAreShownDateByDateBeforeTheyMove() {
    takenAtTwo();
    var looked = bruno.post(
        "/bookings/" + ids.get(1) + "/move", typed("following", "2026-12-17", "14:00", "15:00"));
    assertThat(looked.statusCode()).isEqualTo(303);
    assertThat(bruno.get(location(looked)).body())
        .contains("Déplacer 3 dates", "2 sur 3 possibles", "Pas possible", "Maintenant")
        .contains("Déplacer les dates possibles", "Déplacer avec les remplacements choisis");
    assertThat(standing()).allMatch(date -> date.endsWith("09:00"));
  }

  @Test
  void aDateThatCannotFollowGetsTheOtherPlaceThatWasChosen() {
    takenAtTwo();
    var all = send(ids.get(1), moving("all", ""));
    assertThat(all.statusCode()).isEqualTo(409);
    assertThat(all.body()).contains("Pas possible");
    var instead = "2026-12-24T09:00=salle-rhone/2026-12-24T13:00:00Z/2026-12-24T14:00:00Z";
    var moved = send(ids.get(1), moving("instead", instead));
    assertThat(standing())
        .containsExactly(
            "salle-loire 12-10 09:00",
            "salle-loire 12-17 14:00",
            "salle-rhone 12-24 14:00",
            "salle-loire 12-31 14:00");
    assertThat(bruno.get(location(moved)).body()).contains("3 dates sont déplacées.");
  }

  private void takenAtTwo() {
    coop.as("diane").book("salle-loire", "2026-12-24T14:30:00+01:00", "2026-12-24T15:00:00+01:00");
  }

  private static String[] typed(String scope, String date, String start, String end) {
    return new String[] {
      "scope",
      scope,
      "resource",
      "salle-loire",
      "date",
      date,
      "start",
      start,
      "end",
      end,
      "version",
      "1"
    };
  }

  private static String[] moving(String conflict, String instead) {
    return new String[] {
      "act",
      "move",
      "scope",
      "following",
      "resource",
      "salle-loire",
      "from",
      "2026-12-17T13:00:00Z",
      "to",
      "2026-12-17T14:00:00Z",
      "version",
      "1",
      "conflict",
      conflict,
      "instead",
      instead
    };
  }

  @Test
  void whatCannotBeReadStaysInTheFormWithItsScope() {
    var page =
        bruno.post("/bookings/" + ids.get(1) + "/move", typed("all", "2026-12-17", "15:00", ""));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("value=\"all\" checked");
  }

  @Test
  void aTitleForAllIsWrittenOnAll() {
    var said = bruno.post(
        "/bookings/" + ids.get(1) + "/details", "scope", "all", "title", "Point d’équipe");
    assertThat(said.statusCode()).isEqualTo(303);
    assertThat(coop.one("SELECT count(*) FROM booking WHERE title = 'Point d’équipe'"))
        .isEqualTo("4");
  }

  @Test
  void amongMyBookingsTheSeriesIsOneLineAndADateApartAnother() {
    assertThat(bruno.get("/bookings").body())
        .contains("Série : 4 dates, jusqu’au jeudi 31 décembre")
        .doesNotContain("id=\"b-" + ids.get(1));
    bruno.post(
        "/bookings/" + ids.get(1) + "/move",
        "resource",
        "salle-rhone",
        "date",
        "2026-12-17",
        "start",
        "09:00",
        "end",
        "10:00",
        "version",
        "1");
    assertThat(bruno.get("/bookings").body()).contains("Série : 3 dates", "id=\"b-" + ids.get(1));
    send(ids.get(0), "act", "cancel", "scope", "all", "conflict", "all");
    assertThat(bruno.get("/bookings?show=ended").body()).contains("Série : 4 dates ensemble");
  }

  @Test
  void nobodyElseDoesAnythingToIt() {
    var diane = coop.browser("diane");
    var path = "/bookings/" + ids.get(0) + "/series";
    assertThat(diane.get(path + "?act=cancel&scope=all").statusCode()).isEqualTo(403);
    assertThat(diane.post(path, "act", "cancel", "scope", "all").statusCode()).isEqualTo(403);
    assertThat(diane.post(path + "/dates", "date", LAST + "T09:00").statusCode())
        .isEqualTo(403);
    assertThat(standing()).hasSize(4);
  }

  private HttpResponse<String> send(String booking, String... namesAndValues) {
    return bruno.post("/bookings/" + booking + "/series", namesAndValues);
  }

  private List<String> standing() {
    return TestDatabase.ask(coop.database(), """
        SELECT r.slug, to_char(b.starts_at AT TIME ZONE 'Europe/Paris', 'MM-DD HH24:MI') FROM booking b
          JOIN booked k ON k.booking_id = b.id JOIN resource r ON r.id = k.resource_id
         WHERE b.series_id IS NOT NULL AND b.status = 'confirmed' ORDER BY b.starts_at
        """);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
