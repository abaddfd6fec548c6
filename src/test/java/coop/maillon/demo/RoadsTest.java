package coop.maillon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import coop.maillon.support.Visitor;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the matter with the demo's cars is so on whatever day, at whatever hour it is made. */
class RoadsTest {

  /** A Tuesday; a Monday and a Saturday around midnight in Paris; the days on which the clocks go back, and forward. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-08T09:15:00Z",
        "2026-07-05T22:10:00Z",
        "2026-05-30T21:50:00Z",
        "2026-10-24T18:00:00Z",
        "2027-03-28T00:30:00Z"
      })
  void whateverTheHourOneTripIsTightAndOneIsBrokenAndThereIsAScratch(String moment) {
    try (var app = TestApp.startAt(Instant.parse(moment), Map.of("MAILLON_DEMO", "true"))) {
      var demo = new Made(app);
      demo.aTripIsTightTomorrow();
      demo.aTripIsBrokenNextWeekAndItsProposalsAreBookable();
      demo.theScratchIsListed();
      demo.theReportShowsBothKindsOfRefusals();
    }
  }

  /** A demo that was just made. */
  private record Made(TestApp app) {

    private void aTripIsTightTomorrow() {
      String emile = booking("Salon à Saint-Étienne");
      assertThat(daysAhead(emile)).isEqualTo("1");
      assertThat(charge(Coop.EMILE, emile)).contains("Juste", "120 km prévus", "sous la réserve");
      assertThat(charge(Coop.CHLOE, emile)).contains("Juste");
      assertThat(charge(Coop.ADA, booking("Livraison à Bron"))).contains("Assez de charge");
    }

    private void aTripIsBrokenNextWeekAndItsProposalsAreBookable() {
      String diane = booking("Chantier à Voiron");
      assertThat(Integer.parseInt(daysAhead(diane))).isBetween(2, 8);
      assertThat(charge(Coop.ADA, diane)).contains("Pas assez de charge", "Kangoo", "Garder à");
      TestApp.done(app.app().jobs().everyMinute());
      assertThat(TestDatabase.ask(
              app.database(),
              "SELECT m.email, o.told FROM vehicle_outlook o JOIN booking b ON b.id = o.booking_id"
                  + " JOIN member m ON m.id = b.member_id WHERE o.told = 'broken'"))
          .containsExactly("diane@demo.test broken");
      var her = signedIn(Coop.DIANE);
      var options = Jsoup.parse(her.get("/bookings/" + diane + "/charge").body())
          .select("button[name=alternative]")
          .eachAttr("value");
      assertThat(options.get(0)).startsWith("kangoo/");
      var moved = her.post(
          "/bookings/" + diane + "/move", "version", version(diane), "alternative", options.get(0));
      assertThat(moved.statusCode()).isEqualTo(303);
      assertThat(charge(Coop.DIANE, diane)).doesNotContain("Pas assez de charge");
    }

    private void theScratchIsListed() {
      assertThat(page(Coop.CHLOE, "/manage/vehicles/e208-verte/damage"))
          .contains("Rayure de vingt centimètres", "à l’arrière droit", "Fatou");
    }

    private void theReportShowsBothKindsOfRefusals() {
      assertThat(
              TestDatabase.ask(
                  app.database(),
                  "SELECT f.rule, count(*) > 2 FROM refusal f JOIN resource r ON r.id = f.resource_id"
                      + " WHERE r.kind = 'vehicle' AND f.rule IN ('taken', 'range-self') GROUP BY 1 ORDER BY 1"))
          .containsExactly("range-self t", "taken t");
      assertThat(page(Coop.CHLOE, "/manage/reports?site=lyon"))
          .contains("Pas assez de charge pour le trajet", "Trop de kilomètres");
    }

    private String charge(String email, String booking) {
      return page(email, "/bookings/" + booking + "/charge");
    }

    private String page(String email, String path) {
      return Jsoup.parse(signedIn(email).get(path).body()).text();
    }

    private Visitor signedIn(String email) {
      return new Visitor(app).signIn(email, Coop.PASSWORD);
    }

    private String booking(String title) {
      return one("SELECT b.id FROM booking b WHERE b.title = '" + title + "'");
    }

    private String version(String booking) {
      return one("SELECT version FROM booking WHERE id = " + booking);
    }

    private String daysAhead(String booking) {
      return one("SELECT (starts_at AT TIME ZONE 'Europe/Paris')::date - ('"
          + app.clock().instant() + "'::timestamptz AT TIME ZONE 'Europe/Paris')::date"
          + " FROM booking WHERE id = " + booking);
    }

    private String one(String query) {
      return TestDatabase.ask(app.database(), query).get(0);
    }
  }
}
