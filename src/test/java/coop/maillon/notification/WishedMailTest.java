package coop.maillon.notification;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.db.Database;
import coop.maillon.notification.preference.Preferences;
import coop.maillon.support.Coop;
import coop.maillon.support.PostOffice;
import coop.maillon.support.TestApp;
import coop.maillon.support.Together;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail comes as its reader wants it, and none is lost or comes twice. It is Tuesday 8 December 2026, 10:15 in Paris. */
class WishedMailTest {

  private PostOffice post;
  private Coop coop;

  @BeforeEach
  void open() {
    post = PostOffice.open();
    coop = post.coop();
  }

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void whatWaitsForADigestComesInOneMailAtItsHourAndNothingComesWhereNothingWaits() {
    post.prefer("bruno", "mail-bookings", "digest");
    book("bruno", "salle-loire", "2026-12-15");
    cancelForBruno(book("bruno", "salle-rhone", "2026-12-16"));
    post.settle();
    assertThat(post.to("bruno")).isEmpty();
    at("2026-12-09T06:59:59Z");
    assertThat(post.to("bruno")).isEmpty();
    at("2026-12-09T07:00:00Z");
    assertThat(post.subjectsTo("bruno")).containsExactly("Récapitulatif : 3 messages");
    assertThat(PostOffice.text(post.to("bruno").get(0)))
        .contains("Mes réservations\n- Réservé : Salle Loire, mardi 15 décembre")
        .contains("- Annulé : Salle Rhône", "Par Chloé P.", "http://127.0.0.1")
        .contains("/me/notifications");
    at("2026-12-10T07:00:00Z");
    at("2026-12-14T07:00:00Z");
    assertThat(post.to("bruno")).hasSize(1);
  }

  @Test
  void whoeverWantsItAtOnceAgainGetsNowWhatHasWaited() {
    post.prefer("bruno", "mail-bookings", "digest");
    book("bruno", "salle-loire", "2026-12-15");
    book("bruno", "salle-rhone", "2026-12-16");
    post.settle();
    post.prefer("bruno");
    post.settle();
    assertThat(post.subjectsTo("bruno")).containsExactly("Récapitulatif : 2 messages");
    book("bruno", "salle-saone", "2026-12-16");
    post.settle();
    assertThat(post.to("bruno")).hasSize(2);
    at("2026-12-09T07:00:00Z");
    assertThat(post.to("bruno")).hasSize(2);
  }

  @Test
  void anotherHourForTheDigestMovesWhatWaitsAndSendsNothingEarly() {
    post.prefer("bruno", "mail-bookings", "digest");
    book("bruno", "salle-loire", "2026-12-15");
    post.settle();
    post.prefer("bruno", "mail-bookings", "digest", "digestAt", "18:30");
    post.settle();
    assertThat(post.to("bruno")).isEmpty();
    at("2026-12-08T17:30:00Z");
    assertThat(post.to("bruno")).hasSize(1);
  }

  @Test
  void whatNobodyWantsByMailIsInTheirMessagesStill() {
    post.prefer("bruno", "mail-bookings", "never");
    cancelForBruno(book("bruno", "salle-loire", "2026-12-15"));
    post.settle();
    at("2026-12-20T07:00:00Z");
    assertThat(post.to("bruno")).isEmpty();
    assertThat(coop.browser("bruno").get("/inbox").body()).contains("Annulé", "Salle Loire");
    assertThat(coop.browser("ada").get("/manage/mail").body()).doesNotContain("bruno@demo.test");
  }

  @Test
  void atNightMailWaitsForTheMorningOfItsReader() {
    var soonest = book("bruno", "bureaux-calmes", "2026-12-08T23:30:00+01:00");
    var later = book("bruno", "salle-loire", "2026-12-15");
    var elsewhere = book("diane", "salle-volcan", "2026-12-15");
    post.settle();
    coop.sql("UPDATE member SET home_site_id = 3 WHERE email = 'diane@demo.test'");
    post.prefer("bruno", "quiet", "yes", "quietFrom", "22:00", "quietTo", "07:00");
    post.prefer("diane", "quiet", "yes", "quietFrom", "22:00", "quietTo", "07:00");
    int before = post.server().getReceivedMessages().length;
    at("2026-12-08T22:00:00Z");
    cancel("chloe", later);
    cancel("ada", elsewhere);
    post.settle();
    assertThat(post.server().getReceivedMessages()).hasSize(before);
    cancel("chloe", soonest);
    post.settle();
    assertThat(post.subjectsTo("bruno").get(2)).startsWith("Annulé : Bureaux calmes");
    at("2026-12-09T03:00:00Z");
    assertThat(post.to("diane")).as("seven in Saint-Denis").hasSize(2);
    assertThat(post.to("bruno")).as("four in Lyon").hasSize(3);
    at("2026-12-09T06:00:00Z");
    assertThat(post.subjectsTo("bruno").get(3)).startsWith("Annulé : Salle Loire");
  }

