package coop.maillon.bench;

import coop.maillon.booking.act.BareBookings;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.db.EmbeddedPostgres;
import coop.maillon.db.Migrations;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Measures the server beside the bare driver, in one run, on one machine: server, load generator and PostgreSQL (fsync on)
 * share its cores. Each is measured once its rate no longer grows. Prints what a page and a booking cost; nothing is asserted.
 * The README says how to run it.
 *
 * <p>Arguments: seconds a measurement (10), {@code profile} to leave a flight recording of the server in target/bench, {@code
 * bookings} to measure bookings alone, and {@code search} to measure search on the board instead.
 */
public final class Bench {

  private static final int CONNECTIONS = 32;
  static final int SERVER_PORT = 18080;
  private static final int BARE_PORT = 18082;
  private static final Path HOME = Path.of("target", "bench");

  private final int seconds;
  private final List<String> jvm;

  Bench(int seconds, List<String> jvm) {
    this.seconds = seconds;
    this.jvm = jvm;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    int seconds = given.isEmpty() ? 10 : Integer.parseInt(given.get(0));
    List<String> recording = given.contains("profile")
        ? List.of("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
            + HOME.resolve("server.jfr"))
        : List.of();
    Files.createDirectories(HOME);
    clear();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(HOME.resolve("data"))) {
      Migrations.run(server.address());
      if (given.contains("search")) {
        SearchBench.run(server.address(), seconds);
      } else {
        BenchData.fill(server.address());
        var bench = new Bench(seconds, recording);
        if (given.contains("bookings")) {
          bench.measureBookings(server.address());
        } else {
          bench.measure(server.address());
        }
      }
    }
    System.exit(0);
  }

  private void measure(DatabaseAddress database) throws Exception {
    Vertx vertx = vertx();
    Figures page;
    Figures bookings;
    try (Child server = server(jvm, database)) {
      say("ready after %.1f s", server.readyAfterSeconds());
      var load = new Load(vertx, SERVER_PORT, CONNECTIONS);
      page = measured("planning pages   %s", load, server, i -> planning());
      bookings = bookings(load, server);
    }
    bareBookings(vertx, database, bookings);
    barePages(vertx, database, page, List.of());
    barePages(vertx, database, page, List.of("ledger"));
    vertx.close();
  }

  private void measureBookings(DatabaseAddress database) throws Exception {
    Vertx vertx = vertx();
    Figures bookings;
    try (Child server = server(jvm, database)) {
      bookings = bookings(new Load(vertx, SERVER_PORT, CONNECTIONS), server);
    }
    bareBookings(vertx, database, bookings);
    vertx.close();
  }

  private Figures bookings(Load load, Child server) throws Exception {
    Figures bookings = measured("bookings by API  %s", load, server, Bench::booking);
    say("resident after   %d MiB (-Xmx256m)", server.residentMiB());
    return bookings;
  }

  private void bareBookings(Vertx vertx, DatabaseAddress database, Figures bookings)
      throws Exception {
    double bare = BareBookings.perSecond(
        vertx,
        database,
        new BareBookings.Load(
            CONNECTIONS,
            Duration.ofSeconds(seconds),
            i -> BenchData.TOKEN + (1 + i % BenchData.MEMBERS)));
    say("bookings, bare   %,.0f/s: the API does %.2f of it", bare, bookings.perSecond() / bare);
  }

  /** The machine's own way to wait for sockets, as the server has it. */
  private static Vertx vertx() {
    return Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
  }

  Figures measured(String sentence, Load load, Child server, IntFunction<Load.Request> requests)
      throws Exception {
    load.settle(requests);
    double before = server.processorSeconds();
    double beforeOfDatabase = databaseSeconds();
    Figures figures = load.measure(seconds, requests);
    say(sentence, figures);
    say(
        "                 of the processor: server %.2f ms, PostgreSQL %.2f ms each",
        (server.processorSeconds() - before) * 1e3 / figures.millis().length,
        (databaseSeconds() - beforeOfDatabase) * 1e3 / figures.millis().length);
    return figures;
  }

  /** Processor time that the processes of the scratch database have used so far, in seconds. */
  private static double databaseSeconds() {
    String programs = HOME.toAbsolutePath().toString();
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::info)
        .filter(
            process -> process.command().filter(at -> at.startsWith(programs)).isPresent())
        .mapToDouble(process -> process.totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
        .sum();
  }

  private void barePages(Vertx vertx, DatabaseAddress database, Figures page, List<String> how)
      throws Exception {
    var main = Stream.concat(
            Stream.of(
                "coop.maillon.booking.planning.BareHandler",
                url(database),
                String.valueOf(BARE_PORT),
                String.valueOf(page.bytes()),
                BenchData.SESSION,
                BenchData.SHOWN.toString()),
            how.stream())
        .toList();
    try (Child bare = Child.start(List.of(), main, Map.of(), "bare ready")) {
      var figures = new Load(vertx, BARE_PORT, CONNECTIONS).run(seconds, i -> planning());
      say("pages, bare      %s", figures);
      say(
          "the server does  %.2f of the bare pages that ask %s",
          page.perSecond() / figures.perSecond(),
          how.isEmpty() ? "what it asks" : "for the ledger each time");
    }
  }

  static Child server(List<String> jvm, DatabaseAddress database) throws IOException {
    return Child.start(
        jvm,
        List.of("coop.maillon.Main", "serve"),
        Map.of(
            "MAILLON_HTTP_PORT", String.valueOf(SERVER_PORT),
            "MAILLON_MANAGEMENT_PORT", String.valueOf(SERVER_PORT + 1),
            "MAILLON_DATABASE_URL", url(database),
            "MAILLON_RATE_LIMITS", "off"),
        "maillon ready");
  }

  private static String url(DatabaseAddress database) {
    return "postgresql://%s:%s@%s:%d/%s?sslmode=disable"
        .formatted(
            database.user(),
            database.password(),
            database.host(),
            database.port(),
            database.name());
  }

  private static Load.Request planning() {
    return new Load.Request(
        HttpMethod.GET,
        "/?site=bench&date=" + BenchData.SHOWN,
        List.of("Cookie", "sid=" + BenchData.SESSION, "Accept-Encoding", "identity"),
        Buffer.buffer(),
        200);
  }

  /** Each asks for an hour of its own, in 2028: nothing is in its way. */
  private static Load.Request booking(int i) {
    Instant start =
        Instant.parse("2028-01-01T00:00:00Z").plus(Duration.ofHours(i / BenchData.RESOURCES));
    String body = "{\"resource\":\"r-%d\",\"start\":\"%s\",\"end\":\"%s\",\"title\":\"Mesure\"}"
        .formatted(1 + i % BenchData.RESOURCES, start, start.plus(Duration.ofHours(1)));
    return new Load.Request(
        HttpMethod.POST,
        "/api/v1/bookings",
        List.of(
            "Authorization",
            "Bearer " + BenchData.TOKEN + (1 + i % BenchData.MEMBERS),
            "Content-Type",
            "application/json"),
        Buffer.buffer(body),
        201);
  }

  static void say(String sentence, Object... values) {
    System.out.println(String.format(Locale.ROOT, sentence, values));
  }

  /** What an earlier run left. */
  private static void clear() throws IOException {
    try (var files = Files.walk(HOME)) {
      List<Path> deepestFirst =
          files.sorted(java.util.Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        if (!path.equals(HOME)) {
          Files.delete(path);
        }
      }
    }
  }
}
