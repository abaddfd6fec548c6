package coop.maillon.vehicle.fleet;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.Reading;
import coop.maillon.vehicle.Trip;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thirty who want a car on one day, half of them any of two: time and charge are in the way, and others move. */
class AnyCarRaceTest {

  private static final List<String> PEOPLE = List.of("bruno", "diane", "emile", "chloe", "ada");
  private static final List<String> CARS = List.of("zoe-bleue", "e208-verte");
  private static final Instant MORNING = Instant.parse("2026-12-10T06:00:00Z");

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
    CARS.forEach(car -> {
      Garage.equip(coop, car);
      Garage.read(coop, car, 100);
    });
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void whatIsAcceptedOfThirtyAtOnceOnTwoCarsKeepsItsChargeAndItsTime() {
    var answers = together(30, this::book);

    assertThat(answers).allMatch(answer -> List.of(201, 409, 422).contains(answer.statusCode()));
    var chains = CARS.stream().map(this::accepted).toList();
    int accepted = chains.stream().mapToInt(chain -> chain.trips().size()).sum();
    var ends = chains.stream().flatMap(chain -> chain.forward().stream());
    double least = ends.mapToDouble(Chain.Step::endKwh).min().orElseThrow();
    System.out.printf(
        "30 at once on 2 cars: %d accepted, %s moved, least charge %.2f kWh of 7.50%n",
        accepted, moved(), least);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(accepted);
    assertThat(accepted).isBetween(12, 20);
    assertThat(least).isGreaterThanOrEqualTo(7.5 - 1e-6);
    assertThatTheLedgerSaysTheSame();
  }

  private String moved() {
    coop.everythingIsTold();
    return coop.one("SELECT count(*) FROM event WHERE kind = 'booking.reassigned'");
  }

  private void assertThatTheLedgerSaysTheSame() {
    assertThat(coop.one(
            "SELECT count(*) FROM booked k JOIN occupancy o USING (booking_id) JOIN unit u ON u.id = o.unit_id"
                + " WHERE u.resource_id <> k.resource_id OR o.resource_id <> k.resource_id"))
        .isEqualTo("0");
    assertThat(
            coop.one("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
        .isEqualTo("0");
  }

  /** An hour each, three for every hour: two have the time. */
  private HttpResponse<String> book(int i) {
    var start = MORNING.plusSeconds(3600L * (i % 10));
    var wish = new JsonObject()
        .put("start", start.toString())
        .put("end", start.plusSeconds(3600).toString())
        .put("distanceKm", 10 + 5 * (i % 9));
    if (i % 2 == 0) {
      wish.put("resource", CARS.get(i / 10 % 2));
    } else {
      wish.put("anyOf", new JsonArray(CARS));
    }
    return Garage.book(coop, PEOPLE.get(i % PEOPLE.size()), wish);
  }

  private Chain accepted(String car) {
    var vehicle = new Parameters(50, 16, 7.4, 0.9, 0.15, 1, 1.3).vehicle(ZoneId.of("Europe/Paris"));
    var trips = TestDatabase.ask(coop.database(), """
        SELECT b.id || ' ' || extract(epoch FROM b.starts_at)::bigint || ' ' || b.distance_km
          FROM booking b JOIN booked k ON k.booking_id = b.id JOIN resource r ON r.id = k.resource_id
         WHERE r.slug = '%s'
        """.formatted(car)).stream()
        .map(text -> text.split(" "))
        .map(AnyCarRaceTest::trip)
        .toList();
    return new Chain(
        vehicle, new Reading(Instant.parse("2026-12-08T08:00:00Z"), 50, Trip.Plug.IN), trips);
  }

  private static Trip trip(String[] row) {
    var start = Instant.ofEpochSecond(Long.parseLong(row[1]));
    return Trip.of(
        Long.parseLong(row[0]), start, start.plusSeconds(3600), Integer.parseInt(row[2]));
  }
}
