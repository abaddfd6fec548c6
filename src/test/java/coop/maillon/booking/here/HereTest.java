package coop.maillon.booking.here;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.booking.arriving.Stays;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page behind the code on a door, without any script. */
class HereTest {

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
  void whatIsFreeIsOfferedAtAnySecondOfTheMinute() {
    stays.coop.clock().set(java.time.Instant.parse("2026-12-08T09:15:37Z"));
    assertThat(stays.coop.browser("bruno").get("/here/salle-loire").body())
        .contains("/here/salle-loire/taking");
    assertThat(stays.coop.browser("bruno").get("/here/zoe-bleue").body())
        .contains("/here/zoe-bleue/taking");
  }

  @Test
  void whoeverIsNotSignedInGoesThereFirstAndComesBack() {
    var answer = stays.coop.anybody().get("/here/salle-loire");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/login?next=%2Fhere%2Fsalle-loire");
    var back = stays
        .coop
        .anybody()
        .post(
            "/login",
            "email",
            "bruno@demo.test",
            "password",
            "maillon-demo",
            "next",
            "/here/salle-loire");
    assertThat(location(back)).isEqualTo("/here/salle-loire");
  }

  @Test
  void whatIsFreeIsTakenByOneClickOffTheGridAndIsMineAtOnce() {
    stays.clock("10:07");
    var page = page("bruno", "salle-loire");
    assertThat(page.text()).contains("Libre jusqu’à 20:00", "Je prends la place 30 min");
    var taken = press("bruno", page, "/taking");
    assertThat(location(taken)).isEqualTo("/here/salle-loire");
    assertThat(
            stays.coop.one(
                "SELECT starts_at AT TIME ZONE 'Europe/Paris' || ' ' || (ends_at - starts_at) FROM booking"))
        .isEqualTo("2026-12-08 10:07:00 00:30:00");
    assertThat(stays.coop.one("SELECT arrived_at IS NOT NULL FROM booking")).isEqualTo("t");
    var mine = page("bruno", "salle-loire");
    assertThat(mine.text()).contains("À vous", "10:07–10:37", "Libérer maintenant");
    assertThat(mine.select("button[name=end]").eachText())
        .containsExactly(
            "Prolonger jusqu’à 10:45", "Prolonger jusqu’à 11:00", "Prolonger jusqu’à 11:15");
  }

  @Test
  void takenExtendedAndGivenBackEachByOneClick() {
    press("bruno", page("bruno", "salle-loire"), "/taking");
    var longer = press("bruno", page("bruno", "salle-loire"), "/extension");
    assertThat(location(longer)).isEqualTo("/here/salle-loire");
    assertThat(page("bruno", "salle-loire").text()).contains("10:15–11:00");
    stays.clock("10:40");
    var gone = press("bruno", page("bruno", "salle-loire"), "/check-out");
    assertThat(location(gone)).isEqualTo("/here/salle-loire");
    assertThat(page("diane", "salle-loire").text()).contains("Libre jusqu’à 20:00");
  }

  @Test
  void ofTwentyWhoTakeItAtOnceOneHasItAndTheOthersAreShownWhatElseIsFree() {
    var seen = together(20, i -> page("bruno", "salle-loire"));
    var pages = together(20, i -> press(i % 2 == 0 ? "diane" : "emile", seen.get(i), "/taking"));
    assertThat(pages).filteredOn(answer -> answer.statusCode() == 303).hasSize(1);
    var refused = pages.stream().filter(answer -> answer.statusCode() == 409).toList();
    assertThat(refused).hasSize(19);
    var page = Jsoup.parse(refused.get(0).body());
    assertThat(page.select("button[name=alternative]").eachAttr("value").toString())
        .contains("salle-");
    System.out.println("20 who take it at once: 1 has it, 19 are shown what else is free");
  }

  @Test
  void aSecondClickTakesNothingMore() {
    var page = page("bruno", "bureaux-calmes");
    together(20, i -> press("bruno", page, "/taking"));
    assertThat(stays.coop.one("SELECT count(*) FROM booking")).isEqualTo("1");
  }

  @Test
  void anAlternativeOfARefusalIsBookedByOneClick() {
    var page = page("bruno", "salle-loire");
    press("diane", page("diane", "salle-loire"), "/taking");
    var refused = press("bruno", page, "/taking");
    assertThat(refused.statusCode()).isEqualTo(409);
    var booked = press("bruno", Jsoup.parse(refused.body()), "/bookings");
    assertThat(location(booked)).startsWith("/bookings/");
  }

  @Test
  void lessThanHalfAnHourIsSaidSo() {
    stays.booked("diane", "salle-loire", "10:30", "11:30");
    stays.clock("10:17");
    var page = page("bruno", "salle-loire");
    assertThat(page.text()).contains("Je prends la place 13 min", "jusqu’à 10:30");
    assertThat(press("bruno", page, "/taking").statusCode()).isEqualTo(303);
  }

