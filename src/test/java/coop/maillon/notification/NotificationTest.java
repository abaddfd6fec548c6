package coop.maillon.notification;

import static coop.maillon.support.Soon.soon;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import coop.maillon.support.Tuesdays;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationTest {

  private Coop coop;
  private Mailbox mail;
  private Tuesdays tuesday;

  @BeforeAll
  void open() {
    coop = Coop.start();
    mail = new Mailbox(coop.app());
    tuesday = new Tuesdays(coop);
  }

  @BeforeEach
  void anotherDay() {
    coop.everythingIsTold();
    coop.sql("DELETE FROM mail", "DELETE FROM inbox", "UPDATE member SET state = 'active'");
    tuesday.next();
  }

  @AfterAll
  void close() {
    coop.close();
  }

  @Test
  void aBookingIsConfirmedToItsBookerByMailAndCountsAsRead() {
    tuesday.book("bruno", "salle-loire");
    assertThat(mail.subjectsTo("bruno@demo.test")).hasSize(1);
    assertThat(mail.subjectsTo("bruno@demo.test").get(0))
        .startsWith("Réservé")
        .contains("Salle Loire");
    assertThat(tuesday.unread("bruno")).isZero();
    assertThat(titles("bruno")).hasSize(1);
  }

  @Test
  void aRequestReachesTheCoordinatorsOfItsSiteAndNobodyElse() {
    tuesday.book("bruno", "studio");
    assertThat(titles("chloe")).hasSize(1);
    assertThat(titles("chloe").get(0)).startsWith("Bruno F. demande Studio");
    assertThat(tuesday.unread("chloe")).isEqualTo(1);
    assertThat(tuesday.unread("ada")).isEqualTo(1);
    assertThat(titles("paula")).isEmpty();
    assertThat(titles("diane")).isEmpty();
    assertThat(mail.subjectsTo("bruno@demo.test").get(0)).startsWith("Demande envoyée");
  }

  @Test
  void theAnswerToARequestReachesWhoeverAsked() {
    var booking = tuesday.book("bruno", "studio");
    approve(booking, true, "");
    assertThat(titles("bruno").get(1)).startsWith("Accord donné").contains("Studio");
    assertThat(mail.subjectsTo("bruno@demo.test").get(1)).startsWith("Accord donné");
    assertThat(tuesday.unread("bruno")).isEqualTo(1);
  }

  @Test
  void aRefusalSaysWhyAndByWhom() {
    var booking = tuesday.book("bruno", "studio");
    approve(booking, false, "Le studio est en travaux");
    var refusal = inbox("bruno").get(1);
    assertThat(refusal.getString("title")).startsWith("Demande refusée");
    assertThat(refusal.getString("text")).contains("Le studio est en travaux", "Chloé P.");
  }

  @Test
  void whoeverLosesABookingToACoordinatorIsTold() {
    var booking = tuesday.book("bruno", "salle-loire");
    tuesday.cancel("chloe", booking);
    assertThat(titles("bruno").get(1)).startsWith("Annulé");
    assertThat(mail.subjectsTo("bruno@demo.test")).hasSize(2);
    assertThat(titles("chloe")).isEmpty();
  }

  @Test
  void whoeverIsMovedReadsBothTimes() {
    var booking = tuesday.book("bruno", "salle-loire");
    coop.as("chloe")
        .with("If-Match", "1")
        .patch(
            "/api/v1/bookings/" + booking,
            new JsonObject().put("start", tuesday.at("11:00")).put("end", tuesday.at("12:00")));
    coop.everythingIsTold();
    var moved = inbox("bruno").get(1);
    assertThat(moved.getString("title")).startsWith("Déplacé").contains("11:00–12:00");
    assertThat(moved.getString("text")).contains("Avant").contains("09:00–10:00");
  }

  @Test
  void whoeverIsNoLongerInIsNotTold() {
    var booking = tuesday.book("bruno", "salle-loire");
    coop.sql("UPDATE member SET state = 'suspended' WHERE email = 'bruno@demo.test'");
    tuesday.cancel("chloe", booking);
    assertThat(coop.one("SELECT count(*) FROM inbox WHERE kind = 'booking.cancelled'"))
        .isEqualTo("0");
    assertThat(mail.subjectsTo("bruno@demo.test")).hasSize(1);
  }

  @Test
  void readingTakesThemOffTheCount() {
    IntStream.range(0, 3)
        .forEach(i -> tuesday.cancel("chloe", tuesday.book("bruno", "salle-loire")));
    assertThat(tuesday.unread("bruno")).isEqualTo(3);
    long second = inbox("bruno").stream()
        .filter(message -> !message.getBoolean("read"))
        .skip(1)
        .findFirst()
        .orElseThrow()
        .getLong("seq");
    var answer = coop.as("bruno").post("/api/v1/inbox/read", new JsonObject().put("upTo", second));
    assertThat(new JsonObject(answer.body()).getInteger("unread")).isEqualTo(1);
    assertThat(tuesday.unread("bruno")).isEqualTo(1);
    assertThat(coop.browser("bruno").get("/inbox").body()).contains("1 non lu.");
  }

  @Test
  void openingAMessageReadsItAndLeadsToItsBooking() {
    var booking = tuesday.book("bruno", "salle-loire");
    tuesday.cancel("chloe", booking);
    long seq = inbox("bruno").get(1).getLong("seq");
    var answer = coop.browser("bruno").get("/inbox/" + seq);
    assertThat(answer.headers().firstValue("Location")).contains("/bookings/" + booking);
    assertThat(tuesday.unread("bruno")).isZero();
    assertThat(coop.browser("diane").get("/inbox/" + seq).statusCode()).isEqualTo(404);
  }

  @Test
  void theRequestThatWaitsComesFirstUntilItIsAnswered() {
    var booking = tuesday.book("bruno", "studio");
    assertThat(coop.browser("chloe").get("/inbox").body()).contains("Vous attend", "Répondre");
    approve(booking, true, "");
    assertThat(coop.browser("chloe").get("/inbox").body()).doesNotContain("Vous attend");
  }

  @Test
  void catchingUpByNumberLosesNothingAndRepeatsNothing() {
    IntStream.range(0, 4)
        .forEach(i -> tuesday.cancel("chloe", tuesday.book("bruno", "salle-loire")));
    var all = inbox("bruno").stream().map(message -> message.getLong("seq")).toList();
    var first = new JsonObject(coop.as("bruno").get("/api/v1/inbox?limit=3").body());
    var rest = new JsonObject(
        coop.as("bruno").get("/api/v1/inbox?after=" + first.getString("next")).body());
    var both = first.getJsonArray("items").copy().addAll(rest.getJsonArray("items"));
    assertThat(both.stream().map(item -> ((JsonObject) item).getLong("seq")))
        .containsExactlyElementsOf(all);
    assertThat(rest.getValue("next")).isNull();
  }

  @Test
  void twoNodesTellEachEventOnce() {
    var before = coop.one("SELECT coalesce(max(seq), 0) FROM event");
    try (TestApp other = TestApp.on(coop.database(), Map.of())) {
      IntStream.range(0, 10)
          .forEach(i -> tuesday.cancel("chloe", tuesday.book("bruno", "salle-loire")));
      coop.sql("UPDATE notified_seen SET seq = " + before);
      together(
          8,
          i -> TestApp.done((i % 2 == 0 ? coop.app() : other)
              .app()
              .notifications()
              .notifier()
              .tellAll()
              .map(done -> 1)));
    }
    assertThat(titles("bruno")).hasSize(20);
    assertThat(mail.subjectsTo("bruno@demo.test")).hasSize(20);
    assertThat(coop.one("SELECT count(*) FROM event WHERE seq > (SELECT seq FROM notified_seen)"))
        .isEqualTo("0");
  }

  @Test
  void whatHappenedWhileNobodyListenedIsToldAtTheNextStart() {
    var booking = tuesday.book("bruno", "salle-loire");
    tuesday.cancel("chloe", booking);
    coop.sql(
        "DELETE FROM mail",
        "DELETE FROM inbox",
        "UPDATE notified_seen SET seq = (SELECT min(seq) - 1 FROM event WHERE (data ->> 'booking')::bigint = "
            + booking
            + ")");
    try (TestApp restarted = TestApp.on(coop.database(), Map.of())) {
      soon("the new node tells", () -> titles("bruno").size() == 2);
      assertThat(restarted.app().port()).isPositive();
    }
  }

  @Test
  void everyLinkInAMailStartsWithThePublicAddress() {
    var database = TestDatabase.fresh();
    Coop.fill(database);
    try (TestApp app =
        TestApp.on(database, Map.of("MAILLON_PUBLIC_URL", "https://maillon.example"))) {
      TestDatabase.run(
          database, "UPDATE member SET language = 'en' WHERE email = 'bruno@demo.test'");
      new Visitor(app)
          .withToken("token-bruno")
          .post("/api/v1/bookings", tuesday.wish("salle-loire"));
      soon(
          "the mail is written",
          () -> !new Mailbox(app).subjectsTo("bruno@demo.test").isEmpty());
      var newest = new Mailbox(app).all().get(0);
      var mail = newest.subject() + newest.text() + newest.html();
      assertThat(mail)
          .startsWith("Booked: Salle Loire")
          .contains("https://maillon.example/bookings/");
      assertThat(mail.replace("https://maillon.example", "")).doesNotContain("http");
    }
  }

  private void approve(String booking, boolean approved, String reason) {
    var decision = new JsonObject().put("approved", approved).put("reason", reason);
    tuesday.act("chloe", booking, "approval", decision);
  }

  private List<JsonObject> inbox(String name) {
    return new JsonObject(coop.as(name).get("/api/v1/inbox").body())
        .getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  private List<String> titles(String name) {
    return inbox(name).stream().map(message -> message.getString("title")).toList();
  }
}
