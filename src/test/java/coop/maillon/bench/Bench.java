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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

/**
 * Measures the server beside the bare driver, in one run, on one machine: server, load generator and PostgreSQL (fsync on)
 * share its cores. Each is measured once its rate no longer grows, in turns with what it is compared to. Prints what a page
 * and a booking cost; nothing is asserted.
 * The README says how to run it.
 *
 * <p>Arguments: seconds a measurement (10), {@code profile} to leave a flight recording of the server in target/bench, {@code
 * bookings} to measure bookings alone, and {@code search} to measure search on the board instead.
 */
public final class Bench {

  private static final int CONNECTIONS = 32;
  static final int SERVER_PORT = 18080;
  private static final int BARE_PORT = 18082;
  private static final int ROUNDS = 3;
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
    try (Child server = server(jvm, database)) {
      say("ready after %.1f s", server.readyAfterSeconds());
      var load = new Load(vertx, SERVER_PORT, CONNECTIONS);
      load.settle(i -> planning());
      int bytes = load.measure(1, i -> planning()).bytes();
      for (String how : List.of("", "ledger")) {
        pages(vertx, database, server, new Bare(bytes, how));
      }
      bookings(vertx, database, server);
    }
    vertx.close();
  }

  private void measureBookings(DatabaseAddress database) throws Exception {
    Vertx vertx = vertx();
    try (Child server = server(jvm, database)) {
      bookings(vertx, database, server);
    }
    vertx.close();
  }

  private void bookings(Vertx vertx, DatabaseAddress database, Child server) throws Exception {
    var load = new Load(vertx, SERVER_PORT, CONNECTIONS);
    load.settle(Bench::booking);
    var bare = new BareBookings.Load(
        CONNECTIONS,
        Duration.ofSeconds(seconds),
        i -> BenchData.TOKEN + (1 + i % BenchData.MEMBERS));
    compared(
        "bookings",
        () -> counted("bookings by API  %s", load, server, Bench::booking),
        () -> BareBookings.perSecond(vertx, database, bare));
    say("resident after   %d MiB (-Xmx256m)", server.residentMiB());
  }

  /** A body of so many bytes, and what is asked besides. */
  private record Bare(int bytes, String how) {}

  private void pages(Vertx vertx, DatabaseAddress database, Child server, Bare bare)
      throws Exception {
    var load = new Load(vertx, SERVER_PORT, CONNECTIONS);
    var bareLoad = new Load(vertx, BARE_PORT, CONNECTIONS);
    try (Child handler = bareHandler(database, bare)) {
      bareLoad.settle(i -> planning());
      compared(
          bare.how().isEmpty() ? "pages" : "pages that ask for the ledger each time",
          () -> counted("planning pages   %s", load, server, i -> planning()),
          () -> bareLoad.measure(seconds, i -> planning()).perSecond());
    }
  }

  /** In turns, for the machine is not the same from one minute to the next. */
  private static void compared(String what, Callable<Figures> its, Callable<Double> bares)
      throws Exception {
    double[] parts = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      double rate = its.call().perSecond();
      double bare = bares.call();
      parts[i] = rate / bare;
      say("                 bare %,.0f/s, the server %.2f of it", bare, parts[i]);
    }
    Arrays.sort(parts);
    say("%s: the server does %.2f of the bare, the middle of %d", what, parts[ROUNDS / 2], ROUNDS);
  }

  /** The machine's own way to wait for sockets, as the server has it. */
  private static Vertx vertx() {
    return Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
  }

  Figures measured(String sentence, Load load, Child server, IntFunction<Load.Request> requests)
      throws Exception {
    load.settle(requests);
    return counted(sentence, load, server, requests);
  }

  private Figures counted(
      String sentence, Load load, Child server, IntFunction<Load.Request> requests)
      throws Exception {
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

  /** Processor time that the processes of the scratch database have used so far, those that ended included, in seconds. */
  private static double databaseSeconds() {
    String programs = HOME.toAbsolutePath().toString();
    return ProcessHandle.allProcesses()
        .filter(
            one -> one.info().command().filter(at -> at.startsWith(programs)).isPresent())
        .mapToDouble(Child::familySeconds)
        .sum();
  }

  private static Child bareHandler(DatabaseAddress database, Bare bare) throws IOException {
    var main = List.of(
        "coop.maillon.booking.planning.BareHandler",
        url(database),
        String.valueOf(BARE_PORT),
        String.valueOf(bare.bytes()),
        BenchData.SESSION,
        BenchData.SHOWN.toString(),
        bare.how());
    return Child.start(List.of(), main, Map.of(), "bare ready");
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
