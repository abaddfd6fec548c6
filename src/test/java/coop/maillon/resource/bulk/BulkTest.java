package coop.maillon.resource.bulk;

import static coop.maillon.support.Soon.soon;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chloé gives three rooms of Lyon other hours and another longest booking. It is Tuesday 8 December 2026. */
class BulkTest {

  private static final List<String> ROOMS = List.of("salle-loire", "salle-rhone", "salle-saone");

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
  void aFilterNarrowsWhatCanBeChosenToTheirs() {
    coop.sql("UPDATE resource SET tags = '{calme}' WHERE slug = 'salle-rhone'");

    var all = coop.browser("chloe").get("/manage/bulk").body();
    var calm = coop.browser("chloe").get("/manage/bulk?tag=calme").body();

    assertThat(all).contains("value=\"salle-loire\"").doesNotContain("value=\"kangoo\"");
    assertThat(calm)
        .contains("value=\"salle-rhone\" checked")
        .doesNotContain("value=\"salle-loire\"");
  }

  @Test
  void theResultIsShownResourceByResourceAndNothingChanges() {
    coop.as("diane").book("salle-rhone", "2026-12-09T18:00:00+01:00", "2026-12-09T19:00:00+01:00");

    var page = look("chloe", ROOMS, "maxMinutes", "120").body().replace('\u00a0', ' ');

    assertThat(page)
        .contains("3 ressources changent (3 choisies)", "2 h au plus.")
        .contains("lundi – vendredi : 09:00–17:00")
        .contains("Diane Roussel, mercredi 9 décembre, 18:00–19:00")
        .contains("1 réservation reste hors des nouveaux horaires");
    assertThat(policy("salle-rhone")).isEqualTo("{\"granularityMinutes\": 15}");
  }

  @Test
  void doneAsShownEachHasItsNewRulesAndItsLineInTheAudit() {
    coop.as("diane").book("salle-rhone", "2026-12-09T18:00:00+01:00", "2026-12-09T19:00:00+01:00");

    var done = apply("chloe", look("chloe", ROOMS, "maxMinutes", "120"));

    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    for (String room : ROOMS) {
      assertThat(policy(room)).contains("\"maxMinutes\": 120", "\"granularityMinutes\": 15");
    }
    assertThat(coop.one("SELECT status FROM booking")).isEqualTo("confirmed");
    var late = coop.as("bruno")
        .book("salle-loire", "2026-12-10T17:00:00+01:00", "2026-12-10T18:00:00+01:00");
    assertThat(late.statusCode()).isEqualTo(422);
    TestApp.done(coop.app().app().jobs().everyMinute());
    soon(
        "the audit",
        () -> coop.one("SELECT count(*) FROM audit WHERE kind = 'resource.changed'"
                + " AND actor_id = (SELECT id FROM member WHERE email = 'chloe@demo.test')"
                + " AND before->'policy' IS NOT NULL AND after->'policy'->>'maxMinutes' = '120'")
            .equals("3"));
  }

  @Test
  void whatIsNotTickedStaysAsEachHasIt() {
    coop.sql(
        "UPDATE resource SET policy = policy || '{\"maxMinutes\":60}' WHERE slug = 'salle-loire'");

    apply("chloe", look("chloe", ROOMS, "noticeMinutes", "30"));

    assertThat(policy("salle-loire")).contains("\"maxMinutes\": 60", "\"noticeMinutes\": 30");
    assertThat(policy("salle-rhone")).doesNotContain("maxMinutes");
  }

  @Test
  void whatSomebodyChangedMeanwhileIsShownAnewInsteadOfDone() {
    var shown = look("chloe", ROOMS, "maxMinutes", "120");
    coop.sql("UPDATE resource SET version = version + 1 WHERE slug = 'salle-saone'");

    var answer = apply("chloe", shown);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Ce n’est plus ce que vous aviez vu");
    assertThat(policy("salle-loire")).doesNotContain("maxMinutes");
    assertThat(apply("chloe", answer).statusCode()).isEqualTo(303);
  }

  @Test
  void anotherChangeThanTheOneShownIsShownFirst() {
    var shown = look("chloe", ROOMS, "maxMinutes", "120");

    var answer = apply("chloe", shown, "maxMinutes", "180");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(policy("salle-loire")).doesNotContain("maxMinutes");
  }

  @Test
  void aChangeThatContradictsOneOfThemIsDoneToNone() {
    coop.sql(
        "UPDATE resource SET policy = policy || '{\"minMinutes\":180}' WHERE slug = 'salle-loire'");

    var shown = look("chloe", ROOMS, "maxMinutes", "120");

    assertThat(shown.body())
        .contains("Le minimum dépasse le maximum.")
        .doesNotContain("act\" value=\"apply\"");
    assertThat(apply("chloe", shown).statusCode()).isEqualTo(409);
    assertThat(policy("salle-rhone")).doesNotContain("maxMinutes");
  }

  @Test
  void whoCoordinatesElsewhereChangesNothing() {
    var shown = look("chloe", ROOMS, "maxMinutes", "120");

    assertThat(apply("paula", shown).statusCode()).isEqualTo(422);
    assertThat(policy("salle-rhone")).doesNotContain("maxMinutes");
  }

  @Test
  void nothingChosenOrTickedIsNamed() {
    var answer = coop.browser("chloe").submit("/manage/bulk", "act", "look");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Choisissez une ressource au moins.", "Cochez ce qui change.");
  }

  @Test
  void ofTwentyWhoDoTheSameAtOnceOneDoes() {
    var shown = look("chloe", ROOMS, "maxMinutes", "120");

    var answers = together(20, i -> apply(i % 2 == 0 ? "chloe" : "ada", shown));

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 303).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(19);
    assertThat(
            coop.one("SELECT string_agg(DISTINCT version::text, ' ') FROM resource WHERE slug IN ('"
                + String.join("','", ROOMS) + "')"))
        .isEqualTo("2");
  }

  /** Weekdays from nine to five, and one number. */
  private HttpResponse<String> look(String who, List<String> rooms, String limit, String value) {
    var typed = new ArrayList<>(
        List.of("act", "look", "hours", "own", "change", "hours", "change", limit, limit, value));
    rooms.forEach(room -> typed.addAll(List.of("resource", room)));
    for (String day : List.of("mon", "tue", "wed", "thu", "fri")) {
      typed.addAll(List.of(day + "-1-from", "09:00", day + "-1-to", "17:00"));
    }
    var answer = coop.browser(who).submit("/manage/bulk", typed.toArray(String[]::new));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  /** Sends the form that is shown, with its button, and some fields changed. */
  private HttpResponse<String> apply(
      String who, HttpResponse<String> shown, String... fieldAndValue) {
    var typed = new ArrayList<>(List.of("act", "apply"));
    var form = Jsoup.parse(shown.body()).expectFirst("form#bulk");
    for (var field : form.select(
        "input[type=hidden], input[type=time], input[type=number], input[type=text], input[checked]")) {
      boolean isOther = fieldAndValue.length > 0 && field.attr("name").equals(fieldAndValue[0]);
      typed.addAll(List.of(field.attr("name"), isOther ? fieldAndValue[1] : field.val()));
    }
    return coop.browser(who).submit("/manage/bulk", typed.toArray(String[]::new));
  }

  private String policy(String slug) {
    return coop.one("SELECT policy FROM resource WHERE slug = '" + slug + "'");
  }
}
