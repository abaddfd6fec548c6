package coop.maillon.vehicle.fleet;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import coop.maillon.vehicle.Admission;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.Reading;
import coop.maillon.vehicle.Trip;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thirty who want the same car on one day, at times that do not touch: only its charge is in the way. */
class ChargeRaceTest {

  private static final List<String> PEOPLE = List.of("bruno", "diane", "emile", "chloe", "ada");
  private static final Instant MORNING = Instant.parse("2026-12-10T06:00:00Z");
  private static final int KM = 40;

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
    Garage.equip(coop, "zoe-bleue");
    Garage.read(coop, "zoe-bleue", 100);
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void whatIsAcceptedOfThirtyAtOnceKeepsItsChargeAndNothingMoreWouldHave() {
    var answers = together(30, this::book);

    Chain accepted = accepted();
    var least =
        accepted.forward().stream().mapToDouble(Chain.Step::endKwh).min().orElseThrow();
    System.out.printf(
        "30 at once: %d accepted, least charge %.2f kWh, reserve %.2f kWh%n",
        accepted.trips().size(), least, accepted.vehicle().reserveKwh());
    assertThat(answers)
        .allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 422);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 201)
        .hasSize(accepted.trips().size())
        .hasSizeBetween(5, 12);
    assertThat(least).isGreaterThanOrEqualTo(accepted.vehicle().reserveKwh() - 1e-6);
    assertThat(wanted().filter(accepted::isFree))
        .allMatch(trip -> new Admission(accepted, trip).refusal().isPresent());
    assertThat(
            coop.one("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
        .isEqualTo("0");
  }

  private HttpResponse<String> book(int i) {
    var start = start(i);
    var wish = Garage.slot("zoe-bleue", 10, "00:00-00:30")
        .put("start", start.toString())
        .put("end", start.plusSeconds(1800).toString())
        .put("distanceKm", KM);
    return Garage.book(coop, PEOPLE.get(i % PEOPLE.size()), wish);
  }

  private static Instant start(int i) {
    return MORNING.plusSeconds(1800L * i);
  }

  private static java.util.stream.Stream<Trip> wanted() {
    return IntStream.range(0, 30)
        .mapToObj(i -> Trip.of(-1 - i, start(i), start(i).plusSeconds(1800), KM));
  }

  private Chain accepted() {
    var vehicle = new Parameters(50, 16, 7.4, 0.9, 0.15, 1, 1.3).vehicle(ZoneId.of("Europe/Paris"));
    var trips = TestDatabase.ask(
            coop.database(), "SELECT extract(epoch FROM starts_at)::bigint FROM booking ORDER BY 1")
        .stream()
        .map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
        .map(start -> Trip.of(start.getEpochSecond(), start, start.plusSeconds(1800), KM))
        .toList();
    return new Chain(
        vehicle, new Reading(Instant.parse("2026-12-08T08:00:00Z"), 50, Trip.Plug.IN), trips);
  }
}
