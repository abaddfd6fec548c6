package coop.maillon.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The edge alone, on a free port, with a few routes that stand for any feature's. */
final class EdgeOnPort implements AutoCloseable {

  /** What tells the few people of these tests apart. */
  private enum Kind {
    MEMBER,
    COORDINATOR,
    GUEST,
    READER
  }

  static final String OUTAGE = "the database is gone";
  private static final Map<String, Who> PEOPLE = Map.of(
      "bruno", who(1, "Bruno Faure", Kind.MEMBER),
      "chloe", who(2, "Chloé Petit", Kind.COORDINATOR),
      "guest", who(3, "Gaël Invité", Kind.GUEST),
      "reader", who(4, "Robot", Kind.READER));

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;

  EdgeOnPort() {
    var views = Views.load(Messages.load(Path.of("none")), Assets.load());
    var settings = new EdgeSettings(Optional.empty(), Set.of(), "fr");
    var ports = new Web.Ports(
        shown -> Future.succeededFuture(Optional.ofNullable(PEOPLE.get(shown.secret()))),
        failure -> OUTAGE.equals(failure.getMessage()));
    var web = new Web(views, settings, Clock.systemUTC(), ports);
    this.server = finished(vertx
        .createHttpServer(Web.options())
        .requestHandler(web.router(vertx, routes()))
        .listen(0, "127.0.0.1"));
  }

  private static RouteTable routes() {
    return new RouteTable()
        .get("/", Access.SIGNED_IN, ask -> page(ask))
        .get("/open", Access.ANYONE, ask -> page(ask))
        .get("/manage", Access.COORDINATOR, ask -> page(ask))
        .get("/things/:id", Access.MEMBER, ask -> said(ask.path("id")))
        .post("/things", Access.MEMBER, ask -> said(ask.form("name").orElse("")))
        .post("/said", Access.ANYONE, ask -> done(Answer.seeOther("/open").saying("C’est fait.")))
        .get("/breaks", Access.ANYONE, ask -> Future.failedFuture("a bug"))
        .get("/throws", Access.ANYONE, ask -> {
          throw new IllegalStateException("a bug");
        })
        .get("/gone", Access.ANYONE, ask -> Future.failedFuture(OUTAGE))
        .upload(
            "/photos",
            Access.MEMBER,
            2_000_000,
            ask -> said(ask.upload("photo")
                .map(file -> file.filename() + " " + file.content().length())
                .orElse("none")))
        .get("/api/v1/me", Access.SIGNED_IN, ask -> json(ask.who().name()))
        .get("/api/v1/breaks", Access.ANYONE, ask -> Future.failedFuture("a bug"))
        .post("/api/v1/things", Access.MEMBER, EdgeOnPort::thing)
        .post("/api/v1/sites", Access.COORDINATOR, EdgeOnPort::thing);
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    try {
      var request = HttpRequest.newBuilder(URI.create(base() + path))
          .method(method, HttpRequest.BodyPublishers.ofString(body));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  String base() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    finished(vertx.close());
  }

  private static Future<Answer> thing(Ask ask) {
    Fields fields = Fields.ofJson(ask, "name", "size");
    String name = fields.text("name").max(10).required();
    fields.whole("size", 1, 9);
    return done(
        fields.complete()
            ? Answer.json(201, new JsonObject().put("name", name))
            : fields.refusal());
  }

  private static Future<Answer> page(Ask ask) {
    return done(Answer.page("error/page", ErrorPage.of(404, ask)));
  }

  private static Future<Answer> said(String text) {
    return done(Answer.json(200, new JsonArray().add(text)));
  }

  private static Future<Answer> json(String name) {
    return done(Answer.json(200, new JsonObject().put("name", name)));
  }

  private static Future<Answer> done(Answer answer) {
    return Future.succeededFuture(answer);
  }

  private static Who who(long id, String name, Kind kind) {
    return new Who(
        id,
        name,
        "x@demo.test",
        false,
        kind == Kind.GUEST,
        kind == Kind.COORDINATOR ? Set.of(7L) : Set.of(),
        Set.of(),
        "fr",
        "auto",
        3,
        Optional.empty(),
        kind == Kind.READER ? Who.Proof.READ_ONLY_TOKEN : Who.Proof.SESSION);
  }

  private static <T> T finished(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
