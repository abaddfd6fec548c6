package coop.maillon.report;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Soon;
import coop.maillon.support.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refusal is counted by its reason, of nobody, once a minute; what is only looked at is not refused. */
class RefusalCountTest {

  private static final String NINE = "2026-12-09T09:00:00+01:00";
  private static final String TEN = "2026-12-09T10:00:00+01:00";
  private static final String NIGHT = "2026-12-09T03:00:00+01:00";
  private static final String LATE_NIGHT = "2026-12-09T04:00:00+01:00";

  private Coop coop;

  @BeforeEach
  void start() {
    coop = Coop.start();
  }

  @AfterEach
  void stop() {
    coop.close();
  }

  @Test
  void aTakenHourAndAClosedOneAreCountedByReason() {
    coop.as("diane").book("salle-loire", NINE, TEN);
    assertThat(coop.as("bruno").book("salle-loire", NINE, TEN).statusCode()).isEqualTo(409);
    assertThat(coop.as("bruno").book("salle-loire", NIGHT, LATE_NIGHT).statusCode())
        .isEqualTo(422);
    soonCounted("salle-loire opening-hours", "salle-loire taken");
    assertThat(coop.one("SELECT starts_at = '" + NINE + "' FROM refusal WHERE rule = 'taken'"))
        .isEqualTo("t");
  }

  @Test
  void whoTriesAgainInTheSameMinuteCountsOnce() {
    coop.as("diane").book("salle-loire", NINE, TEN);
    coop.as("bruno").book("salle-loire", NINE, TEN);
    coop.as("bruno").book("salle-loire", NINE, TEN);
    coop.as("emile").book("salle-loire", NINE, TEN);
    soonCounted("salle-loire taken", "salle-loire taken");
    coop.clock().pass(Duration.ofMinutes(1));
    coop.as("bruno").book("salle-loire", NINE, TEN);
    soonCounted("salle-loire taken", "salle-loire taken", "salle-loire taken");
  }

  @Test
  void lookingAtAFormCountsNothing() {
    coop.as("diane").book("salle-loire", NINE, TEN);
    assertThat(coop.browser("bruno")
            .get("/bookings/new?resource=salle-loire&date=2026-12-09&start=09:00&end=10:00")
            .body())
        .contains("Ce créneau est pris");
    coop.as("bruno").post("/api/v1/holds", wish("salle-loire", NINE, TEN));
    coop.as("bruno").book("salle-rhone", NIGHT, LATE_NIGHT);
    soonCounted("salle-rhone opening-hours");
  }

  @Test
  void aRefusedMoveIsCountedOnTheResourceThatItWasMovedOn() {
    coop.as("diane").book("salle-loire", NINE, TEN);
    var mine = new JsonObject(coop.as("bruno")
        .book("salle-loire", "2026-12-09T11:00:00+01:00", "2026-12-09T12:00:00+01:00")
        .body());
    var move = new JsonObject().put("start", NINE).put("end", TEN);
    assertThat(coop.as("bruno")
            .with("If-Match", "1")
            .patch("/api/v1/bookings/" + mine.getString("id"), move)
            .statusCode())
        .isEqualTo(409);
    soonCounted("salle-loire taken");
  }

  @Test
  void ofSeveralThingsTheOneThatWasTakenIsCounted() {
    coop.as("diane").book("decoupe-laser", NINE, TEN);
    var both = wish("salle-loire", NINE, TEN).put("also", new JsonArray().add("decoupe-laser"));
    assertThat(coop.as("bruno").post("/api/v1/bookings", both).statusCode()).isEqualTo(409);
    soonCounted("decoupe-laser taken");
  }

  @Test
  void theTableNamesReasonsAndNoPerson() {
    coop.as("diane").book("salle-loire", NINE, TEN);
    coop.as("bruno").book("salle-loire", NINE, TEN);
    soonCounted("salle-loire taken");
    var chloe = coop.browser("chloe");
    assertThat(chloe.get("/manage/reports/refusals.csv?period=month").body())
        .contains("lyon,salle-loire,taken,Déjà pris,1")
        .doesNotContain("Bruno", "Faure");
    assertThat(chloe.get("/manage/reports?period=month").body())
        .contains("Déjà pris", "Salle Loire 1", "1 demande refusée")
        .doesNotContain("Bruno");
    assertThat(columns()).containsExactly("at", "ends_at", "resource_id", "rule", "starts_at");
  }

  @Test
  void whatNoReportLooksAtIsForgotten() {
    coop.sql("""
        INSERT INTO refusal VALUES ('2020-01-01Z', 1, 'taken', '2020-01-01Z', '2020-01-02Z'),
                                   ('2026-01-01Z', 1, 'taken', '2026-01-01Z', '2026-01-02Z')
        """);
    coop.app()
        .app()
        .jobs()
        .everyHour()
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    assertThat(coop.one("SELECT count(*) FROM refusal")).isEqualTo("1");
  }

  private static JsonObject wish(String resource, String start, String end) {
    return new JsonObject().put("resource", resource).put("start", start).put("end", end);
  }

  private List<String> columns() {
    return TestDatabase.ask(
        coop.database(),
        "SELECT column_name FROM information_schema.columns WHERE table_name = 'refusal' ORDER BY 1");
  }

  private void soonCounted(String... resourcesAndRules) {
    Soon.soon("all is counted", () -> counted().size() >= resourcesAndRules.length);
    assertThat(counted()).containsExactly(resourcesAndRules);
  }

  private List<String> counted() {
    return TestDatabase.ask(
        coop.database(),
        "SELECT r.slug || ' ' || f.rule FROM refusal f JOIN resource r ON r.id = f.resource_id ORDER BY 1");
  }
}
