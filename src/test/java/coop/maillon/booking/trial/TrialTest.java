package coop.maillon.booking.trial;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chloé asks whether Bruno would get it. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class TrialTest {

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
  void aFreeRoomWithoutLimitsIsHisAtOnce() {
    assertThat(page("chloe", "salle-rhone", "2026-12-09", "10:00", "11:00"))
        .contains("Oui, tout de suite", "ouvert du début à la fin", "Ne s’appliquent pas ici")
        .contains("/bookings/new?on-behalf=bruno%40demo.test&amp;resource=salle-rhone");
    assertThat(coop.one("SELECT count(*) FROM booking")).isEqualTo("0");
  }

  @Test
  void eachRuleInTheWayIsNamedInTheWordsHeWouldRead() {
    policy("salle-rhone", "{\"noticeMinutes\":1440,\"maxMinutes\":60,\"minMinutes\":30}");

    assertThat(page("chloe", "salle-rhone", "2026-12-08", "14:00", "16:00"))
        .contains("Non, à cause des règles")
        .contains("Salle Rhône se réserve au moins 24 h avant.")
        .contains("Salle Rhône se réserve pour 1 h au plus.")
        .contains("Salle Rhône se réserve pour 30 min au moins.");
    assertThat(
            verdict("notice", "salle-rhone", "2026-12-08T14:00:00+01:00/2026-12-08T16:00:00+01:00"))
        .isEqualTo("broken");
    assertThat(verdict(
            "min-duration", "salle-rhone", "2026-12-08T14:00:00+01:00/2026-12-08T16:00:00+01:00"))
        .isEqualTo("kept");
  }

  @Test
  void whatBindsBrunoDoesNotBindHerWhenSheBooksForHim() {
    policy("salle-rhone", "{\"noticeMinutes\":1440,\"approval\":\"always\"}");
    String slot = "&start=" + encoded("2026-12-08T14:00:00+01:00") + "&end="
        + encoded("2026-12-08T15:00:00+01:00");

    var himself = api("chloe", "member=bruno@demo.test&resource=salle-rhone" + slot);
    var forHim = api("chloe", "member=bruno@demo.test&resource=salle-rhone&by=me" + slot);

    assertThat(himself.getString("answer")).isEqualTo("refused");
    assertThat(himself.getBoolean("approval")).isTrue();
    assertThat(forHim.getString("answer")).isEqualTo("confirmed");
    assertThat(forHim.getBoolean("approval")).isFalse();
    assertThat(verdict(forHim, "notice")).isEqualTo("unbound");
  }

  @Test
  void whereSomebodyHasToAgreeItSaysSo() {
    assertThat(page("chloe", "studio", "2026-12-09", "10:00", "11:00"))
        .contains("Oui, sur accord", "demandé");
  }

  @Test
  void aTakenRoomShowsWhatStandsThereAndWhatWouldPass() {
    coop.as("diane").book("salle-rhone", "2026-12-09T10:00:00+01:00", "2026-12-09T11:00:00+01:00");

    assertThat(page("chloe", "salle-rhone", "2026-12-09", "10:00", "11:00"))
        .contains("Non, c’est pris", "Réservation, mercredi 9 décembre, 10:00–11:00")
        .contains("href=\"/bookings/1\"", "Ce qui passerait", "Salle Saône");
  }

  @Test
  void rulesAndPlaceAreLookedAtBothAtOnce() {
    coop.as("diane").book("salle-rhone", "2026-12-09T10:00:00+01:00", "2026-12-09T11:00:00+01:00");
    policy("salle-rhone", "{\"minMinutes\":90}");

    assertThat(page("chloe", "salle-rhone", "2026-12-09", "10:00", "11:00"))
        .contains("Non, à cause des règles", "pour 1 h 30 au moins", "prise");
  }

  @Test
  void whatIsLeftOfAQuotaIsSaidBeforeItIsUsedUp() {
    coop.sql(
        "INSERT INTO quota (site_id, name, measure, amount, period, holder) VALUES (1, 'Petites salles', 'minutes', 240, 'week', 'member')",
        "INSERT INTO quota_resource SELECT 1, id FROM resource WHERE slug = 'salle-rhone'");

    assertThat(page("chloe", "salle-rhone", "2026-12-09", "10:00", "11:00"))
        .contains("Oui, tout de suite")
        .contains("Il vous reste 4 h la semaine du lundi 7 décembre (Petites salles)");
    assertThat(page("chloe", "salle-rhone", "2026-12-09", "10:00", "15:00"))
        .contains("Non, à cause des règles", "ce créneau en prend 5 h");
  }

  @Test
  void aHabilitationIsLookedAtToTheEndOfTheSlot() {
    coop.sql("INSERT INTO habilitation (slug, name) VALUES ('laser', 'Laser')");
    policy("decoupe-laser", "{\"habilitations\":[\"laser\"]}");

    assertThat(page("chloe", "decoupe-laser", "2026-12-09", "10:00", "11:00"))
        .contains("Découpe laser demande l’habilitation « Laser »");

    coop.sql(
        "INSERT INTO member_habilitation (habilitation_id, member_id, given_by, given_at, valid_from)"
            + " SELECT 1, id, 1, '2026-01-01Z', '2026-01-01' FROM member WHERE email = 'bruno@demo.test'");
    assertThat(page("chloe", "decoupe-laser", "2026-12-09", "10:00", "11:00"))
        .contains("« Laser » vaut jusqu’à la fin du créneau.");
  }

  @Test
  void aGuestOfAnotherPlaceDoesNotSeeIt() {
    coop.sql("UPDATE guest_site SET site_id = 2");

    var answer = coop.browser("chloe")
        .get(address("gus@demo.test", "salle-rhone", "2026-12-09", "10:00", "11:00"));

    assertThat(answer.body()).contains("Non, ce lieu ne lui est pas montré");
  }

  @Test
  void onlyWhoCoordinatesThePlaceMayAsk() {
    var path = address("bruno@demo.test", "salle-rhone", "2026-12-09", "10:00", "11:00");

    assertThat(coop.browser("paula").get(path).statusCode()).isEqualTo(403);
    assertThat(coop.browser("diane").get(path).statusCode()).isEqualTo(403);
    assertThat(coop.browser("chloe").get(path.replace("salle-rhone", "none")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatCannotBeReadIsNamedAndKept() {
    var answer = coop.browser("chloe")
        .get(address("nobody@demo.test", "salle-rhone", "2026-12-09", "11:00", ""));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Aucun membre actif n’a cette adresse.", "value=\"nobody@demo.test\"", "11:00");
  }

  private static String address(String member, String resource, String date, String... times) {
    return "/manage/rule-test?member=" + encoded(member) + "&resource=" + resource + "&date=" + date
        + "&start=" + times[0] + "&end=" + times[1];
  }

  private String page(String who, String resource, String date, String... times) {
    HttpResponse<String> answer = coop.browser(who).get(address(Coop.BRUNO, resource, date, times));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body().replace('\u00a0', ' ');
  }

  private String verdict(String rule, String resource, String range) {
    var times = range.split("/");
    return verdict(
        api(
            "chloe",
            "member=bruno@demo.test&resource=" + resource + "&start=" + encoded(times[0]) + "&end="
                + encoded(times[1])),
        rule);
  }

  private static String verdict(JsonObject trial, String rule) {
    return trial.getJsonArray("findings").stream()
        .map(JsonObject.class::cast)
        .filter(finding -> finding.getString("rule").equals(rule))
        .map(finding -> finding.getString("verdict"))
        .findFirst()
        .orElse("silent");
  }

  private JsonObject api(String who, String query) {
    Visitor asker = coop.as(who);
    var answer = asker.get("/api/v1/rule-test?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  private void policy(String slug, String json) {
    coop.sql("UPDATE resource SET policy = policy || '%s' WHERE slug = '%s'".formatted(json, slug));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
