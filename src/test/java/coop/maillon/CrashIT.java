package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.ServerProcess;
import coop.maillon.support.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of the work, three times: nothing that was confirmed is lost, and nobody has to lend a hand. */
class CrashIT {

  private static final int CLIENTS = 8;
  private static final int ENOUGH = 100;
  private static final List<String> PEOPLE = List.of("bruno", "diane", "emile", "chloe");
  private static final List<String> RESOURCES =
      List.of("bureaux-calmes", "zoe-bleue", "e208-verte", "bureaux-calmes");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** A wish with its key: sent again, it is the same wish. */
  private record Wish(int number, String key, JsonObject body) {}

  @TempDir
  Path data;

  private final Map<String, String> confirmed = new ConcurrentHashMap<>();
  private final Queue<Wish> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
  private final AtomicInteger wishes = new AtomicInteger();

  @Test
  void whatWasConfirmedIsThereAfterThreeKillsInTheMiddleOfTheWork() {
    ServerProcess server = ServerProcess.start(data, Map.of());
    Coop.fill(server.database());
    for (int round = 1; round <= 3; round++) {
      killDuringLoad(server, round * ENOUGH);
      server = ServerProcess.start(data, Map.of());
      everythingConfirmedIsThere(server);
    }
    whoeverHeardNothingAsksAgainAndGetsOneBooking(server);
    everyBookingIsTold(server);
    assertThat(server.terminate()).isZero();
  }

  private void killDuringLoad(ServerProcess server, int whenConfirmed) {
    List<Thread> clients = IntStream.range(0, CLIENTS)
        .mapToObj(i -> new Thread(() -> bookUntilItDies(server)))
        .toList();
    clients.forEach(Thread::start);
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (confirmed.size() < whenConfirmed && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
    server.kill();
    clients.forEach(CrashIT::join);
    assertThat(confirmed).hasSizeGreaterThanOrEqualTo(whenConfirmed);
    assertThat(unexpected).isEmpty();
  }

  private void bookUntilItDies(ServerProcess server) {
    while (true) {
      Wish wish = wish(wishes.getAndIncrement());
      try {
        note(wish, send(server, wish));
      } catch (IOException dead) {
        unanswered.add(wish);
        return;
      }
    }
  }

  private void note(Wish wish, HttpResponse<String> answer) {
    if (answer.statusCode() != 201 && answer.statusCode() != 409) {
      unexpected.add(answer.statusCode() + " " + answer.body());
    }
    if (answer.statusCode() == 201) {
      confirmed.put(wish.key(), new JsonObject(answer.body()).getString("id"));
    }
  }

  private void everythingConfirmedIsThere(ServerProcess server) {
    assertThat(TestDatabase.ask(
            server.database(),
            "SELECT DISTINCT b.id FROM booking b JOIN occupancy o ON o.booking_id = b.id"
                + " WHERE b.status = 'confirmed'"))
        .containsAll(confirmed.values());
    assertThat(TestDatabase.ask(
            server.database(),
            "SELECT a.id, b.id FROM occupancy a JOIN occupancy b"
                + " ON a.unit_id = b.unit_id AND a.id < b.id AND a.during && b.during"))
        .isEmpty();
  }

  private void whoeverHeardNothingAsksAgainAndGetsOneBooking(ServerProcess server) {
    assertThat(unanswered).isNotEmpty();
    for (Wish wish : unanswered) {
      try {
        HttpResponse<String> first = send(server, wish);
        note(wish, first);
        if (first.statusCode() == 201) {
          assertThat(new JsonObject(send(server, wish).body()).getString("id"))
              .isEqualTo(confirmed.get(wish.key()));
        }
      } catch (IOException dead) {
        throw new IllegalStateException(dead);
      }
    }
    assertThat(TestDatabase.ask(server.database(), "SELECT id FROM booking"))
        .containsExactlyInAnyOrderElementsOf(confirmed.values());
  }

  private void everyBookingIsTold(ServerProcess server) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (waitingInTheOutbox(server) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    assertThat(TestDatabase.ask(
            server.database(), "SELECT data->>'booking' FROM event WHERE kind = 'booking.placed'"))
        .containsExactlyInAnyOrderElementsOf(confirmed.values());
  }

  private static boolean waitingInTheOutbox(ServerProcess server) {
    return !TestDatabase.ask(server.database(), "SELECT id FROM outbox LIMIT 1").isEmpty();
  }

  /** Half an hour each, one after the other on each resource, from tomorrow on; now and then one that is taken. */
  private static Wish wish(int number) {
    Instant start = Instant.now()
        .truncatedTo(ChronoUnit.DAYS)
        .plus(Duration.ofDays(1))
        .plus(Duration.ofMinutes(30L * (number / RESOURCES.size() - (number % 17 == 0 ? 1 : 0))));
    var body = new JsonObject()
        .put("resource", RESOURCES.get(number % RESOURCES.size()))
        .put("start", start.toString())
        .put("end", start.plus(Duration.ofMinutes(30)).toString());
    return new Wish(number, "crash-" + number, body);
  }

  private static HttpResponse<String> send(ServerProcess server, Wish wish) throws IOException {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(server.at("/api/v1/bookings"))
              .timeout(Duration.ofSeconds(20))
              .header("Authorization", "Bearer token-" + PEOPLE.get(wish.number() % PEOPLE.size()))
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", wish.key())
              .POST(HttpRequest.BodyPublishers.ofString(wish.body().encode()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException hurried) {
      throw new IllegalStateException(hurried);
    }
  }

  private static void join(Thread client) {
    try {
      client.join();
    } catch (InterruptedException hurried) {
      throw new IllegalStateException(hurried);
    }
  }
}
