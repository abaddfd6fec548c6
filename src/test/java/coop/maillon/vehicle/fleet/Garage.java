package coop.maillon.vehicle.fleet;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;

/** The cars of the cast with what they can do: vehicle A of the model, without a margin so that its numbers can be looked up. */
public final class Garage {

  private Garage() {}

  public static void equip(Coop coop, String slug) {
    coop.sql(
        "INSERT INTO vehicle SELECT id, 50, 16, 7.4, 0.9, 0.15, 1, 1.3 FROM resource WHERE slug = '%s'"
            .formatted(slug));
  }

  /** Read this morning, on its charger. */
  public static void read(Coop coop, String slug, int percent) {
    coop.sql("""
        INSERT INTO vehicle_reading (resource_id, at, soc_pct, plugged, member_id, created_at)
        SELECT r.id, '2026-12-08T08:00:00Z', %d, true, m.id, '2026-12-08T08:00:00Z'
          FROM resource r, member m WHERE r.slug = '%s' AND m.email = 'chloe@demo.test'
        """.formatted(percent, slug));
  }

  public static JsonObject trip(String slug, int day, String times, int km) {
    return slot(slug, day, times).put("distanceKm", km);
  }

  /** @param times such as 08:00-12:30 */
  public static JsonObject slot(String slug, int day, String times) {
    String date = "2026-12-%02dT".formatted(day);
    return new JsonObject()
        .put("resource", slug)
        .put("start", date + times.substring(0, 5) + ":00+01:00")
        .put("end", date + times.substring(6) + ":00+01:00");
  }

  public static HttpResponse<String> book(Coop coop, String who, JsonObject wish) {
    return coop.as(who).post("/api/v1/bookings", wish);
  }
}
