package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.maillon.db.DatabaseAddress;
import coop.maillon.support.Cable;
import coop.maillon.support.ServerProcess;
import coop.maillon.support.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever keeps the server running counts on: how it starts, stops, and bears the loss of its database. */
class OperationIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir
  Path data;

  @Test
  void itIsReadySoonAndEndsWithZeroLeavingNothingBehind() {
    var first = ServerProcess.start(data, Map.of());
    assertThat(first.management("/healthz").statusCode()).isEqualTo(200);
    assertThat(first.management("/readyz").statusCode()).isEqualTo(200);
    assertThat(first.management("/metrics").body()).contains("jvm_memory_used_bytes");
    assertThatThrownBy(() -> ServerProcess.start(data, Map.of()))
        .hasMessageContaining("could not lock");
    DatabaseAddress database = first.database();
    endsWithZero(first);
    assertThatThrownBy(() -> TestDatabase.ask(database, "SELECT 1")).isNotNull();
    try (var again = ServerProcess.start(data, Map.of())) {
      System.out.printf(
          "start to ready: %d ms on a new data directory, %d ms on an existing one, load %.1f%n",
          first.untilReady().toMillis(), again.untilReady().toMillis(), load());
      assertThat(first.untilReady()).isLessThan(onABusyMachine(Duration.ofSeconds(8)));
      assertThat(again.untilReady()).isLessThan(onABusyMachine(Duration.ofSeconds(3)));
    }
  }

  @Test
  void stoppedWhileItStartsItEndsWithZeroTooAndLeavesNothingBehind() {
    // Its program is unpacked; its database is made, twice: early and late; it runs.
    for (String begun : List.of("pg-bin", "pg", "pg/base/1", "pg/postmaster.pid")) {
      var server = ServerProcess.begin(data, Map.of());
      await(() -> Files.exists(data.resolve(begun)));
      endsWithZero(server);
      assertThat(server.output()).as(begun).doesNotContain("maillon:");
      await(() -> server.databasePrograms().isEmpty());
    }
    try (var server = ServerProcess.start(data, Map.of())) {
      assertThat(server.management("/readyz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutItsDatabaseItSaysSoKindlyAndRecoversByItself() {
    try (var cable = new Cable(TestDatabase.fresh());
        var server = ServerProcess.start(data, Map.of("MAILLON_DATABASE_URL", cable.url()))) {
      assertThat(get(server.at("/resources")).statusCode()).isNotEqualTo(503);
      cable.cut();
      assertThat(server.management("/readyz").statusCode()).isEqualTo(503);
      assertThat(server.management("/healthz").statusCode()).isEqualTo(200);
      HttpResponse<String> page = get(server.at("/resources"));
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Retry-After")).isPresent();
      assertThat(page.body()).contains("<html").doesNotContain("Exception");
      assertThat(get(server.at("/api/v1/resources")).headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).contains("application/problem+json"));
      cable.mend();
      awaitReady(server);
    }
  }

  /** The limit is that of a machine of one's own; where others want the cores too, it grows as the queue for them does. */
  private static Duration onABusyMachine(Duration limit) {
    double queue = load() / Runtime.getRuntime().availableProcessors();
    return Duration.ofMillis((long) (limit.toMillis() * Math.max(1, queue)));
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static void endsWithZero(ServerProcess server) {
    long before = System.nanoTime();
    assertThat(server.terminate()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
  }

  private static void awaitReady(ServerProcess server) {
    await(() -> server.management("/readyz").statusCode() == 200);
  }

  private static void await(BooleanSupplier happens) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!happens.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    assertThat(happens.getAsBoolean()).isTrue();
  }

  /** With a session's cookie, so that the server must ask the database who it is. */
  private static HttpResponse<String> get(URI uri) {
    try {
      var request = HttpRequest.newBuilder(uri)
          .header("Cookie", "sid=whoever")
          .timeout(Duration.ofSeconds(30))
          .build();
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
