package coop.maillon.booking.closure;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Soon;
import coop.maillon.support.Together;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Eight rooms close over forty bookings while sixteen people keep booking: nothing overlaps, nobody is lost. */
class RehousingRaceTest {

  private static final int CLIENTS = 16;

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
  void nothingOverlapsAndNobodyIsLost() {
    var house = new Building(coop);
    house.fill();
    var closed = new AtomicBoolean();
    var booked = new AtomicInteger();
    var answers = Together.together(CLIENTS + 1, i -> {
      if (i < CLIENTS) {
        return keepBooking(house, i, closed, booked);
      }
      waitFor(booked);
      try {
        return house.apply();
      } finally {
        closed.set(true);
      }
    });
    requireWhole(answers.get(CLIENTS));
    System.out.printf(
        "%d booked meanwhile by %d clients; %s of %s touched have a new home%n",
        booked.get(),
        CLIENTS,
        one("SELECT count(*) FROM booking WHERE rehoused_by IS NOT NULL"),
        one("SELECT jsonb_array_length(touched) FROM closure"));
  }

  private HttpResponse<String> keepBooking(
      Building house, int client, AtomicBoolean closed, AtomicInteger booked) {
    var chance = new Random(client);
    HttpResponse<String> last;
    do {
      int start = 8 * 60 + chance.nextInt(44) * 15;
      last = house.book(client, "piece-" + (1 + chance.nextInt(16)), start, 30);
      assertThat(last.statusCode()).as(last.body()).isIn(201, 409);
      if (last.statusCode() == 201) {
        booked.incrementAndGet();
      }
    } while (!closed.get());
    return last;
  }

  private static void waitFor(AtomicInteger booked) {
    Soon.soon("people are booking", () -> booked.get() > CLIENTS);
  }

  private void requireWhole(HttpResponse<String> closed) {
    assertThat(closed.statusCode()).as(closed.body()).isEqualTo(201);
    int touched = new JsonObject(closed.body()).getJsonArray("touched").size();
    assertThat(touched).isGreaterThanOrEqualTo(40);
    assertThat(one("SELECT jsonb_array_length(touched) FROM closure"))
        .isEqualTo(String.valueOf(touched));
    assertThat(one(
            "SELECT count(*) FROM booking WHERE rehoused_by IS NOT NULL OR status = 'cancelled'"))
        .as("each has a new home or is cancelled")
        .isEqualTo(String.valueOf(touched));
    requireLedger();
    requireTold(touched);
  }

  private void requireLedger() {
    assertThat(one("SELECT count(*) FROM booking b WHERE b.status = 'confirmed' AND NOT EXISTS"
            + " (SELECT FROM occupancy o JOIN booked k ON k.booking_id = b.id AND k.resource_id = o.resource_id"
            + "   WHERE o.booking_id = b.id AND o.during = tstzrange(b.starts_at, b.ends_at))"))
        .as("whoever is booked has their place on the ledger")
        .isEqualTo("0");
    assertThat(one(
            "SELECT count(*) FROM occupancy a JOIN occupancy b ON a.unit_id = b.unit_id AND a.id < b.id"
                + " AND a.during && b.during"))
        .as("nothing overlaps")
        .isEqualTo("0");
    assertThat(one("SELECT count(*) FROM waiting WHERE priority = 1"))
        .isEqualTo(one("SELECT count(*) FROM booking WHERE status = 'cancelled'"));
  }

  private void requireTold(int touched) {
    Soon.soon("all is told", () -> one("SELECT count(*) FROM outbox").equals("0"));
    assertThat(
            one(
                "SELECT coalesce(sum(jsonb_array_length(data->'lines')), 0) FROM event WHERE kind = 'closure.told'"))
        .as("each booking is told of once")
        .isEqualTo(String.valueOf(touched));
    assertThat(
            one(
                "SELECT count(*) = count(DISTINCT data->>'member') FROM event WHERE kind = 'closure.told'"))
        .as("one message a member")
        .isEqualTo("t");
  }

  private String one(String query) {
    return coop.one(query);
  }
}
