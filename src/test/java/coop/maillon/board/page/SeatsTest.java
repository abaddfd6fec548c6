package coop.maillon.board.page;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import coop.maillon.support.Together;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bruno has the Zoé on Thursday and offers its four free seats; help is asked for with things. It is Tuesday 8 December 2026. */
class SeatsTest {

  private Coop coop;
  private String booking;

  @BeforeEach
  void open() {
    coop = Coop.start();
    booking = id(coop.as("bruno")
        .book("zoe-bleue", "2026-12-10T09:00:00+01:00", "2026-12-10T12:00:00+01:00"));
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void theFormKnowsTheRideAndItsFreeSeats() {
    var bruno = coop.browser("bruno");
    assertThat(bruno.get("/bookings/" + booking).body()).contains("Proposer les places libres");
    assertThat(bruno.get("/board/new?kind=offer&booking=" + booking).body())
        .contains("Covoiturage avec Zoé bleue, jeudi 10 décembre", "Je pars à 09:00")
        .contains("name=\"places\" type=\"number\" value=\"4\"");
  }

  @Test
  void nobodyOffersMoreSeatsThanThereAreNorThoseOfAnother() {
    assertThat(offer("bruno", 5).body())
        .contains("Il ne reste que 4 places dans cette réservation");
    assertThat(offer("diane", 1).statusCode()).isEqualTo(400);
    cancelled();
    assertThat(offer("bruno", 1).statusCode()).isEqualTo(400);
  }

  @Test
  void thePageSaysWhenAndWith() {
    var post = id(offer("bruno", 4));
    assertThat(coop.browser("diane").get("/board/" + post).body())
        .contains("Zoé bleue, jeudi 10 décembre, 09:00–12:00");
  }

  @Test
  void whenTheBookingIsCancelledTheOfferEndsAndEverybodyInItIsTold() {
    var post = id(offer("bruno", 4));
    var diane = answers("diane", post);
    var emile = answers("emile", post);
    assertThat(accepts(diane).statusCode()).isEqualTo(200);

    cancelled();

    assertThat(accepts(emile).statusCode()).as("at once").isEqualTo(409);
    TestApp.done(coop.app().app().jobs().everyMinute());
    coop.everythingIsTold();
    assertThat(coop.browser("diane").get("/inbox").body())
        .contains("La réservation n’aura pas lieu, votre accord tombe");
    assertThat(coop.browser("emile").get("/inbox").body())
        .contains("L’annonce s’arrête, votre réponse aussi");
    assertThat(coop.one("SELECT status FROM post")).isEqualTo("withdrawn");
    assertThat(coop.one("SELECT status FROM engagement")).isEqualTo("cancelled");
    assertThat(coop.browser("diane").get("/board/" + post).body()).contains("annulée");
  }

  @Test
  void whoeverIsAcceptedTakesPartAndLearnsThatItMoves() {
    accepted("diane", id(offer("bruno", 4)));

    soon("Diane takes part", () -> people().equals("diane@demo.test"));
    assertThat(coop.browser("diane").get("/bookings").body()).contains("/bookings/" + booking);
    var moved = new JsonObject()
        .put("start", "2026-12-10T08:00:00+01:00")
        .put("end", "2026-12-10T11:00:00+01:00");
    assertThat(coop.as("bruno")
            .with("If-Match", "2")
            .patch("/api/v1/bookings/" + booking, moved)
            .statusCode())
        .isEqualTo(200);
    coop.everythingIsTold();
    assertThat(
            coop.one(
                "SELECT string_agg(i.kind, ' ' ORDER BY i.seq) FROM inbox i JOIN member m"
                    + " ON m.id = i.member_id WHERE m.email = 'diane@demo.test' AND i.kind LIKE 'booking.%'"))
        .isEqualTo("booking.invited booking.moved");
  }

  @Test
  void whoeverNoLongerComesTakesPartNoMore() {
    accepted("diane", id(offer("bruno", 4)));
    soon("Diane takes part", () -> people().equals("diane@demo.test"));

    var engagement = coop.one("SELECT id FROM engagement");
    assertThat(coop.browser("diane")
            .submit("/board/engagements/" + engagement + "/cancellation")
            .statusCode())
        .isEqualTo(303);
    soon("she does no more", () -> people().isEmpty());
  }

  @Test
  void whoeverWasInvitedBeforeStaysSo() {
    coop.sql("INSERT INTO participant SELECT " + booking
        + ", id FROM member WHERE email = 'diane@demo.test'");
    accepted("diane", id(offer("bruno", 3)));
    TestApp.done(coop.app().app().jobs().everyMinute());
    coop.sql("UPDATE engagement SET status = 'cancelled'");
    TestApp.done(coop.app().app().jobs().everyMinute());
    assertThat(people()).isEqualTo("diane@demo.test");
  }

  @Test
  void theSeatsThatAreTakenAreNoReasonToRefuseAnotherText() {
    var post = id(offer("bruno", 4));
    accepted("diane", post);
    soon("Diane takes part", () -> people().equals("diane@demo.test"));

    assertThat(offer("bruno", 4).body()).contains("Il ne reste que 3 places");
    var changed = coop.browser("bruno")
        .submit(
            "/board/" + post + "/text",
            "kind",
            "offer",
            "mode",
            "free",
            "title",
            "Covoiturage vers Vienne, retour compris",
            "body",
            "Au coût réel.",
            "places",
            "4",
            "booking",
            booking);
    assertThat(changed.statusCode()).isEqualTo(303);
  }

  @Test
  void ofTwentyWhoAreAcceptedAtOnceNobodyIsForgotten() {
    var post = id(offer("bruno", 4));
    coop.sql(
        "INSERT INTO member (email, name, state, created_at) SELECT 'p' || n || '@demo.test', 'Passager ' || n, 'active', now()"
            + " FROM generate_series(1, 20) AS n",
        "INSERT INTO engagement (post_id, helper_id, mode, status, agreed_at, since) SELECT " + post
            + ", p.author_id, 'free', 'agreed', now(), now() FROM post p, generate_series(1, 20)",
        "INSERT INTO engagement_receiver (engagement_id, member_id) SELECT e.id, m.id"
            + " FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM engagement) e JOIN member m ON m.email = 'p' || e.n || '@demo.test'");
    Together.together(
        20, i -> TestApp.done(coop.app().app().jobs().everyMinute().map(i)));
    TestApp.done(coop.app().app().jobs().everyMinute());
    assertThat(coop.one("SELECT count(*) FROM participant")).isEqualTo("20");
    assertThat(coop.one("SELECT count(*) FROM engagement_receiver WHERE aboard"))
        .isEqualTo("20");
  }

  private void accepted(String name, String post) {
    assertThat(accepts(answers(name, post)).statusCode()).isEqualTo(200);
  }

  private String people() {
    return coop.one("SELECT coalesce(string_agg(m.email, ' '), '') FROM participant p JOIN member m"
        + " ON m.id = p.member_id WHERE p.booking_id = " + booking);
  }

  @Test
  void onceTheCarHasGoneNobodyGetsIn() {
    var answer = answers("diane", id(offer("bruno", 4)));
    coop.clock().pass(Duration.ofDays(2));
    assertThat(accepts(answer).statusCode()).isEqualTo(409);
  }

  @Test
  void ofTwentyRoundsAtOnceOneEndsIt() {
    var post = id(offer("bruno", 4));
    answers("diane", post);
    cancelled();
    Together.together(20, i -> {
      TestApp.done(coop.app().app().jobs().everyMinute());
      return i;
    });
    coop.everythingIsTold();
    assertThat(coop.one("SELECT count(*) FROM inbox WHERE kind = 'answer.closed'"))
        .isEqualTo("1");
  }

  @Test
  void aHandWithAThingIsAskedOfThoseTrainedForItAndOfThoseWhoAreThere() {
    coop.sql(
        "INSERT INTO habilitation (slug, name) VALUES ('laser', 'Découpe laser')",
        "UPDATE resource SET policy = policy || '{\"habilitations\":[\"laser\"]}' WHERE slug = 'decoupe-laser'",
        "INSERT INTO member_habilitation (habilitation_id, member_id, given_by, given_at, valid_from)"
            + " SELECT h.id, m.id, m.id, '2026-01-01Z', '2026-01-01' FROM habilitation h, member m WHERE m.email = 'emile@demo.test'",
        "UPDATE member SET asked = true, shows_presence = true WHERE email IN ('emile@demo.test', 'diane@demo.test')");
    coop.as("diane").book("salle-loire", "2026-12-08T14:00:00+01:00", "2026-12-08T15:00:00+01:00");
    assertThat(coop.browser("bruno").get("/resources/decoupe-laser").body())
        .contains("/board/new?resource=decoupe-laser");
    assertThat(coop.as("bruno").post("/api/v1/posts", aHandWithTheLaser()).statusCode())
        .isEqualTo(201);
    coop.everythingIsTold();
    assertThat(coop.browser("emile").get("/inbox").body()).contains("Vous êtes habilité·e");
    assertThat(coop.browser("diane").get("/inbox").body())
        .contains("Vous êtes sur place aujourd’hui");
    assertThat(coop.one("SELECT count(*) FROM inbox WHERE kind = 'post.matched'"))
        .isEqualTo("2");
  }

  private static JsonObject aHandWithTheLaser() {
    return new JsonObject()
        .put("kind", "request")
        .put("mode", "free")
        .put("title", "Régler la découpe laser")
        .put("body", "Elle brûle les bords.")
        .put("site", "lyon")
        .put("resource", "decoupe-laser");
  }

  private void cancelled() {
    var path = "/api/v1/bookings/" + booking + "/cancellation";
    assertThat(coop.as("bruno").post(path, new JsonObject()).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> offer(String name, int places) {
    return coop.as(name)
        .post(
            "/api/v1/posts",
            new JsonObject()
                .put("kind", "offer")
                .put("mode", "free")
                .put("title", "Covoiturage vers Vienne")
                .put("body", "Au coût réel.")
                .put("site", "lyon")
                .put("places", places)
                .put("booking", booking));
  }

  private String answers(String name, String post) {
    return id(coop.as(name)
        .post("/api/v1/posts/" + post + "/answers", new JsonObject().put("body", "Je viens.")));
  }

  private HttpResponse<String> accepts(String answer) {
    return coop.as("bruno").post("/api/v1/answers/" + answer + "/acceptance", new JsonObject());
  }

  private static String id(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonObject(answer.body()).getString("id");
  }
}
