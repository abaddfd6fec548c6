package coop.maillon.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestApp;
import coop.maillon.support.Together;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Bruno has the Zoé on Thursday and offers its four free seats; help is asked for with things. It is Tuesday 8 December 2026. */
class SeatsTest {

  @AutoClose
  private final Ride ride = new Ride();

  @Test
  void theFormKnowsTheRideAndItsFreeSeats() {
    var bruno = ride.coop.browser("bruno");
    assertThat(bruno.get("/bookings/" + ride.booking()).body())
        .contains("Proposer les places libres");
    assertThat(bruno.get("/board/new?kind=offer&booking=" + ride.booking()).body())
        .contains("Covoiturage avec Zoé bleue, jeudi 10 décembre", "Je pars à 09:00")
        .contains("name=\"places\" type=\"number\" value=\"4\"");
  }

  @Test
  void nobodyOffersMoreSeatsThanThereAreNorThoseOfAnother() {
    assertThat(ride.offer("bruno", 5).body())
        .contains("Il ne reste que 4 places dans cette réservation");
    assertThat(ride.offer("diane", 1).statusCode()).isEqualTo(400);
    ride.cancelled();
    assertThat(ride.offer("bruno", 1).statusCode()).isEqualTo(400);
  }

  @Test
  void thePageSaysWhenAndWith() {
    var post = Ride.id(ride.offer("bruno", 4));
    assertThat(ride.coop.browser("diane").get("/board/" + post).body())
        .contains("Zoé bleue, jeudi 10 décembre, 09:00–12:00");
  }

  @Test
  void whenTheBookingIsCancelledTheOfferEndsAndEverybodyInItIsTold() {
    var post = Ride.id(ride.offer("bruno", 4));
    var diane = ride.answers("diane", post);
    var emile = ride.answers("emile", post);
    assertThat(ride.accepts(diane).statusCode()).isEqualTo(200);

    ride.cancelled();

    assertThat(ride.accepts(emile).statusCode()).as("at once").isEqualTo(409);
    TestApp.done(ride.coop.app().app().jobs().everyMinute());
    ride.coop.everythingIsTold();
    assertThat(ride.coop.browser("diane").get("/inbox").body())
        .contains("La réservation n’aura pas lieu, votre accord tombe");
    assertThat(ride.coop.browser("emile").get("/inbox").body())
        .contains("L’annonce s’arrête, votre réponse aussi");
    assertThat(ride.coop.one("SELECT status FROM post")).isEqualTo("withdrawn");
    assertThat(ride.coop.one("SELECT status FROM engagement")).isEqualTo("cancelled");
    assertThat(ride.coop.browser("diane").get("/board/" + post).body()).contains("annulée");
  }

  @Test
  void onceTheCarHasGoneNobodyGetsIn() {
    var answer = ride.answers("diane", Ride.id(ride.offer("bruno", 4)));
    ride.coop.clock().pass(Duration.ofDays(2));
    assertThat(ride.accepts(answer).statusCode()).isEqualTo(409);
  }

  @Test
  void ofTwentyRoundsAtOnceOneEndsIt() {
    var post = Ride.id(ride.offer("bruno", 4));
    ride.answers("diane", post);
    ride.cancelled();
    Together.together(20, i -> {
      TestApp.done(ride.coop.app().app().jobs().everyMinute());
      return i;
    });
    ride.coop.everythingIsTold();
    assertThat(ride.coop.one("SELECT count(*) FROM inbox WHERE kind = 'answer.closed'"))
        .isEqualTo("1");
  }

  @Test
  void aHandWithAThingIsAskedOfThoseTrainedForItAndOfThoseWhoAreThere() {
    ride.coop.sql(
        "INSERT INTO habilitation (slug, name) VALUES ('laser', 'Découpe laser')",
        "UPDATE resource SET policy = policy || '{\"habilitations\":[\"laser\"]}' WHERE slug = 'decoupe-laser'",
        "INSERT INTO member_habilitation (habilitation_id, member_id, given_by, given_at, valid_from)"
            + " SELECT h.id, m.id, m.id, '2026-01-01Z', '2026-01-01' FROM habilitation h, member m WHERE m.email = 'emile@demo.test'",
        "UPDATE member SET asked = true, shows_presence = true WHERE email IN ('emile@demo.test', 'diane@demo.test')");
    ride.coop
        .as("diane")
        .book("salle-loire", "2026-12-08T14:00:00+01:00", "2026-12-08T15:00:00+01:00");
    assertThat(ride.coop.browser("bruno").get("/resources/decoupe-laser").body())
        .contains("/board/new?resource=decoupe-laser");
    assertThat(ride.coop.as("bruno").post("/api/v1/posts", aHandWithTheLaser()).statusCode())
        .isEqualTo(201);
    ride.coop.everythingIsTold();
    assertThat(ride.coop.browser("emile").get("/inbox").body()).contains("Vous êtes habilité·e");
    assertThat(ride.coop.browser("diane").get("/inbox").body())
        .contains("Vous êtes sur place aujourd’hui");
    assertThat(ride.coop.one("SELECT count(*) FROM inbox WHERE kind = 'post.matched'"))
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
}