  @Test
  void whoHasItIsNamedToThoseWhoMayKnow() {
    stays.booked("diane", "salle-loire", "10:15", "11:30");
    assertThat(page("bruno", "salle-loire").text())
        .contains("Pris en ce moment", "Diane R. · 10:15–11:30", "libre à 11:30")
        .doesNotContain("Je prends la place");
    assertThat(page("gus", "salle-loire").text()).contains("Occupé").doesNotContain("Diane");
  }

  @Test
  void whatWaitsForAYesIsNotTakenAtTheDoor() {
    assertThat(page("bruno", "studio").text()).doesNotContain("Je prends la place");
    var answer = stays.coop.browser("bruno").submit("/here/studio/taking", "minutes", "30");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("attend l’accord de la coordination");
  }

  @Test
  void arrivingIsOneClickWithTheDeadlineBesideIt() {
    stays.asks("salle-loire", "\"checkInMinutes\":10");
    stays.booked("bruno", "salle-loire", "10:30", "11:30");
    var page = page("bruno", "salle-loire");
    assertThat(page.text()).contains("Je suis là", "avant 10:40");
    assertThat(location(press("bruno", page, "/check-in"))).isEqualTo("/here/salle-loire");
    assertThat(stays.coop.one("SELECT arrived_at IS NOT NULL FROM booking")).isEqualTo("t");
    assertThat(location(press("bruno", page, "/check-in"))).isEqualTo("/here/salle-loire");
  }

  @Test
  void howToGetInIsShownToTheBookerAroundTheTimeOnly() {
    stays.coop.sql("UPDATE resource SET access_info = 'Code 4271' WHERE slug = 'salle-loire'");
    stays.booked("bruno", "salle-loire", "10:45", "11:45");
    assertThat(page("bruno", "salle-loire").text()).doesNotContain("4271");
    stays.clock("10:30");
    assertThat(page("bruno", "salle-loire").text()).contains("Code 4271");
    assertThat(page("diane", "salle-loire").text()).doesNotContain("4271");
    assertThat(page("chloe", "salle-loire").text()).doesNotContain("4271");
  }

  @Test
  void aProblemIsSignalledFromThereAndLeadsBackThere() {
    var page = page("bruno", "salle-loire");
    var link = page.select("a[href^=/problems/new]").attr("href");
    assertThat(stays.coop.browser("bruno").get(link).body())
        .contains("value=\"/here/salle-loire\"");
    var sent = stays
        .coop
        .browser("bruno")
        .submit(
            "/problems",
            "resource",
            "salle-loire",
            "text",
            "Écran noir",
            "next",
            "/here/salle-loire");
    assertThat(location(sent)).isEqualTo("/here/salle-loire");
  }

  @Test
  void coordinatorsPrintTheCodesOfTheirSites() {
    var sheet = Jsoup.parse(stays.coop.browser("chloe").get("/manage/codes").body());
    assertThat(sheet.select(".code h2").eachText())
        .contains("Salle Loire", "Zoé bleue")
        .doesNotContain("Kangoo");
    assertThat(sheet.select(".code .address").get(0).text()).endsWith("/here/salle-loire");
    assertThat(sheet.select(".code svg path")).hasSize(sheet.select(".code").size());
    assertThat(stays.coop.browser("chloe").get("/manage/codes?site=grenoble").statusCode())
        .isEqualTo(403);
    assertThat(stays.coop.browser("chloe").get("/manage/codes?site=nowhere").statusCode())
        .isEqualTo(404);
    var drawing = stays.coop.browser("chloe").get("/manage/codes/salle-loire");
    assertThat(drawing.headers().firstValue("content-type").orElse("")).startsWith("image/svg+xml");
    assertThat(stays.coop.browser("paula").get("/manage/codes/salle-loire").statusCode())
        .isEqualTo(403);
  }

  private static Document page(String name, String slug) {
    var answer = stays.coop.browser(name).get("/here/" + slug);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  /** Sends the form whose action ends so, by its first button. */
  private static HttpResponse<String> press(String name, Document page, String action) {
    Element form = page.expectFirst("form[method=post][action$=" + action + "]");
    Element button = form.expectFirst("button");
    var sent = new java.util.ArrayList<String>();
    for (Element hidden : form.select("input")) {
      sent.add(hidden.attr("name"));
      sent.add(hidden.val());
    }
    if (button.hasAttr("name")) {
      sent.add(button.attr("name"));
      sent.add(button.val());
    }
    return stays.coop.browser(name).submit(form.attr("action"), sent.toArray(String[]::new));
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElse(answer.statusCode() + " " + answer.body());
  }
}
