package coop.maillon.vehicle.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import coop.maillon.vehicle.Chain;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demo's Zoé is full, and all that is booked of it keeps its charge; what is the matter with others RoadsTest shows. */
class DemoCarsTest {

  @Test
  void everyBookingAheadKeepsItsReserve() {
    try (var app = TestApp.start(Map.of("MAILLON_DEMO", "true"))) {
      var chain = standing(app, "zoe-bleue").chain().orElseThrow();
      double least =
          chain.forward().stream().mapToDouble(Chain.Step::endKwh).min().orElse(50);
      System.out.printf("Zoé: %d trips ahead, least %.1f kWh%n", chain.trips().size(), least);
      assertThat(standing(app, "zoe-bleue").learned()).as("as it is written").isEmpty();
      assertThat(standing(app, "e208-verte").learned()).isPresent();
      assertThat(chain.trips()).isNotEmpty();
      assertThat(least).isGreaterThan(chain.vehicle().reserveKwh());
      assertThat(chain.reading().kwh()).isEqualTo(chain.vehicle().battery().usableKwh());
    }
  }

  private static Standing standing(TestApp app, String slug) {
    String id = "(SELECT id FROM resource WHERE slug = '" + slug + "')";
    String statement =
        FleetStore.charge(new coop.maillon.resource.ResourceId(0)).statement();
    var rows = TestDatabase.ask(
            app.database(),
            "SELECT row_to_json(q)::text FROM (" + statement.replace("$1", id) + ") q")
        .stream()
        .map(JsonObject::new)
        .toList();
    return Standing.of(rows, ZoneId.of("Europe/Paris")).orElseThrow();
  }
}
