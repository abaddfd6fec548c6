package coop.maillon.booking.closure;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Soon;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those meet whose room closes: another home that they could have booked, told once, and all of it can be taken back. */
class RehousedTest {

  private static final String NORTH = "salle-fourviere-nord";

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
  void whoeverLosesARoomGetsOneAtTheSameTimeThatIsNotSmaller() {
    String booking = booked("bruno", "salle-loire", "10:00", "12:00");
    var plan = send(closing());
    assertThat(proposal(plan, booking))
        .isEqualTo(new JsonObject()
            .put("resource", NORTH)
            .put("start", at("10:00"))
            .put("end", at("12:00")));
    assertThat(place(booking)).isEqualTo("salle-loire 10:00");
    send(closing().put("apply", true));
    assertThat(place(booking)).isEqualTo(NORTH + " 10:00");
    assertThat(coop.one("SELECT status || (rehoused_by IS NOT NULL) FROM booking"))
        .isEqualTo("confirmedtrue");
  }

  @Test
  void whereNothingIsFreeAtThatTimeItIsShiftedByAnHourAtMost() {
    booked("diane", "salle-fourviere", "08:00", "11:00");
    String booking = booked("bruno", "salle-loire", "10:30", "12:00");
    send(closing().put("apply", true));
    assertThat(place(booking)).isEqualTo(NORTH + " 11:00");
  }

  @Test
  void aHomeThatTheCoordinatorChoseIsTaken() {
    String booking = booked("bruno", "salle-loire", "10:00", "12:00");
    var home = new JsonObject()
        .put("booking", booking)
        .put("resource", "salle-fourviere-sud")
        .put("start", at("10:30"))
        .put("end", at("12:30"));
    coop.as("chloe")
        .post(
            "/api/v1/closures",
            closing().put("apply", true).put("homes", new JsonArray().add(home)));
    assertThat(place(booking)).isEqualTo("salle-fourviere-sud 10:30");
  }

  @Test
  void aChosenHomeThatIsTakenMeanwhileGivesWayToAnother() {
    String booking = booked("bruno", "salle-loire", "10:00", "12:00");
    booked("diane", NORTH, "09:00", "13:00");
    var home = new JsonObject()
        .put("booking", booking)
        .put("resource", NORTH)
        .put("start", at("10:00"))
        .put("end", at("12:00"));
    coop.as("chloe")
        .post(
            "/api/v1/closures",
            closing().put("apply", true).put("homes", new JsonArray().add(home)));
    assertThat(place(booking)).isEqualTo("salle-fourviere-sud 10:00");
  }

  @Test
  void eachIsToldOnceForAllTheirBookings() {
    booked("bruno", "salle-loire", "10:00", "12:00");
    booked("bruno", "salle-loire", "14:00", "15:00");
    booked("diane", "salle-loire", "16:00", "17:00");
    send(closing().put("apply", true));
    Soon.soon("everybody is told", () -> told("bruno") + told("diane") == 2);
    assertThat(coop.browser("bruno").get("/inbox").body())
        .contains("Salle Loire ferme", "gardé à la même heure, Salle Fourvière");
  }

  @Test
  void undoneAllAreBackInOneGoAndAreToldSo() {
    String first = booked("bruno", "salle-loire", "10:00", "12:00");
    String second = booked("diane", "salle-loire", "14:00", "15:00");
    String closure = id(send(closing().put("apply", true)));
    var undone = coop.as("chloe").post("/api/v1/closures/" + closure + "/undo", new JsonObject());
    assertThat(new JsonObject(undone.body()).getJsonArray("refused")).isEmpty();
    assertThat(List.of(place(first), place(second)))
        .containsExactly("salle-loire 10:00", "salle-loire 14:00");
    assertThat(coop.one("SELECT count(*) FROM occupancy")).isEqualTo("2");
  }

  @Test
  void whoeverHasDecidedOtherwiseMeanwhileStaysAndIsNamed() {
    String first = booked("bruno", "salle-loire", "10:00", "12:00");
    String second = booked("diane", "salle-loire", "14:00", "15:00");
    String closure = id(send(closing().put("apply", true)));
    coop.as("bruno").post("/api/v1/bookings/" + first + "/cancellation", new JsonObject());
    var undone = coop.as("chloe").post("/api/v1/closures/" + closure + "/undo", new JsonObject());
    assertThat(new JsonObject(undone.body()).getJsonArray("refused").getJsonObject(0))
        .isEqualTo(new JsonObject().put("booking", first));
    assertThat(place(second)).isEqualTo("salle-loire 14:00");
  }

  @Test
  void openedAgainEarlyThoseConcernedLearnThatItWorks() {
    booked("bruno", "salle-loire", "10:00", "12:00");
    String closure = id(send(closing().put("apply", true)));
    coop.clock().pass(Duration.ofMinutes(6));
    coop.as("chloe").post("/api/v1/closures/" + closure + "/lifting", new JsonObject());
    Soon.soon("everybody is told", () -> told("bruno") == 2);
    assertThat(coop.browser("bruno").get("/inbox").body()).contains("De nouveau ouvert");
  }

  @Test
  void fortyBookingsOfEightRoomsArePlannedInASecondAndEachProposalCanBeBooked() {
    var rooms = new Building(coop);
    var bookings = rooms.fill();
    rooms.plan();
    long begun = System.nanoTime();
    var plan = rooms.plan();
    long ms = (System.nanoTime() - begun) / 1_000_000;
    assertThat(plan).hasSize(40);
    var proposals = new ArrayList<JsonObject>();
    plan.forEach(one -> proposals.add(((JsonObject) one).getJsonObject("proposal")));
    assertThat(proposals).doesNotContainNull().doesNotHaveDuplicates();
    for (JsonObject home : proposals) {
      var booked = coop.as("ada")
          .book(home.getString("resource"), home.getString("start"), home.getString("end"));
      assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    }
    System.out.printf("plan of %d bookings over HTTP: %d ms%n", bookings, ms);
    assertThat(ms).isLessThan(1000);
  }

  private int told(String name) {
    return Integer.parseInt(
        coop.one("SELECT count(*) FROM inbox i JOIN member m ON m.id = i.member_id"
            + " WHERE i.kind LIKE 'closure.%' AND m.email = '" + name + "@demo.test'"));
  }

  private HttpResponse<String> send(JsonObject closing) {
    return coop.as("chloe").post("/api/v1/closures", closing);
  }

  private static JsonObject closing() {
    return new JsonObject()
        .put("resource", "salle-loire")
        .put("start", at("08:00"))
        .put("end", at("20:00"))
        .put("reason", "Chaudière en panne");
  }

  private String booked(String name, String resource, String from, String to) {
    return id(coop.as(name).book(resource, at(from), at(to)));
  }

  private String place(String booking) {
    return coop.one(
        "SELECT r.slug || ' ' || to_char(b.starts_at AT TIME ZONE 'Europe/Paris', 'HH24:MI')"
            + " FROM booking b JOIN booked k ON k.booking_id = b.id JOIN resource r ON r.id = k.resource_id"
            + " JOIN occupancy o ON o.booking_id = b.id AND o.resource_id = r.id WHERE b.id = "
            + booking);
  }

  private static JsonObject proposal(HttpResponse<String> plan, String booking) {
    return new JsonObject(plan.body())
        .getJsonArray("touched").stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getString("booking").equals(booking))
            .findFirst()
            .orElseThrow()
            .getJsonObject("proposal");
  }

  private static String at(String time) {
    return "2026-12-09T" + time + ":00+01:00";
  }

  private static String id(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonObject(answer.body()).getString("id");
  }
}
