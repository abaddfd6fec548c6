package coop.maillon.booking.planning;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A planning that was kept is never an old one. */
class DaysAtHandTest {

  private static final String DAY = "/?site=lyon&date=2026-12-08";

  private static Coop coop;

  @BeforeAll
  static void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @BeforeEach
  void startAfresh() {
    coop.clock().set(Instant.parse("2026-12-01T08:00:00Z"));
    coop.sql("DELETE FROM occupancy", "DELETE FROM hold");
  }

  @Test
  void whateverMomentAnotherBooksWhoeverBookedSeesTheirBooking() {
    var seen = together(24, i -> {
      String title = "Atelier numéro " + i;
      String start = "2026-12-08T%02d:%02d:00+01:00".formatted(8 + i / 2, i % 2 * 30);
      String end = "2026-12-08T%02d:%02d:00+01:00".formatted(8 + (i + 1) / 2, (i + 1) % 2 * 30);
      var wish = new JsonObject()
          .put("resource", "salle-loire")
          .put("start", start)
          .put("end", end)
          .put("title", title);
      assertThat(coop.as("bruno").post("/api/v1/bookings", wish).statusCode()).isEqualTo(201);
      return coop.browser("bruno").get(DAY).body().contains(title);
    });
    assertThat(seen).hasSize(24).containsOnly(true);
  }

  @Test
  void whatAnotherNodeDidIsSeenAtOnce() {
    try (TestApp other = TestApp.on(coop.database(), Map.of())) {
      assertThat(coop.browser("chloe").get(DAY).body()).doesNotContain("Bruno F.");
      new Visitor(other)
          .withToken("token-bruno")
          .book("salle-loire", "2026-12-08T10:00:00+01:00", "2026-12-08T11:00:00+01:00");
      assertThat(coop.browser("chloe").get(DAY).body()).contains("Bruno F.");
    }
  }

  @Test
  void aHoldThatHasRunOutIsGoneThoughNothingHappened() {
    var hold = new JsonObject()
        .put("resource", "salle-loire")
        .put("start", "2026-12-08T10:00:00+01:00")
        .put("end", "2026-12-08T11:00:00+01:00");
    coop.as("bruno").post("/api/v1/holds", hold);
    assertThat(coop.browser("diane").get(DAY).body()).contains("<li class=\"block hold");
    coop.clock().pass(Duration.ofMinutes(3));
    assertThat(coop.browser("diane").get(DAY).body()).doesNotContain("<li class=\"block hold");
  }

  @Test
  void nobodyIsShownWhatWasDrawnForSomebodyWhoMayKnowMore() {
    var wish = new JsonObject()
        .put("resource", "salle-loire")
        .put("start", "2026-12-08T10:00:00+01:00")
        .put("end", "2026-12-08T11:00:00+01:00")
        .put("title", "Entretien annuel");
    coop.as("bruno").post("/api/v1/bookings", wish);
    assertThat(coop.browser("bruno").get(DAY).body()).contains("Entretien annuel");
    assertThat(coop.browser("chloe").get(DAY).body()).contains("Entretien annuel", "Bruno F.");
    assertThat(coop.browser("diane").get(DAY).body())
        .contains("Bruno F.")
        .doesNotContain("Entretien annuel");
    assertThat(coop.browser("gus").get(DAY).body()).doesNotContain("Entretien annuel", "Bruno F.");
    assertThat(coop.browser("paula").get(DAY).body())
        .contains("Bruno F.")
        .doesNotContain("Entretien annuel");
  }
}
