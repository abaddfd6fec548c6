package coop.maillon.booking.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.booking.arriving.Stays;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coming, staying longer and leaving from a booking's page and from one's own day, without any script. */
class StayPageTest {

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
  void anArrivalThatIsDueStandsOnMyDayOnThePlanningAndOnTheBooking() {
    stays.asks("salle-loire", "\"checkInMinutes\":20");
    var booking = stays.booked("bruno", "salle-loire", "10:00", "12:00");
    var day = planning("bruno");
    assertThat(day.select(".my-day .act-now").text())
        .contains("Salle Loire, maintenant", "confirmez votre arrivée avant 10:35", "Je suis là");
    assertThat(day.select(".block.mine.due").text()).contains("à confirmer · 10:35");
    assertThat(planning("diane").select(".block.due")).isEmpty();
    var page = page("bruno", booking);
    assertThat(page.select(".state.wait").text()).isEqualTo("Arrivée à confirmer avant 10:35");
    assertThat(page.text()).contains("avant 10:35, sinon le créneau est libéré");
  }

  @Test
  void oneClickOnMyDayChecksInAndLeadsBackToThePlanning() {
    stays.asks("salle-loire", "\"checkInMinutes\":20");
    stays.booked("bruno", "salle-loire", "10:00", "12:00");
    var form = planning("bruno").expectFirst(".my-day form");
    var answer = stays
        .coop
        .browser("bruno")
        .submit(
            form.attr("action"), "next", form.expectFirst("input[name=next]").val());
    assertThat(location(answer)).isEqualTo("/?site=lyon&date=2026-12-08");
    var after = planning("bruno");
    assertThat(after.select(".my-day .act-now")).isEmpty();
    assertThat(after.select(".my-day form button").text()).contains("Prolonger à 12:15");
    assertThat(after.select(".block.due")).isEmpty();
  }

  @Test
  void whereSomebodyComesNextMyDayOffersNoMoreTime() {
    stays.booked("bruno", "salle-loire", "10:00", "12:00");
    stays.booked("diane", "salle-loire", "12:00", "13:00");
    assertThat(planning("bruno").select(".my-day form")).isEmpty();
    var page = page("bruno", stays.coop.one("SELECT id FROM booking ORDER BY id LIMIT 1"));
    assertThat(page.select("button[name=end]")).isEmpty();
  }

  @Test
  void aRefusedExtensionShowsWhatElseIsFreeForTheTimeBeyond() {
    var booking = stays.booked("bruno", "salle-loire", "10:00", "12:00");
    var page = page("bruno", booking);
    stays.booked("diane", "salle-loire", "12:00", "13:00");
    var end = page.expectFirst("button[name=end]").val();
    var refused =
        stays.coop.browser("bruno").submit("/bookings/" + booking + "/extension", "end", end);
    assertThat(refused.statusCode()).isEqualTo(409);
    var form = Jsoup.parse(refused.body()).expectFirst("form[action=/bookings]");
    var way = form.expectFirst("button[name=alternative]");
    assertThat(way.text()).contains("12:00–12:15");
    var booked = stays
        .coop
        .browser("bruno")
        .submit(
            "/bookings",
            "key",
            form.expectFirst("input[name=key]").val(),
            "alternative",
            way.val());
    assertThat(location(booked)).startsWith("/bookings/").isNotEqualTo("/bookings/" + booking);
  }

  @Test
  void leavingEarlyIsOneClickAndSaysWhen() {
    var booking = stays.booked("bruno", "salle-loire", "10:00", "12:00");
    var page = page("bruno", booking);
    assertThat(page.text()).contains("Vous partez plus tôt", "Libérer maintenant");
    var gone = stays.coop.browser("bruno").submit("/bookings/" + booking + "/check-out");
    assertThat(location(gone)).isEqualTo("/bookings/" + booking);
    assertThat(page("bruno", booking).text()).contains("10:00–10:15").contains("Terminée");
    assertThat(location(stays.coop.browser("bruno").submit("/bookings/" + booking + "/check-out")))
        .isEqualTo("/bookings/" + booking);
  }

  @Test
  void whoeverIsThereIsNotAskedToMoveOrCancel() {
    var booking = stays.booked("bruno", "salle-loire", "10:00", "12:00");
    stays.checksIn("bruno", booking);
    var page = page("bruno", booking);
    assertThat(page.select("form[action$=/cancellation], form[action$=/move]")).isEmpty();
    assertThat(page.text()).contains("Arrivée", "10:15");
  }

  private static Document planning(String name) {
    return Jsoup.parse(stays.coop.browser(name).get("/?site=lyon").body());
  }

  private static Document page(String name, String booking) {
    return Jsoup.parse(stays.coop.browser(name).get("/bookings/" + booking).body());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse(answer.statusCode() + "");
  }
}
