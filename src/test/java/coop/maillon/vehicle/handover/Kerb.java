package coop.maillon.vehicle.handover;

import coop.maillon.support.Coop;
import coop.maillon.vehicle.fleet.Garage;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/** The kerb where cars are taken and brought back: Tuesday 8 December 2026, 10:15 in Lyon, the Zoé at 80 % with 41 200 km. */
public final class Kerb implements AutoCloseable {

  public final Coop coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));

  public Kerb() {
    Garage.equip(coop, "zoe-bleue");
    coop.sql("""
        INSERT INTO vehicle_reading (resource_id, at, soc_pct, plugged, odometer_km, member_id, created_at)
        SELECT r.id, '2026-12-08T09:00:00Z', 80, true, 41200, m.id, '2026-12-08T09:00:00Z'
          FROM resource r, member m WHERE r.slug = 'zoe-bleue' AND m.email = 'chloe@demo.test'
        """, "UPDATE resource SET access_info = 'Boîte à clés 4711' WHERE slug = 'zoe-bleue'");
  }

  /** The Zoé on that Tuesday: {@code booked("bruno", "10:15-12:00", 40)}. */
  public String booked(String who, String times, int km) {
    return coop.booked(who, Garage.trip("zoe-bleue", 8, times, km));
  }

  public void clock(String time) {
    coop.clock().set(Instant.parse("2026-12-08T" + time + ":00Z").minusSeconds(3600));
  }

  /** What the page asks for, and what else is said. */
  public HttpResponse<String> takes(String who, String booking, String... said) {
    return says(
        who, "/bookings/" + booking + "/taking", said, "odometerKm", "41200", "socPct", "80");
  }

  public HttpResponse<String> returns(String who, String booking, String... said) {
    return says(
        who,
        "/bookings/" + booking + "/return",
        said,
        "odometerKm",
        "41240",
        "socPct",
        "60",
        "plug",
        "plugged",
        "cable",
        "there");
  }

  /** What is said last of a thing counts. */
  private HttpResponse<String> says(String who, String path, String[] said, String... usual) {
    var all = new java.util.LinkedHashMap<String, String>();
    all.put("damage", "nothing");
    all.put("cleanliness", "clean");
    for (String[] pairs : List.of(usual, said)) {
      for (int i = 0; i < pairs.length; i += 2) {
        all.put(pairs[i], pairs[i + 1]);
      }
    }
    var flat = new ArrayList<String>();
    all.forEach((name, value) -> flat.addAll(List.of(name, value)));
    return coop.browser(who).post(path, flat.toArray(String[]::new));
  }

  /** What a person reads on it. */
  public String reads(String who, String path) {
    return text(coop.browser(who).get(path));
  }

  public static String text(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body()).text().replaceAll("[\u00a0\u202f]", " ");
  }

  public String count(String table) {
    return coop.one("SELECT count(*) FROM " + table);
  }

  /** The slug of the car that it has now. */
  public String carOf(String booking) {
    return coop.one("SELECT r.slug FROM booked k JOIN resource r ON r.id = k.resource_id"
        + " WHERE k.booking_id = " + booking);
  }

  /** How often somebody was told so. */
  public int told(String name, String kind) {
    return Integer.parseInt(
        coop.one("SELECT count(*) FROM inbox i JOIN member m ON m.id = i.member_id"
            + " WHERE m.email = '" + name + "@demo.test' AND i.kind = '" + kind + "'"));
  }

  @Override
  public void close() {
    coop.close();
  }
}
