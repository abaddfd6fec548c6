package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo is what contract.md says it is. */
class DemoDataTest {

  private static TestApp app;

  @BeforeAll
  static void start() {
    app = TestApp.start(Map.of("MAILLON_DEMO", "true"));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void everyoneOfTheCastCanSignIn() {
    for (String name : List.of("ada", "chloe", "bruno", "diane", "emile")) {
      assertThat(signIn(name + "@demo.test").statusCode()).as(name).isEqualTo(201);
    }
  }

  @Test
  void adaAdministersAndCoordinatesEverySiteAndChloeCoordinatesLyon() {
    assertThat(ask("""
        SELECT m.email, m.administrator, string_agg(s.slug, ',' ORDER BY s.slug)
          FROM member m JOIN coordinates c ON c.member_id = m.id JOIN site s ON s.id = c.site_id
         GROUP BY m.id ORDER BY m.email"""))
        .containsExactly("ada@demo.test t grenoble,lyon,saint-denis", "chloe@demo.test f lyon");
  }

  @Test
  void fortyMoreMembersBelong() {
    assertThat(ask("SELECT count(*) FROM member WHERE state = 'active'")).containsExactly("45");
    assertThat(
            ask(
                "SELECT name FROM member WHERE email IN ('bruno@demo.test', 'diane@demo.test') ORDER BY 1"))
        .containsExactly("Bruno Faure", "Diane Roussel");
  }

  @Test
  void theSitesHaveTheirOwnTime() {
    assertThat(ask("SELECT slug, zone FROM site ORDER BY slug"))
        .containsExactly(
            "grenoble Europe/Paris", "lyon Europe/Paris", "saint-denis Indian/Reunion");
  }

  @Test
  void theResourcesAreThoseOfTheContract() {
    assertThat(ask("""
        SELECT r.slug, s.slug, r.kind, (SELECT count(*) FROM unit u WHERE u.resource_id = r.id)
          FROM resource r JOIN site s ON s.id = r.site_id ORDER BY r.slug"""))
        .containsExactly(
            "bureaux-calmes lyon space 6",
            "decoupe-laser lyon equipment 1",
            "e208-verte lyon vehicle 1",
            "kangoo grenoble vehicle 1",
            "salle-fourviere lyon space 0",
            "salle-fourviere-nord lyon space 1",
            "salle-fourviere-sud lyon space 1",
            "salle-loire lyon space 1",
            "salle-rhone lyon space 1",
            "salle-saone lyon space 1",
            "salle-volcan saint-denis space 1",
            "studio lyon space 1",
            "twingo-grise grenoble vehicle 1",
            "videoprojecteur lyon equipment 3",
            "zoe-bleue lyon vehicle 1");
  }

  @Test
  void theRoomsHoldAsManyAsTheContractSays() {
    assertThat(
            ask(
                "SELECT slug, capacity FROM resource WHERE slug LIKE 'salle-%' AND capacity > 5 ORDER BY slug"))
        .contains("salle-loire 12", "salle-rhone 6", "salle-saone 8", "salle-fourviere 30");
  }

  @Test
  void theWholeAndItsPartsAreOneSpace() {
    assertThat(ask(
            "SELECT count(DISTINCT space_group) FROM resource WHERE slug LIKE 'salle-fourviere%'"))
        .containsExactly("1");
    assertThat(ask("SELECT count(DISTINCT space_group) FROM resource")).containsExactly("13");
  }

  @Test
  void onlyWhatTheContractNamesHasARule() {
    assertThat(
            ask(
                "SELECT slug, policy - 'hours' FROM resource WHERE policy - 'hours' <> '{}' ORDER BY slug"))
        .filteredOn(line -> !line.contains("\"granularityMinutes\": 15}"))
        .containsExactly(
            "decoupe-laser {\"habilitations\": [\"decoupe-laser\"]}",
            "studio {\"approval\": \"always\", \"bufferAfterMinutes\": 15, \"bufferBeforeMinutes\": 15}");
    assertThat(ask("SELECT slug FROM resource WHERE policy ? 'granularityMinutes' ORDER BY slug"))
        .allMatch(slug -> slug.startsWith("salle-") || slug.equals("bureaux-calmes"))
        .hasSize(8);
    assertThat(ask("SELECT slug FROM resource WHERE policy ? 'hours' ORDER BY slug"))
        .containsExactly("bureaux-calmes", "e208-verte", "twingo-grise", "zoe-bleue");
  }

  @Test
  void theBoardHasPostsOfEveryKindAndEngagementsInEveryState() {
    assertThat(ask("SELECT kind, count(*) > 2 FROM post GROUP BY kind ORDER BY kind"))
        .containsExactly("offer t", "question t", "request t");
    assertThat(ask("SELECT DISTINCT status FROM engagement ORDER BY status"))
        .containsExactly("absent", "agreed", "cancelled", "confirmed", "declared", "disputed");
    assertThat(ask("SELECT count(*) > 5 FROM thanks")).containsExactly("t");
    assertThat(ask("SELECT sum(amount) FROM entry")).containsExactly("0");
  }

  @Test
  void everybodyDrivesAndAllButBrunoMayUseTheLaserCutter() {
    assertThat(ask("""
                SELECT h.slug || ' ' || m.email FROM habilitation h CROSS JOIN member m
                 WHERE NOT EXISTS (SELECT 1 FROM member_habilitation k
                                    WHERE k.habilitation_id = h.id AND k.member_id = m.id)
                """)).containsExactly("decoupe-laser bruno@demo.test");
  }

  @Test
  void twoMonthsAreFullOfLife() {
    int bookings = Integer.parseInt(ask("SELECT count(*) FROM booking").get(0));
    assertThat(bookings).isBetween(700, 900);
    assertThat(ask("SELECT status FROM booking WHERE status = 'pending'")).hasSize(3);
    assertThat(ask("SELECT count(DISTINCT member_id) > 40 FROM booking")).containsExactly("t");
    assertThat(ask("SELECT reason FROM closure ORDER BY reason"))
        .containsExactly("Entretien annuel", "Peinture des murs");
  }

  @Test
  void twoComeBackEveryWeekAndOneDateMovedNextDoorAndOneWasLeft() {
    assertThat(ask("""
        SELECT m.email, count(*), count(*) FILTER (WHERE b.detached), count(*) FILTER (WHERE b.status = 'cancelled')
          FROM booking b JOIN member m ON m.id = b.member_id WHERE b.series_id IS NOT NULL
         GROUP BY m.email ORDER BY m.email""")).containsExactly("bruno@demo.test 9 1 1", "diane@demo.test 12 0 0");
  }

  @Test
  void everythingWasBookedBeforeItBegan() {
    assertThat(ask("SELECT count(*) FROM booking WHERE created_at > starts_at"))
        .containsExactly("0");
  }

  @Test
  void twoMonthsAheadNothingIsBooked() {
    assertThat(
            ask(
                "SELECT count(*) FROM occupancy WHERE upper(during) > timestamptz '2026-12-08 09:15Z' + interval '59 days'"))
        .containsExactly("0");
  }

  @Test
  void nobodyGetsTwoMonthsOfMail() {
    assertThat(Integer.parseInt(ask("SELECT count(*) FROM outbox").get(0))
            + Integer.parseInt(ask("SELECT count(*) FROM event").get(0)))
        .isLessThan(30);
  }

  @Test
  void someAskInVainSoThatReportsHaveWhatToTell() {
    assertThat(ask("SELECT rule FROM refusal GROUP BY rule ORDER BY count(*) DESC"))
        .containsExactly("taken", "range-self", "opening-hours", "habilitation");
  }

  @Test
  void theCarsHaveATariffAndTheirTripsAreSettledByTheCounter() {
    assertThat(
            ask(
                "SELECT DISTINCT r.slug FROM tariff t JOIN resource r ON r.id = t.resource_id ORDER BY 1"))
        .containsExactly("e208-verte", "kangoo", "twingo-grise", "zoe-bleue");
    assertThat(ask(
            "SELECT count(*) > 20, bool_and(s.km_is_read), bool_or(s.cents > 0) FROM settlement s"))
        .containsExactly("t t t");
    assertThat(ask("SELECT bool_and(s.kwh_is_read) FROM settlement s WHERE s.kwh IS NOT NULL"))
        .containsExactly("t");
    assertThat(
            ask(
                "SELECT soc_pct, plugged FROM vehicle_reading v JOIN resource r ON r.id = v.resource_id WHERE r.slug = 'zoe-bleue' ORDER BY v.at DESC LIMIT 1"))
        .containsExactly("100 t");
  }

  @Test
  void fillingTwiceChangesNothing() {
    assertThat(TestApp.done(app.app().demo().fill())).isFalse();
  }

  private static List<String> ask(String query) {
    return TestDatabase.ask(app.database(), query);
  }

  private static java.net.http.HttpResponse<String> signIn(String email) {
    var body =
        new JsonObject().put("email", email).put("password", "maillon-demo").encode();
    return app.send(HttpRequest.newBuilder(app.at("/api/v1/tokens"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build());
  }
}