  @Test
  void duringAPauseNothingComesAndItsEndBringsOneMail() {
    post.prefer("bruno", "pausedUntil", "2027-03-30");
    assertThat(coop.browser("bruno").get("/me/notifications").body())
        .contains("aucun courriel avant le mardi 30 mars 2027");
    book("bruno", "salle-loire", "2026-12-15");
    book("bruno", "salle-rhone", "2026-12-16");
    post.settle();
    at("2027-03-29T21:59:00Z");
    TestApp.done(coop.app().app().notifications().mails().tidy(Duration.ofDays(30)));
    assertThat(post.to("bruno")).isEmpty();
    at("2027-03-30T06:00:00Z");
    assertThat(post.subjectsTo("bruno")).containsExactly("Récapitulatif : 2 messages");
  }

  @Test
  void aDigestComesAtEightAlsoWhereTheNightIsShorterOrLongerAndOnAnIsland() {
    coop.sql("UPDATE member SET home_site_id = 3 WHERE email = 'diane@demo.test'");
    post.prefer("bruno", "mail-bookings", "digest");
    post.prefer("diane", "mail-bookings", "digest");
    digestOn("2027-03-27T12:00:00Z", "2027-04-06", "2027-03-28T04:00:00Z", "2027-03-28T06:00:00Z");
    digestOn("2027-10-30T12:00:00Z", "2027-11-09", "2027-10-31T04:00:00Z", "2027-10-31T07:00:00Z");
    assertThat(post.to("bruno")).hasSize(2);
    assertThat(post.to("diane")).hasSize(2);
  }

  private void digestOn(String booked, String day, String onTheIsland, String inParis) {
    int before = post.server().getReceivedMessages().length;
    coop.clock().set(Instant.parse(booked));
    book("bruno", "salle-loire", day);
    book("diane", "salle-rhone", day);
    post.settle();
    at(Instant.parse(onTheIsland).minusSeconds(1).toString());
    assertThat(post.server().getReceivedMessages()).hasSize(before);
    at(onTheIsland);
    at(Instant.parse(inParis).minusSeconds(1).toString());
    assertThat(post.server().getReceivedMessages()).hasSize(before + 1);
    at(inParis);
    assertThat(post.server().getReceivedMessages()).hasSize(before + 2);
  }

  @Test
  void whoeverIsNoMemberAnyMoreGetsNothingOfWhatWaited() {
    post.prefer("bruno", "mail-bookings", "digest");
    book("bruno", "salle-loire", "2026-12-15");
    post.settle();
    coop.sql("UPDATE member SET state = 'suspended' WHERE email = 'bruno@demo.test'");
    at("2026-12-09T07:00:00Z");
    assertThat(post.to("bruno")).isEmpty();
  }

  @Test
  void whatCountsForNothingIsReadAlready() {
    post.prefer("bruno", "inbox-bookings", "false");
    cancelForBruno(book("bruno", "salle-loire", "2026-12-15"));
    post.settle();
    assertThat(new JsonObject(coop.as("bruno").get("/api/v1/me").body()).getInteger("unread"))
        .isZero();
    assertThat(coop.browser("bruno").get("/inbox").body()).contains("Annulé");
  }

  @Test
  void whoeverTriesAgainSendsNothingTwiceThatIsUnderWay() {
    book("bruno", "salle-loire", "2026-12-15");
    post.settle();
    coop.sql("UPDATE mail SET sent_at = NULL, tries = 1, not_before = '"
        + coop.clock().instant().plusSeconds(300) + "'");
    assertThat(coop.browser("ada").submit("/manage/mail/retry").statusCode()).isEqualTo(303);
    assertThat(coop.one("SELECT min(tries) FROM mail")).isEqualTo("1");
    assertThat(post.to("bruno")).hasSize(1);
  }

