package coop.maillon.live;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import coop.maillon.support.Together;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A bad line: it breaks again and again while others book at the same time. */
class CutTest {

  private static final String DAY = "planning:lyon:2026-12-08";
  private static final List<String> ROOMS = List.of(
      "salle-loire", "salle-rhone", "salle-saone", "zoe-bleue", "e208-verte", "decoupe-laser");

  @Test
  void cutFiftyTimesAtRandomMomentsNothingIsLostAndNothingComesTwice() {
    try (var coop = Coop.start()) {
      coop.clock().set(Instant.parse("2026-12-07T08:00:00Z"));
      var first = Ear.of(coop, "diane").subscribe(DAY);
      long after = first.next().getLong("seq");
      first.cut();
      var booking =
          CompletableFuture.runAsync(() -> Together.together(6, room -> bookAll(coop, room)));

      var heard = new ArrayList<Long>();
      var random = new Random(4);
      for (int cuts = 0; cuts < 50 || !booking.isDone(); cuts++) {
        var ear = Ear.of(coop, "diane").subscribe(last(heard, after), DAY);
        ear.next();
        listen(ear, random.nextInt(60), heard);
        ear.cut();
      }
      listen(Ear.of(coop, "diane").subscribe(last(heard, after), DAY), 2000, heard);

      assertThat(heard).hasSize(6 * 24).isEqualTo(numbered(coop));
    }
  }

  private static List<Long> numbered(Coop coop) {
    String query = "SELECT seq FROM event WHERE kind LIKE 'booking.%' ORDER BY seq";
    return TestDatabase.ask(coop.database(), query).stream().map(Long::valueOf).toList();
  }

  /** Each in a room of their own, so that commits overlap; twelve booked, each cancelled. */
  private static int bookAll(Coop coop, int room) {
    for (int i = 0; i < 12; i++) {
      String start = "2026-12-08T%02d:00:00+01:00".formatted(8 + i % 11);
      String end = "2026-12-08T%02d:00:00+01:00".formatted(9 + i % 11);
      var answer = coop.as("bruno").book(ROOMS.get(room), start, end);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      String id = new JsonObject(answer.body()).getString("id");
      coop.as("bruno").post("/api/v1/bookings/" + id + "/cancellation", new JsonObject());
    }
    return room;
  }

  private static long last(List<Long> heard, long after) {
    return heard.isEmpty() ? after : heard.get(heard.size() - 1);
  }

  private static void listen(Ear ear, int millis, List<Long> heard) {
    long end = System.nanoTime() + millis * 1_000_000L;
    while (System.nanoTime() < end) {
      ear.poll(20)
          .filter(message -> message.containsKey("topic"))
          .ifPresent(message -> heard.add(message.getLong("seq")));
    }
  }
}
