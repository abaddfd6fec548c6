package coop.maillon.vehicle.reach;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.resource.TimeSlot;
import coop.maillon.vehicle.fleet.Standing;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What it costs to say how far ten cars go at thirty times each, from the rows that the database gives. */
class ReachCostTest {

  private static final Instant MORNING = Instant.parse("2026-12-10T06:00:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void thirtySlotsOfTenCarsTakeNoTimeWorthMentioning() {
    var cars = IntStream.range(0, 10).mapToObj(ReachCostTest::car).toList();
    var slots = Stream.iterate(MORNING, start -> start.plus(Duration.ofMinutes(30)))
        .limit(30)
        .map(start -> TimeSlot.ofMinutes(start, 120))
        .toList();
    IntStream.range(0, 500).forEach(i -> free(cars, slots));

    var millis = IntStream.range(0, 100)
        .mapToDouble(i -> {
          long start = System.nanoTime();
          assertThat(free(cars, slots)).isGreaterThan(100);
          return (System.nanoTime() - start) / 1e6;
        })
        .sorted()
        .toArray();

    System.out.printf(
        "30 slots x 10 cars of 40 trips each: median %.2f ms, 99th of 100 %.2f ms of computing%n",
        millis[50], millis[98]);
  }

  private static long free(List<List<JsonObject>> cars, List<TimeSlot> slots) {
    return cars.stream()
        .flatMap(rows -> Standing.of(rows, PARIS).orElseThrow().farthest(slots).stream())
        .filter(km -> km.isPresent())
        .count();
  }

  /** Four drives a day from the tenth on. */
  private static List<JsonObject> car(int number) {
    var rows = new ArrayList<JsonObject>();
    for (int i = 0; i < 40; i++) {
      long start = MORNING.plus(Duration.ofHours(6L * i + 1)).toEpochMilli() + number * 1800_000L;
      rows.add(new JsonObject()
          .put("usable_kwh", 50.0)
          .put("kwh_per_100km", 16.0)
          .put("plug_kw", 7.4)
          .put("efficiency", 0.9)
          .put("reserve", 0.15)
          .put("margin", 1.1)
          .put("winter", 1.3)
          .put("soc_pct", 90.0)
          .put("plugged", true)
          .put("read_at", MORNING.minus(Duration.ofHours(8)).toEpochMilli())
          .put("trip", (long) i)
          .put("distance_km", 20)
          .put("member", 1L)
          .put("is_out", false)
          .put("starts", start)
          .put("ends", start + 3600_000L));
    }
    return rows;
  }
}