  @Test
  void twentyWhoGatherAtOnceMakeOneDigest() {
    post.prefer("bruno", "mail-bookings", "digest");
    book("bruno", "salle-loire", "2026-12-15");
    book("bruno", "salle-rhone", "2026-12-16");
    post.settle();
    coop.clock().set(Instant.parse("2026-12-09T07:00:00Z"));
    Vertx vertx = Vertx.vertx();
    var database = Database.open(vertx, coop.database().connectOptions(), 20, 100);
    var preferences = new Preferences(database, coop.clock(), () -> {});
    Together.together(
        20,
        i -> TestApp.done(
            new Sorter(database, preferences, coop.clock()).gather().map(i)));
    TestApp.done(database.close());
    TestApp.done(vertx.close());
    assertThat(coop.one("SELECT count(*) FROM mail WHERE is_digest")).isEqualTo("1");
    post.settle();
    assertThat(post.subjectsTo("bruno")).containsExactly("Récapitulatif : 2 messages");
  }

  @Test
  void whoeverWantsToBeRemindedIsSoOnceAndNobodyElseIs() {
    var booking = book("bruno", "salle-loire", "2026-12-15");
    post.settle();
    coop.sql("INSERT INTO participant SELECT " + booking
        + ", id FROM member WHERE email IN ('diane@demo.test', 'emile@demo.test')");
    book("bruno", "salle-rhone", "2026-12-16");
    post.prefer("bruno", "remind", "1440");
    post.prefer("diane", "remind", "60");
    remindAt("2026-12-14T07:59:00Z");
    assertThat(post.subjectsTo("bruno")).noneMatch(subject -> subject.startsWith("Bientôt"));
    remindAt("2026-12-14T08:00:00Z");
    remindAt("2026-12-14T08:01:00Z");
    assertThat(post.subjectsTo("bruno").get(2))
        .isEqualTo("Bientôt\u00a0: Salle Loire, mardi 15 décembre, 09:00–09:30");
    assertThat(post.to("bruno")).hasSize(3);
    assertThat(post.to("diane")).isEmpty();
    remindAt("2026-12-15T07:00:00Z");
    assertThat(post.subjectsTo("diane")).hasSize(1);
    assertThat(post.to("emile")).isEmpty();
  }

  @Test
  void whatIsBookedAtShortNoticeNeedsNoReminderAndWhatIsMovedHasAnother() {
    post.prefer("bruno", "remind", "1440");
    book("bruno", "salle-loire", "2026-12-08T15:00:00+01:00");
    var moved = book("bruno", "salle-rhone", "2026-12-10");
    remindAt("2026-12-08T09:16:00Z");
    remindAt("2026-12-09T08:00:00Z");
    assertThat(reminders()).isEqualTo("1");
    coop.as("bruno")
        .with("If-Match", "1")
        .patch(
            "/api/v1/bookings/" + moved,
            new JsonObject()
                .put("start", "2026-12-16T09:00:00+01:00")
                .put("end", "2026-12-16T10:00:00+01:00"));
    remindAt("2026-12-15T08:00:00Z");
    assertThat(reminders()).isEqualTo("2");
  }

  private String reminders() {
    return coop.one("SELECT count(*) FROM inbox WHERE kind = 'reminder.due'");
  }

  private void remindAt(String moment) {
    coop.clock().set(Instant.parse(moment));
    TestApp.done(coop.app().app().jobs().everyMinute());
    post.settle();
  }

  private String book(String name, String resource, String when) {
    var start = when.contains("T") ? when : when + "T09:00:00+01:00";
    var end = OffsetDateTime.parse(start).plusMinutes(30);
    var answer = coop.as(name).book(resource, start, end.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonObject(answer.body()).getString("id");
  }

  private void cancelForBruno(String booking) {
    cancel("chloe", booking);
  }

  private void cancel(String name, String booking) {
    var path = "/api/v1/bookings/" + booking + "/cancellation";
    assertThat(coop.as(name).post(path, new JsonObject()).statusCode()).isEqualTo(200);
  }

  private void at(String moment) {
    coop.clock().set(Instant.parse(moment));
    post.settle();
  }
}
