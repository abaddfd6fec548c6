package coop.maillon.booking.closure;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;

/** A house with eight rooms in Lyon, which can close as a whole, and eight other rooms of the same size. */
final class Building {

  private static final List<String> PEOPLE = List.of("bruno", "diane", "emile");

  private final Coop coop;

  Building(Coop coop) {
    this.coop = coop;
    coop.sql(
        """
        INSERT INTO resource (site_id, kind, slug, name, capacity, policy, space_group)
        SELECT 1, 'space', 'piece-' || n, 'Pièce ' || n, 40, '{"granularityMinutes":15}', 0 FROM generate_series(1, 16) AS n
        """,
        "INSERT INTO resource (site_id, kind, slug, name, capacity, policy, space_group)"
            + " VALUES (1, 'space', 'maison', 'La maison', 200, '{}', 0)",
        "INSERT INTO unit (resource_id, label, position) SELECT id, name, 1 FROM resource WHERE slug LIKE 'piece-%'",
        "UPDATE resource SET space_group = id WHERE space_group = 0",
        "INSERT INTO resource_part SELECT w.id, p.id, 0 FROM resource w, resource p WHERE w.slug = 'maison'"
            + " AND p.slug IN (SELECT 'piece-' || n FROM generate_series(1, 8) AS n)",
        "UPDATE resource SET space_group = (SELECT id FROM resource WHERE slug = 'maison')"
            + " WHERE slug IN (SELECT 'piece-' || n FROM generate_series(1, 8) AS n)");
  }

  /** Five bookings in each of its rooms; how many. */
  int fill() {
    return (int) IntStream.range(0, 40)
        .mapToObj(i -> book(i, "piece-" + (1 + i % 8), 9 * 60 + i / 8 * 90, 60))
        .filter(answer -> answer.statusCode() == 201)
        .count();
  }

  HttpResponse<String> book(int i, String room, int minute, int length) {
    return coop.as(PEOPLE.get(i % PEOPLE.size())).book(room, at(minute), at(minute + length));
  }

  JsonArray plan() {
    return new JsonObject(close(closing()).body()).getJsonArray("touched");
  }

  HttpResponse<String> apply() {
    return close(closing().put("apply", true));
  }

  private HttpResponse<String> close(JsonObject closing) {
    return coop.as("chloe").post("/api/v1/closures", closing);
  }

  private static JsonObject closing() {
    return new JsonObject()
        .put("resource", "maison")
        .put("start", at(8 * 60))
        .put("end", at(20 * 60))
        .put("reason", "Chaudière en panne");
  }

  static String at(int minute) {
    return "2026-12-09T%02d:%02d:00+01:00".formatted(minute / 60, minute % 60);
  }
}
