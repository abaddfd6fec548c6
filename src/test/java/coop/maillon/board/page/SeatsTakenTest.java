package coop.maillon.board.page;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestApp;
import coop.maillon.support.Together;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whoever is accepted for a seat takes part in the booking, until they no longer come. */
class SeatsTakenTest {

  @AutoClose
  private final Ride ride = new Ride();

  @Test
  void whoeverIsAcceptedTakesPartAndLearnsThatItMoves() {
    ride.accepted("diane", Ride.id(ride.offer("bruno", 4)));

    soon("Diane takes part", () -> ride.people().equals("diane@demo.test"));
    assertThat(ride.coop.browser("diane").get("/bookings").body())
        .contains("/bookings/" + ride.booking());
    var moved = new JsonObject()
        .put("start", "2026-12-10T08:00:00+01:00")
        .put("end", "2026-12-10T11:00:00+01:00");
    assertThat(ride.coop
            .as("bruno")
            .with("If-Match", "2")
            .patch("/api/v1/bookings/" + ride.booking(), moved)
            .statusCode())
        .isEqualTo(200);
    ride.coop.everythingIsTold();
    assertThat(
            ride.coop.one(
                "SELECT string_agg(i.kind, ' ' ORDER BY i.seq) FROM inbox i JOIN member m"
                    + " ON m.id = i.member_id WHERE m.email = 'diane@demo.test' AND i.kind LIKE 'booking.%'"))
        .isEqualTo("booking.invited booking.moved");
  }

  @Test
  void whoeverNoLongerComesTakesPartNoMore() {
    ride.accepted("diane", Ride.id(ride.offer("bruno", 4)));
    soon("Diane takes part", () -> ride.people().equals("diane@demo.test"));

    var engagement = ride.coop.one("SELECT id FROM engagement");
    assertThat(ride.coop
            .browser("diane")
            .submit("/board/engagements/" + engagement + "/cancellation")
            .statusCode())
        .isEqualTo(303);
    soon("she does no more", () -> ride.people().isEmpty());
  }

  @Test
  void whoeverWasInvitedBeforeStaysSo() {
    ride.coop.sql("INSERT INTO participant SELECT " + ride.booking()
        + ", id FROM member WHERE email = 'diane@demo.test'");
    ride.accepted("diane", Ride.id(ride.offer("bruno", 3)));
    TestApp.done(ride.coop.app().app().jobs().everyMinute());
    ride.coop.sql("UPDATE engagement SET status = 'cancelled'");
    TestApp.done(ride.coop.app().app().jobs().everyMinute());
    assertThat(ride.people()).isEqualTo("diane@demo.test");
  }

  @Test
  void theSeatsThatAreTakenAreNoReasonToRefuseAnotherText() {
    var post = Ride.id(ride.offer("bruno", 4));
    ride.accepted("diane", post);
    soon("Diane takes part", () -> ride.people().equals("diane@demo.test"));

    assertThat(ride.offer("bruno", 4).body()).contains("Il ne reste que 3 places");
    var changed = ride.coop
        .browser("bruno")
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
            ride.booking());
    assertThat(changed.statusCode()).isEqualTo(303);
  }

  @Test
  void ofTwoWhoShareAnAgreementOnlyWhoeverLeavesIsGone() {
    var post = Ride.id(ride.offer("bruno", 4));
    ride.accepted("diane", post);
    ride.accepted("emile", post);
    soon("both take part", () -> ride.people().equals("diane@demo.test emile@demo.test"));
    assertThat(ride.coop.one("SELECT count(*) FROM engagement")).isEqualTo("1");

    ride.coop
        .browser("diane")
        .submit(
            "/board/engagements/" + ride.coop.one("SELECT id FROM engagement") + "/cancellation");
    soon("Diane does no more", () -> ride.people().equals("emile@demo.test"));
  }

  @Test
  void noFormOfTheBookerTakesASeatAwayOrTellsAnAddress() {
    ride.accepted("diane", Ride.id(ride.offer("bruno", 4)));
    soon("Diane takes part", () -> ride.people().equals("diane@demo.test"));

    var bruno = ride.coop.browser("bruno");
    assertThat(bruno.get("/bookings/" + ride.booking()).body())
        .contains("Diane")
        .doesNotContain("diane@demo.test");
    var saved = bruno.submit(
        "/bookings/" + ride.booking() + "/details",
        "title",
        "Vienne",
        "participants",
        "emile@demo.test");
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(ride.people()).isEqualTo("diane@demo.test emile@demo.test");
  }

  @Test
  void aRideInSevenWeeksIsStillAgreedOnThen() {
    ride.booked("2027-01-28");
    ride.accepted("diane", Ride.id(ride.offer("bruno", 4)));
    ride.coop.clock().pass(Duration.ofDays(45));
    TestApp.done(ride.coop.app().app().jobs().everyHour());
    TestApp.done(ride.coop.app().app().jobs().everyMinute());
    assertThat(ride.coop.one("SELECT status FROM engagement")).isEqualTo("agreed");
    assertThat(ride.people()).isEqualTo("diane@demo.test");
  }

  /** Two nodes hear of each of them, and each sees to all. */
  @Test
  void ofTwentyWhoAreAcceptedAtOnceNobodyIsForgotten() {
    var post = Ride.id(ride.offer("bruno", 4));
    ride.coop.sql(
        "INSERT INTO member (email, name, state, created_at) SELECT 'p' || n || '@demo.test', 'Passager ' || n, 'active', now()"
            + " FROM generate_series(1, 20) AS n",
        "UPDATE post SET places = 20",
        "INSERT INTO answer (post_id, member_id, body, status, created_at) SELECT " + post
            + ", id, 'Je viens.', 'proposed', '2026-12-08T09:15:00Z' FROM member WHERE email LIKE 'p%@demo.test' AND name LIKE 'Passager%'");
    var answers = ride.coop.one("SELECT string_agg(id::text, ' ') FROM answer").split(" ");
    try (var other = TestApp.on(ride.coop.database(), Map.of())) {
      var came = Together.together(20, i -> ride.accepts(answers[i]).statusCode());
      assertThat(came).containsOnly(200);
      TestApp.done(other.app().jobs().everyMinute());
      TestApp.done(ride.coop.app().app().jobs().everyMinute());
    }
    assertThat(ride.coop.one("SELECT count(*) FROM participant WHERE seat")).isEqualTo("20");
    assertThat(ride.coop.one("SELECT count(*) FROM engagement_receiver WHERE aboard = 'aboard'"))
        .isEqualTo("20");
  }
}
