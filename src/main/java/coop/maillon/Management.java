package coop.maillon;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What whoever keeps the server running asks it, on a port of the loopback: alive, ready, and its figures. */
final class Management {

  private static final long PATIENCE_S = 2;

  private final PrometheusMeterRegistry figures;
  private final Supplier<Future<Boolean>> ready;

  /** The question whether requests would be served now; a failure means no. */
  Management(PrometheusMeterRegistry figures, Supplier<Future<Boolean>> ready) {
    this.figures = figures;
    this.ready = ready;
  }

  Future<HttpServer> listen(Vertx vertx, int port) {
    return vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/healthz" -> say(request, 200, "alive");
      case "/readyz" -> answerReady(request);
      case "/metrics" -> answerFigures(request);
      default -> say(request, 404, "/healthz, /readyz or /metrics");
    }
  }

  private void answerReady(HttpServerRequest request) {
    ready
        .get()
        .timeout(PATIENCE_S, TimeUnit.SECONDS)
        .otherwise(false)
        .onSuccess(yes -> say(request, yes ? 200 : 503, yes ? "ready" : "not ready"));
  }

  private void answerFigures(HttpServerRequest request) {
    request
        .response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .end(figures.scrape());
  }

  private static void say(HttpServerRequest request, int status, String words) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(words + "\n");
  }
}
