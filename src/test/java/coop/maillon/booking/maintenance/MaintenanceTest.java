package coop.maillon.booking.maintenance;

import static coop.maillon.support.Soon.soon;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.closure.Closures;
import coop.maillon.booking.seat.IntervalColouring;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.event.Relay;
import coop.maillon.resource.Catalogues;
import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import coop.maillon.support.TestApp;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Salle Loire is cleaned every Monday from 8 to 10. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class MaintenanceTest {

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
  void lookingShowsTheNextDatesWithWhatTheyTouchAndClosesNothing() {
    book("bruno", "2026-12-14", 9, 10);

    var page = coop.browser("chloe").get(query("weekly", "2026-12-14", "")).body();

    assertThat(page)
        .contains("lundi 14 décembre, 08:00–10:00", "lundi 18 janvier, 08:00–10:00")
        .doesNotContain("lundi 25 janvier, 08:00")
        .contains("1 réservation touchée", "personne n’est touché", "Fermer 6 dates");
    assertThat(coop.one("SELECT count(*) FROM closure")).isEqualTo("0");
  }

  @Test
  void theDatesOfSixWeeksAreClosedAndTheNextInTheirTurn() {
    plan("weekly", "2026-12-14", "");

    assertThat(dates()).hasSize(6).contains("2026-12-14T07:00Z", "2027-01-18T07:00Z");
    assertThat(book("bruno", "2027-01-18", 9, 10).statusCode()).isEqualTo(409);
    assertThat(book("bruno", "2027-01-25", 9, 10).statusCode()).isEqualTo(201);

    coop.clock().set(Instant.parse("2026-12-15T09:15:00Z"));
    everyHour();
    everyHour();

    assertThat(dates()).hasSize(7).contains("2027-01-25T07:00Z");
  }

  @Test
  void eightOClockStaysEightOClockAcrossAClockChange() {
    coop.clock().set(Instant.parse("2027-03-09T09:15:00Z"));

    plan("fortnightly", "2027-03-15", "");

    assertThat(dates())
        .containsExactly("2027-03-15T07:00Z", "2027-03-29T06:00Z", "2027-04-12T06:00Z");
  }

  @Test
  void theFirstMondayOfTheMonthAndItsLastDayAreKept() {
    plan("monthly-weekday", "2026-12-07", "2027-01-31");

    assertThat(dates()).containsExactly("2027-01-04T07:00Z");
    assertThat(coop.browser("chloe").get("/manage/maintenance").body().replace('\u00a0', ' '))
        .contains("le premier lundi du mois, 08:00–10:00, jusqu’au dimanche 31 janvier 2027")
        .contains("prochaine date : lundi 4 janvier, 08:00–10:00");
    coop.clock().set(Instant.parse("2027-02-01T09:15:00Z"));
    everyHour();
    assertThat(dates()).hasSize(1);
  }

  @Test
  void whoeverItTouchesIsRehousedAndToldOnceOfAllDates() {
    var first = id(book("bruno", "2026-12-14", 9, 10));
    var second = id(book("bruno", "2026-12-21", 9, 10));

    plan("weekly", "2026-12-14", "");

    assertThat(List.of(place(first), place(second)))
        .allMatch(place -> place.startsWith("confirmed ") && !place.endsWith("salle-loire"));
    soon("Bruno is told", () -> told().equals("1"));
    var letters = new Mailbox(coop.app())
        .all().stream()
            .filter(mail -> mail.recipient().equals(Coop.BRUNO))
            .filter(mail -> mail.subject().contains("Entretien régulier"))
            .toList();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).text()).contains("14 décembre", "21 décembre", "Ménage");
    assertThat(letters.get(0).calendar().orElseThrow())
        .contains("METHOD:REQUEST", "UID:booking-" + first + "@", "UID:booking-" + second + "@");
    everyHour();
    assertThat(told()).isEqualTo("1");
  }

  private String place(String booking) {
    return coop.one("""
        SELECT b.status || ' ' || r.slug FROM booking b JOIN booked k ON k.booking_id = b.id
          JOIN resource r ON r.id = k.resource_id WHERE b.id = %s
        """.formatted(booking));
  }

  @Test
  void liftingOneDateLeavesTheOthersAndItIsNotClosedAgain() {
    plan("weekly", "2026-12-14", "");
    var second = coop.one("SELECT id FROM closure ORDER BY starts_at LIMIT 1 OFFSET 1");

    coop.browser("chloe").submit("/manage/closures/" + second + "/lifting");
    coop.clock().pass(Duration.ofHours(1));
    everyHour();

    assertThat(book("bruno", "2026-12-21", 9, 10).statusCode()).isEqualTo(201);
    assertThat(book("bruno", "2026-12-14", 9, 10).statusCode()).isEqualTo(409);
    assertThat(book("bruno", "2026-12-28", 9, 10).statusCode()).isEqualTo(409);
  }

  @Test
  void endedInOneClickNothingComesBackAndWhatIsToComeOpensAgain() {
    plan("weekly", "2026-12-14", "");
    var chloe = coop.browser("chloe");
    assertThat(chloe.get("/manage/closures").body()).contains("Entretien régulier");

    assertThat(chloe.submit("/manage/maintenance/1/end").statusCode()).isEqualTo(303);

    assertThat(coop.one("SELECT count(*) FROM occupancy")).isEqualTo("0");
    assertThat(chloe.submit("/manage/maintenance/1/end").statusCode()).isEqualTo(404);
    assertThat(chloe.get("/manage/maintenance").body()).contains("Aucun entretien régulier");
    coop.clock().pass(Duration.ofDays(30));
    everyHour();
    assertThat(dates()).hasSize(6);
  }

  @Test
  void whereEndingItWasStoppedMidwayTheRestOpensWithinTheHour() {
    plan("weekly", "2026-12-14", "");
    coop.sql("UPDATE closure_rule SET ended_at = '2026-12-01'");
    everyHour();
    assertThat(coop.one("SELECT count(*) FROM occupancy")).isEqualTo("0");
  }

  @Test
  void onlyWhoCoordinatesThePlaceMayPlanOrEnd() {
    assertThat(coop.browser("paula").get(query("weekly", "2026-12-14", "")).statusCode())
        .isEqualTo(403);
    assertThat(submit("paula", "weekly", "2026-12-14", "").statusCode()).isEqualTo(403);
    plan("weekly", "2026-12-14", "");
    assertThat(coop.browser("paula").submit("/manage/maintenance/1/end").statusCode())
        .isEqualTo(404);
    assertThat(coop.browser("paula").get("/manage/maintenance").body())
        .doesNotContain("Salle Loire");
  }

  @Test
  void whatCannotBeReadIsNamedAndKept() {
    var answer = submit("chloe", "weekly", "2026-12-14", "2026-12-01");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Le dernier jour vient après", "value=\"2026-12-14\"");
  }

  @Test
  void ofTwentyRoundsAtOnceOnTwoNodesEachDateIsClosedOnceAndToldOnce() {
    book("bruno", "2026-12-14", 9, 10);
    coop.sql("""
        INSERT INTO closure_rule (resource_id, rrule, zone, starts_local, minutes, reason, created_by, created_at)
        SELECT r.id, 'FREQ=WEEKLY', 'Europe/Paris', '2026-12-14 08:00', 120, 'Ménage', m.id, '2026-12-08Z'
          FROM resource r, member m WHERE r.slug = 'salle-loire' AND m.email = 'chloe@demo.test'
        """);
    try (var one = new Node(coop);
        var other = new Node(coop)) {
      together(20, i -> TestApp.done((i % 2 == 0 ? one : other).rounds.makeAll()));
    }

    assertThat(dates()).hasSize(6);
    assertThat(coop.one("SELECT count(*) FROM closure")).isEqualTo("6");
    soon("Bruno is told", () -> told().equals("1"));
    assertThat(coop.one("SELECT count(*) FROM occupancy WHERE cause = 'closure'"))
        .isEqualTo("6");
  }

  /** One more server on the same database, as far as maintenance goes. */
  private static final class Node implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Database database;
    private final Maintenances rounds;

    Node(Coop coop) {
      database = Database.open(vertx, coop.database().connectOptions(), 8, 200);
      var events = new Events(database, new Relay(vertx, database), coop.clock());
      var ground = new Closures.Ground(database, new Catalogues(database), events, coop.clock());
      var rules = new Bookings.Rules(List.of(), new IntervalColouring());
      rounds = new Maintenances(ground, new Closures(vertx, ground, rules));
    }

    @Override
    public void close() {
      TestApp.done(database.close());
      TestApp.done(vertx.close());
    }
  }

  private void plan(String repeat, String date, String until) {
    var answer = submit("chloe", repeat, date, until);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  private HttpResponse<String> submit(String who, String repeat, String date, String until) {
    return coop.browser(who)
        .submit(
            "/manage/maintenance",
            "what",
            "resource:salle-loire",
            "date",
            date,
            "start",
            "08:00",
            "end",
            "10:00",
            "repeat",
            repeat,
            "until",
            until,
            "reason",
            "Ménage");
  }

  private static String query(String repeat, String date, String until) {
    return "/manage/maintenance/new?what=resource:salle-loire&date=" + date
        + "&start=08:00&end=10:00&repeat=" + repeat + "&until=" + until + "&reason=cleaning";
  }

  private List<String> dates() {
    var all = coop.one(
        "SELECT coalesce(string_agg(to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI\"Z\"'), ' ' ORDER BY starts_at), '')"
            + " FROM closure");
    return Stream.of(all.split(" ")).filter(one -> !one.isEmpty()).toList();
  }

  private String told() {
    return coop.one("SELECT count(*) FROM inbox WHERE kind = 'maintenance.told'");
  }

  private void everyHour() {
    TestApp.done(coop.app().app().jobs().everyHour());
  }

  private HttpResponse<String> book(String who, String day, int from, int to) {
    return coop.as(who)
        .book(
            "salle-loire",
            "%sT%02d:00:00+01:00".formatted(day, from),
            "%sT%02d:00:00+01:00".formatted(day, to));
  }

  private static String id(HttpResponse<String> answer) {
    return new JsonObject(answer.body()).getString("id");
  }
}
