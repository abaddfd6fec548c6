package coop.maillon.booking.waiting;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.live.Ear;
import coop.maillon.member.Standing;
import coop.maillon.support.Coop;
import coop.maillon.support.Soon;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestClock;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A place that becomes free comes by itself to whoever waited first. */
class WaitingListTest {

  private static final String START = "2026-12-10T10:00:00+01:00";
  private static final String END = "2026-12-10T11:00:00+01:00";
  private static final String POOL = "videoprojecteur";

  private static Coop coop;

  @BeforeAll
  static void start() {
    coop = Coop.start();
    for (int i = 0; i < 10; i++) {
      coop.member("w" + i + "@demo.test", "Waiter " + i, Standing.MEMBER);
    }
    coop.restorePeople();
  }

  @AfterAll
  static void stop() {
    coop.close();
  }

  @BeforeEach
  void nobodyWaits() {
    coop.clock().set(TestClock.BEGINNING);
    coop.empty("booking, hold, waiting, event, outbox, inbox");
  }

  @Test
  void ofTenWhoWaitTheFirstThreeAreOfferedTheThreeSlotsFreedAtOnce() {
    warmUp();
    var taken = List.of(book("bruno", POOL), book("diane", POOL), book("emile", POOL));
    IntStream.range(0, 10).forEach(i -> waits("w" + i, POOL));
    var ear = Ear.of(coop, "w2").subscribe("inbox");
    ear.next();
    long freed = System.nanoTime();
    together(3, i -> cancel(List.of("bruno", "diane", "emile").get(i), taken.get(i)));
    assertThat(ear.next().getString("kind")).isNotEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - freed)).isLessThan(Duration.ofSeconds(1));
    assertThat(offered()).containsExactly("w0", "w1", "w2");
    assertThat(coop.one("SELECT count(*) FROM occupancy WHERE cause = 'hold'")).isEqualTo("3");
    assertThat(coop.one("SELECT count(*) FROM event WHERE kind = 'waiting.offered'"))
        .isEqualTo("3");
  }

  @Test
  void anOfferThatRunsOutGoesToTheNext() {
    var taken = book("bruno", "salle-loire");
    waits("w0", "salle-loire");
    waits("w1", "salle-loire");
    cancel("bruno", taken);
    Soon.soon("the first has it", () -> offered().equals(List.of("w0")));
    coop.clock().pass(Duration.ofMinutes(31));
    TestApp.done(coop.app().app().jobs().everyMinute());
    Soon.soon("the next has it", () -> offered().equals(List.of("w1")));
    assertThat(coop.one("SELECT state FROM waiting ORDER BY id LIMIT 1")).isEqualTo("passed");
  }

  @Test
  void whoeverStandsBehindSixtyThatWaitForAnotherTimeIsOfferedTheirsAllTheSame() {
    var taken = book("bruno", "salle-loire");
    coop.as("emile").book("salle-loire", "2026-12-11T10:00:00+01:00", "2026-12-11T18:00:00+01:00");
    coop.sql("""
        INSERT INTO waiting (member_id, resource_id, starts_at, ends_at, state, created_at)
        SELECT m.id, r.id, timestamptz '2026-12-11 09:00Z' + n * interval '5 minutes', '2026-12-11 16:00Z', 'waiting',
               '2026-12-01Z'
          FROM member m, resource r, generate_series(1, 60) n
         WHERE m.email = 'diane@demo.test' AND r.slug = 'salle-loire'
        """);
    waits("w0", "salle-loire");
    cancel("bruno", taken);
    Soon.soon("the one behind them has it", () -> offered().equals(List.of("w0")));
  }

  @Test
  void whoeverLeavesGivesTheOfferToTheNextAndWhoeverTakesItHasIt() {
    var taken = book("bruno", "salle-loire");
    waits("w0", "salle-loire");
    waits("w1", "salle-loire");
    cancel("bruno", taken);
    Soon.soon("the first has it", () -> offered().equals(List.of("w0")));
    var first = coop.browser("w0");
    assertThat(first.get("/waiting").body()).contains("Gardée pour vous jusqu’à 10:45");
    first.post("/waiting/" + idOf("w0") + "/departure");
    Soon.soon("the next has it", () -> offered().equals(List.of("w1")));
    var next = coop.browser("w1").post("/waiting/" + idOf("w1") + "/acceptance");
    assertThat(next.headers().firstValue("Location").orElse("")).startsWith("/bookings/");
    assertThat(coop.one("SELECT string_agg(state, ' ' ORDER BY id) FROM waiting"))
        .isEqualTo("left taken");
  }

  @Test
  void ofTwentyWhoBookWhileOneCancelsNobodyPassesBeforeTheFirstInLine() {
    var taken = book("bruno", "salle-loire");
    waits("w0", "salle-loire");
    var answers = together(
        20,
        i -> i == 0
            ? cancel("bruno", taken)
            : coop.as(i % 2 == 0 ? "diane" : "emile").book("salle-loire", START, END));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).isEmpty();
    Soon.soon("the first in line has it", () -> offered().equals(List.of("w0")));
  }

  @Test
  void whatSomebodyWaitsForCannotBeTakenBack() {
    var taken = book("bruno", "salle-loire");
    waits("w0", "salle-loire");
    cancel("bruno", taken);
    var undo = coop.as("bruno").post("/api/v1/bookings/" + taken + "/undo", new JsonObject());
    assertThat(undo.statusCode()).isEqualTo(409);
    assertThat(new JsonObject(undo.body()).getString("type")).isEqualTo("/problems/state");
  }

  @Test
  void anOfferDoesNotRunOutWhilePeopleSleep() {
    coop.clock().set(java.time.Instant.parse("2026-12-08T20:50:00Z"));
    var taken = book("bruno", "salle-loire");
    waits("w0", "salle-loire");
    cancel("bruno", taken);
    Soon.soon("the first has it", () -> offered().equals(List.of("w0")));
    assertThat(coop.one("SELECT offered_until AT TIME ZONE 'Europe/Paris' FROM waiting"))
        .startsWith("2026-12-09 07:30");
  }

  /** Once through all of it, so that what is measured is not how the program loads its classes. */
  private static void warmUp() {
    var ear = Ear.of(coop, "w9").subscribe("inbox");
    ear.next();
    var taken = book("bruno", "salle-rhone");
    waits("w9", "salle-rhone");
    cancel("bruno", taken);
    ear.next();
    coop.browser("w9").post("/waiting/" + idOf("w9") + "/departure");
    ear.cut();
    coop.sql("DELETE FROM waiting", "TRUNCATE event, outbox, inbox");
  }

  private static String book(String who, String resource) {
    var answer = coop.as(who).book(resource, START, END);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonObject(answer.body()).getString("id");
  }

  private static HttpResponse<String> cancel(String who, String booking) {
    return coop.as(who).post("/api/v1/bookings/" + booking + "/cancellation", new JsonObject());
  }

  private static void waits(String who, String resource) {
    var wish = new JsonObject().put("resource", resource).put("start", START).put("end", END);
    assertThat(coop.as(who).post("/api/v1/waiting-list", wish).statusCode()).isEqualTo(201);
    coop.clock().pass(Duration.ofMillis(1));
  }

  private static String idOf(String who) {
    return coop.one(
        "SELECT w.id FROM waiting w JOIN member m ON m.id = w.member_id WHERE m.email = '%s@demo.test'"
            .formatted(who));
  }

  private static List<String> offered() {
    return coop.one(
            "SELECT coalesce(string_agg(split_part(m.email, '@', 1), ' ' ORDER BY w.id), '')"
                + " FROM waiting w JOIN member m ON m.id = w.member_id WHERE w.state = 'offered'")
        .lines()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .toList();
  }
}
