package coop.maillon.booking.act;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is exclusive, wanted by many at once. */
class BookingRaceTest {

  private static final List<String> CAST =
      List.of("ada", "chloe", "bruno", "diane", "emile", "paula");
  private static final String TEN = "2026-12-09T10:00:00+01:00";
  private static final String NOON = "2026-12-09T12:00:00+01:00";

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void ofSixtyFourWhoWantTheSameHourOneGetsIt() {
    var answers = together(64, i -> coop.as(anybody(i)).book("salle-loire", TEN, NOON));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(63);
    assertThat(occupied()).isEqualTo("1");
  }

  @Test
  void twentyRepeatsUnderOneKeyAreOneBookingAndTwentyTimesTheSameAnswer() {
    var answers = together(
        20, i -> coop.as("bruno").with("Idempotency-Key", "twice").book("salle-loire", TEN, NOON));
    assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(occupied()).isEqualTo("1");
  }

  @Test
  void aKeyUsedForSomethingElseIsRefusedAndSaysSo() {
    coop.as("bruno").with("Idempotency-Key", "k").book("salle-loire", TEN, NOON);
    var other = coop.as("bruno").with("Idempotency-Key", "k").book("salle-rhone", TEN, NOON);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("/problems/idempotency");
  }

  @Test
  void ofThirtyThatCrossTwoRoomsExactlyOneGetsBoth() {
    var answers = together(
        30,
        i -> coop.as(anybody(i))
            .post(
                "/api/v1/bookings",
                new JsonObject()
                    .put("resource", i % 2 == 0 ? "salle-loire" : "salle-rhone")
                    .put("also", new JsonArray().add(i % 2 == 0 ? "salle-rhone" : "salle-loire"))
                    .put("start", TEN)
                    .put("end", NOON)));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(29);
    assertThat(occupied()).isEqualTo("2");
  }

  @Test
  void theWholeRoomAndItsHalvesAreNeverBothTaken() {
    List<String> rooms = List.of("salle-fourviere", "salle-fourviere-nord", "salle-fourviere-sud");
    var answers = together(21, i -> coop.as(anybody(i)).book(rooms.get(i % 3), TEN, NOON));
    List<String> got = answers.stream()
        .filter(answer -> answer.statusCode() == 201)
        .map(answer -> new JsonObject(answer.body()).getString("resource"))
        .sorted()
        .toList();
    assertThat(got)
        .isIn(List.of("salle-fourviere"), List.of("salle-fourviere-nord", "salle-fourviere-sud"));
    assertThat(occupied()).isEqualTo("2");
  }

  @Test
  void ofThirtyWhoWantADeskSixGetOne() {
    var answers = together(30, i -> coop.as(anybody(i)).book("bureaux-calmes", TEN, NOON));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(6);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(24);
  }

  @Test
  void ofTwentyWhoHoldTheSameHourOneDoes() {
    var hold = new JsonObject().put("resource", "salle-loire").put("start", TEN).put("end", NOON);
    var answers = together(20, i -> coop.as(anybody(i)).post("/api/v1/holds", hold));
    List<Integer> held = answers.stream()
        .map(HttpResponse::statusCode)
        .filter(code -> code == 201)
        .toList();
    assertThat(held).isNotEmpty();
    assertThat(coop.one("SELECT count(*) FROM hold")).isEqualTo("1");
    assertThat(occupied()).isEqualTo("1");
  }

  @Test
  void aQuotaOfThreeHoldsAgainstTwentyAtOnce() {
    coop.sql(
        "UPDATE resource SET policy = policy || '{\"futureBookingsPerMember\":3}' WHERE slug = 'bureaux-calmes'");
    var answers = together(
        20,
        i -> coop.as("bruno")
            .book(
                "bureaux-calmes",
                "2026-12-%02dT10:00:00+01:00".formatted(9 + i),
                "2026-12-%02dT12:00:00+01:00".formatted(9 + i)));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(3);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 422).hasSize(17);
  }

  private String occupied() {
    return coop.one("SELECT count(*) FROM occupancy");
  }

  private static String anybody(int i) {
    return CAST.get(i % CAST.size());
  }
}
