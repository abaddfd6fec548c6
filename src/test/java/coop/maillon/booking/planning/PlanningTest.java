package coop.maillon.booking.planning;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.WithCoop;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The planning over HTTP: who sees what, and where it stands, clock changes included. */
class PlanningTest extends WithCoop {

  private static final String DAY = "/?site=lyon&date=2026-12-08";

  @BeforeEach
  void startAfresh() {
    coop.clock().set(Instant.parse("2026-03-01T08:00:00Z"));
  }

  @Test
  void eachSeesNoMoreThanTheyMayKnow() {
    book("salle-loire", "2026-12-08T10:00:00+01:00", "2026-12-08T12:00:00+01:00");
    assertThat(block("bruno", "salle-loire").text()).contains("Atelier", "10:00–12:00");
    assertThat(block("bruno", "salle-loire").hasClass("mine")).isTrue();
    assertThat(block("chloe", "salle-loire").text()).contains("Atelier", "Bruno F.");
    assertThat(block("diane", "salle-loire").text()).contains("Bruno F.").doesNotContain("Atelier");
    assertThat(block("gus", "salle-loire").text()).contains("Occupé").doesNotContain("Bruno");
    coop.sql("UPDATE site SET shows_names = false WHERE slug = 'lyon'");
    assertThat(block("diane", "salle-loire").text()).contains("Occupé").doesNotContain("Bruno");
    assertThat(block("chloe", "salle-loire").text()).contains("Bruno F.");
    coop.sql("UPDATE site SET shows_names = true");
  }

  @Test
  void aPrivateBookingHidesItsName() {
    book("salle-loire", "2026-12-08T10:00:00+01:00", "2026-12-08T12:00:00+01:00");
    coop.sql("UPDATE booking SET private = true");
    assertThat(block("diane", "salle-loire").text()).contains("Occupé").doesNotContain("Bruno");
  }

  @Test
  void aGuestFindsNoPlanningOfASiteThatIsNotTheirs() {
    assertThat(coop.browser("gus").get("/?site=saint-denis").statusCode()).isEqualTo(404);
    assertThat(coop.browser("diane").get("/?site=saint-denis").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsBookedStandsAtItsQuarterAndTheGapsAreLinks() {
    book("salle-loire", "2026-12-08T10:00:00+01:00", "2026-12-08T12:00:00+01:00");
    assertThat(block("diane", "salle-loire").className()).contains("at-13 for-8");
    assertThat(track(page("diane", DAY), "salle-loire").select(".gap a").eachAttr("href"))
        .containsExactly(
            "/bookings/new?resource=salle-loire&date=2026-12-08&start=08:00&end=10:00",
            "/bookings/new?resource=salle-loire&date=2026-12-08&start=12:00&end=20:00");
  }

  @Test
  void aPoolCountsWhatIsLeft() {
    for (int i = 0; i < 3; i++) {
      book("videoprojecteur", "2026-12-08T10:00:00+01:00", "2026-12-08T12:00:00+01:00");
    }
    book("videoprojecteur", "2026-12-08T14:00:00+01:00", "2026-12-08T15:00:00+01:00");
    Element track = track(page("diane", DAY), "videoprojecteur");
    assertThat(track.select(".gap").eachText().toString())
        .contains("3 libres", "complet", "2 libres");
    assertThat(track.select(".lane")).hasSize(4);
    assertThat(track.select(".gap.full a")).isEmpty();
  }

  @Test
  void theWholeIsTakenWhereAPartIs() {
    book("salle-fourviere-nord", "2026-12-08T10:00:00+01:00", "2026-12-08T12:00:00+01:00");
    Document page = page("diane", DAY);
    assertThat(track(page, "salle-fourviere").select(".block").text()).contains("Une partie");
    assertThat(track(page, "salle-fourviere-sud").select(".block")).isEmpty();
  }

  @Test
  void theSpringDayHas23Hours() {
    Document page = page("bruno", "/?site=lyon&date=2026-03-29&hours=all");
    Element grid = page.expectFirst(".planning");
    assertThat(grid.className()).contains("hours-23");
    assertThat(grid.attr("data-many")).isEqualTo("92");
    book("zoe-bleue", "2026-03-29T04:00:00+02:00", "2026-03-29T05:00:00+02:00");
    assertThat(track(page("bruno", "/?site=lyon&date=2026-03-29"), "zoe-bleue")
            .select(".block")
            .attr("class"))
        .contains("at-13 for-4");
  }

  @Test
  void theAutumnDayHas25Hours() {
    book("zoe-bleue", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00");
    Document page = page("bruno", "/?site=lyon&date=2026-10-25");
    assertThat(page.expectFirst(".planning").className()).contains("full-day", "hours-25");
    Element block = track(page, "zoe-bleue").expectFirst(".block");
    assertThat(block.className()).contains("at-11 for-4");
    assertThat(page.select(".hours span").eachText())
        .filteredOn(hour -> hour.startsWith("2 "))
        .hasSize(2);
  }

  @Test
  void aBookingAcrossMidnightStandsOnBothDays() {
    book("zoe-bleue", "2026-12-08T22:00:00+01:00", "2026-12-09T02:00:00+01:00");
    assertThat(block("bruno", "zoe-bleue").text()).contains("dès 22:00");
    Document next = page("bruno", "/?site=lyon&date=2026-12-09");
    assertThat(next.expectFirst(".planning").className()).contains("full-day");
    Element block = track(next, "zoe-bleue").expectFirst(".block");
    assertThat(block.text()).contains("jusqu’à 02:00");
    assertThat(block.className()).contains("at-1 for-8");
  }

  @Test
  void saintDenisLivesByItsOwnClock() {
    coop.clock().set(Instant.parse("2026-03-03T21:30:00Z"));
    Document page = page("bruno", "/?site=saint-denis");
    assertThat(page.expectFirst("h1").text()).isEqualTo("mercredi 4 mars");
    book("salle-volcan", "2026-03-04T10:00:00+04:00", "2026-03-04T11:00:00+04:00");
    assertThat(track(page("bruno", "/?site=saint-denis"), "salle-volcan")
            .select(".block")
            .text())
        .contains("10:00–11:00");
  }

  @Test
  void whatIsOverCannotBeTakenAndNowIsMarked() {
    coop.clock().set(Instant.parse("2026-03-03T09:20:00Z"));
    Document page = page("diane", "/?site=lyon");
    assertThat(page.expectFirst(".now-line").className()).contains("at-14");
    assertThat(track(page, "salle-loire").select(".gap .range").eachText())
        .containsExactly("10:30–20:00");
  }

  @Test
  void filtersStandInTheAddress() {
    Document page = page("diane", DAY + "&kind=vehicle");
    assertThat(page.select(".row h3").eachText()).containsExactly("Zoé bleue", "e-208 verte");
    assertThat(page.select("a[rel=next]").attr("href")).contains("kind=vehicle", "2026-12-09");
    assertThat(page("diane", DAY + "&access=wheelchair").text()).contains("Rien ne correspond");
  }

  private static Element block(String reader, String slug) {
    return track(page(reader, DAY), slug).expectFirst(".block");
  }

  private static Element track(Document page, String slug) {
    return page.expectFirst("ol[data-resource=" + slug + "]");
  }

  private static Document page(String reader, String address) {
    var answer = coop.browser(reader).get(address);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static void book(String slug, String start, String end) {
    atelier("bruno", slug, start, end);
  }
}
