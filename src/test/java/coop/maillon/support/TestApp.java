package coop.maillon.support;

import coop.maillon.App;
import coop.maillon.Config;
import coop.maillon.TestConfig;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.web.Views;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The whole program on a database and a port of its own, and a clock that a test sets. */
public final class TestApp implements AutoCloseable {

  private static final HttpClient BROWSER =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private static final Views VIEWS = App.views();

  private final Vertx vertx = Vertx.vertx();
  private final TestClock clock;
  private final DatabaseAddress database;
  private final App app;

  private TestApp(DatabaseAddress database, Config config, TestClock clock) {
    this.database = database;
    this.clock = clock;
    this.app =
        done(App.wired(vertx, config, new App.Ground(database.connectOptions(), VIEWS, clock))
            .start(config));
  }

  public static TestApp start() {
    return start(Map.of());
  }

  /** With settings that are not the default, by their names in the environment. */
  public static TestApp start(Map<String, String> environment) {
    return on(TestDatabase.fresh(), environment);
  }

  /** At a moment that is not the usual one. */
  public static TestApp startAt(Instant moment, Map<String, String> environment) {
    var clock = new TestClock();
    clock.set(moment);
    return on(TestDatabase.fresh(), environment, clock);
  }

  /** On a database that is there already: a second node beside the first. */
  public static TestApp on(DatabaseAddress database, Map<String, String> environment) {
    return on(database, environment, new TestClock());
  }

  private static TestApp on(
      DatabaseAddress database, Map<String, String> environment, TestClock clock) {
    var settings = new HashMap<>(Map.of("MAILLON_HTTP_PORT", "0"));
    settings.putAll(environment);
    return new TestApp(database, TestConfig.with(settings), clock);
  }

  public TestClock clock() {
    return clock;
  }

  public DatabaseAddress database() {
    return database;
  }

  public App app() {
    return app;
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + app.port() + path);
  }

  /** What nobody in particular reads there. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(at(path)).GET().build());
  }

  public HttpResponse<String> send(HttpRequest request) {
    return sent(request, HttpResponse.BodyHandlers.ofString());
  }

  /** What comes is a file. */
  public byte[] bytes(HttpRequest request) {
    return sent(request, HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  private static <T> HttpResponse<T> sent(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return BROWSER.send(request, handler);
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(request.method() + " " + request.uri(), broken);
    }
  }

  /** Waits for it; a test may. */
  public static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    done(app.stop());
    done(vertx.close());
  }
}
