package coop.maillon.web;

import coop.maillon.web.RouteTable.Mount;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The edge: from a request to a plain question, and from the answer to bytes. The only place that ends a Future. */
public final class Web {

  static final String API = "/api/v1";
  static final String LIVE = "/live";
  private static final String ROUTE = "coop.maillon.web.route";
  private static final String CONTEXT = "coop.maillon.web.context";
  private static final Logger log = LoggerFactory.getLogger(Web.class);

  /**
   * What the edge needs and the layers above know.
   *
   * @param whoIs who has these credentials; nobody if they are unknown, over or revoked
   * @param unavailable whether a failure means that the database is gone or too busy: 503 instead of 500
   */
  public record Ports(
      Function<Credentials, Future<Optional<Who>>> whoIs, Predicate<Throwable> unavailable) {}

  private final Views views;
  private final Clock clock;
  private final Ports ports;
  private final Identity identity;
  private final Origins origins;
  private final Gate gate;
  private final SecurityHeaders security;

  public Web(Views views, EdgeSettings settings, Clock clock, Ports ports) {
    this.views = views;
    this.clock = clock;
    this.ports = ports;
    this.identity = new Identity(settings, ports.whoIs());
    this.origins = new Origins(settings);
    this.gate = new Gate(origins);
    this.security = new SecurityHeaders(settings);
  }

  /** How the server of {@link #router} must listen. */
  public static HttpServerOptions options() {
    return new HttpServerOptions()
        .setHandle100ContinueAutomatically(true)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setMaxInitialLineLength(16 * 1024)
        .setMaxHeaderSize(16 * 1024)
        .setMaxFormAttributeSize(64 * 1024)
        .setIdleTimeout(90);
  }

  /** Everything that this server answers. */
  public Router router(Vertx vertx, RouteTable routes) {
    Router router = Router.router(vertx);
    var responses = new Responses(views, new Shells(routes));
    var assets = new AssetRoute(views.assets());
    router.route().handler(this::open);
    router.get(Assets.PREFIX + "*").handler(assets::serve);
    router.head(Assets.PREFIX + "*").handler(assets::serve);
    routes
        .sockets()
        .forEach(socket ->
            router.get(socket.entry().path()).handler(ctx -> upgrade(ctx, socket, responses)));
    routes.mounts().forEach(mount -> mount(router, mount, responses));
    router.route().handler(ctx -> miss(ctx, routes, responses));
    router.route().failureHandler(ctx -> fail(ctx, status(ctx), responses));
    // What the router finds unreadable it tells here alone.
    List.of(400, 413, 414)
        .forEach(status -> router.errorHandler(status, ctx -> fail(ctx, status, responses)));
    return router;
  }

  static boolean isApi(String path) {
    return path.equals(API) || path.startsWith(API + "/");
  }

  private void mount(Router router, Mount mount, Responses responses) {
    HttpMethod method = HttpMethod.valueOf(mount.entry().method());
    router.route(method, mount.entry().path()).handler(ctx -> answer(ctx, mount, responses));
    if (method == HttpMethod.GET) {
      router.head(mount.entry().path()).handler(ctx -> answer(ctx, mount, responses));
    }
  }

  /** A name for this request, in its answer and in the log, and the headers of every answer. */
  private void open(RoutingContext ctx) {
    ctx.request().pause();
    String id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 50, 1L << 55), 36);
    ctx.put(CONTEXT, context(ctx.request(), id, Optional.empty(), Optional.empty()));
    security.put(ctx.response().headers());
    ctx.response().putHeader("X-Request-Id", id);
    Identity.chosen(ctx.request())
        .ifPresent(language -> ctx.response()
            .headers()
            .add(
                "Set-Cookie",
                Identity.LANGUAGE_COOKIE + "=" + language
                    + "; Path=/; Max-Age=31536000; SameSite=Lax"));
    ctx.next();
  }

  private void answer(RoutingContext ctx, Mount mount, Responses responses) {
    ctx.put(ROUTE, mount.entry().path());
    identify(ctx)
        .compose(ask -> refusedOr(
            gate.beforeReading(ask, mount, credentials(ctx)), () -> read(ctx, ask, mount)))
        .compose(answer -> finish(ctx, responses, answer))
        .onFailure(ctx::fail);
  }

  private Future<Answer> read(RoutingContext ctx, Ask ask, Mount mount) {
    if (!mount.unsafe()) {
      return refusedOr(gate.afterReading(ask, mount), () -> mount.handler().apply(ask));
    }
    return Bodies.read(ctx.request(), mount)
        .compose(body -> Future.succeededFuture(ask.with(body))
            .compose(read ->
                refusedOr(gate.afterReading(ask, mount), () -> mount.handler().apply(read)))
            .andThen(answered -> Bodies.release(body)));
  }

  private void upgrade(RoutingContext ctx, RouteTable.Socket socket, Responses responses) {
    identify(ctx)
        .compose(ask -> gate.ofSocket(ask, socket.entry().access(), credentials(ctx))
            .or(() -> noHandshake(ctx))
            .map(refusal -> finish(ctx, responses, refusal))
            .orElseGet(() -> ctx.request()
                .toWebSocket()
                .onSuccess(opened -> socket.handler().accept(ask, opened))
                .mapEmpty()))
        .onFailure(ctx::fail);
  }

  private static Optional<Answer> noHandshake(RoutingContext ctx) {
    return "websocket".equalsIgnoreCase(ctx.request().getHeader("Upgrade"))
            && ctx.request().version() == HttpVersion.HTTP_1_1
        ? Optional.empty()
        : Optional.of(Answer.failed(426).with("Upgrade", "websocket"));
  }

  /** Asks who it is, then remembers it for whatever comes, a failure too. */
  private Future<Ask> identify(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    Ask.Context before = ctx.get(CONTEXT);
    Optional<Credentials> shown = identity.credentials(request, new Cookies(request));
    return identity.visitor(shown).map(visitor -> {
      ctx.put(CONTEXT, context(request, before.requestId(), shown, visitor));
      return ask(ctx);
    });
  }

  private void miss(RoutingContext ctx, RouteTable routes, Responses responses) {
    Set<String> methods = routes.methodsOf(ctx.request().path());
    Answer answer = methods.isEmpty()
        ? Answer.notFound()
        : Answer.failed(405).with("Allow", String.join(", ", methods));
    identify(ctx).compose(ask -> finish(ctx, responses, answer)).onFailure(ctx::fail);
  }

  /** The one place where failures end: one line in the log, one kind page. */
  private void fail(RoutingContext ctx, int status, Responses responses) {
    Ask.Context context = ctx.get(CONTEXT);
    if (status >= 500) {
      try (var name = MDC.putCloseable("request", context.requestId())) {
        String what = status == 503 ? "database unavailable" : "request failed";
        log.error("{}: {} {}", what, ctx.request().method(), route(ctx), ctx.failure());
      }
    }
    Answer answer = ctx.failure() instanceof BadRequest unreadable
        ? unreadable.answer(bareAsk(ctx))
        : Answer.failed(status);
    Answer whole = status == 503 ? answer.with("Retry-After", "2") : answer;
    Future.succeededFuture(whole)
        .compose(failed -> finish(ctx, responses, failed))
        .onFailure(twice -> lastResort(ctx, status, twice));
  }

  // Never the path itself, which may carry the secret of a link.
  private static String route(RoutingContext ctx) {
    return ctx.get(ROUTE, "(no route)");
  }

  private static void lastResort(RoutingContext ctx, int status, Throwable twice) {
    log.error("not even the page of the failure could be made", twice);
    if (!ctx.response().ended() && !ctx.response().closed()) {
      ctx.response().setStatusCode(status).putHeader("Content-Length", "0").end();
    }
  }

  private int status(RoutingContext ctx) {
    Throwable failure = ctx.failure();
    if (failure instanceof BadRequest unreadable) {
      return unreadable.status();
    }
    if (failure instanceof HttpException refused) {
      return refused.getStatusCode();
    }
    if (failure == null) {
      return ctx.statusCode() > 0 ? ctx.statusCode() : 500;
    }
    return ports.unavailable().test(failure) ? 503 : 500;
  }

  private Future<Void> finish(RoutingContext ctx, Responses responses, Answer answer) {
    if (!ctx.request().isEnded()) {
      ctx.request().resume();
    }
    return responses.write(bareAsk(ctx), answer);
  }

  private static Future<Answer> refusedOr(
      Optional<Answer> refusal, Supplier<Future<Answer>> otherwise) {
    return refusal.map(Future::succeededFuture).orElseGet(otherwise);
  }

  private static Ask ask(RoutingContext ctx) {
    String query = ctx.request().query();
    Map<String, List<String>> parts = new HashMap<>();
    ctx.pathParams().forEach((name, value) -> parts.put(name, List.of(value)));
    return new Ask(
        ctx.get(CONTEXT),
        new Parameters(parts).checked(),
        query == null ? Parameters.NONE : Parameters.parse(query),
        RequestBody.NONE);
  }

  /** The question without its parameters: they may be what failed. */
  private static Ask bareAsk(RoutingContext ctx) {
    return new Ask(ctx.get(CONTEXT), Parameters.NONE, Parameters.NONE, RequestBody.NONE);
  }

  private static Optional<Credentials> credentials(RoutingContext ctx) {
    Ask.Context context = ctx.get(CONTEXT);
    return context.credentials();
  }

  private Ask.Context context(
      HttpServerRequest request, String id, Optional<Credentials> shown, Optional<Who> visitor) {
    String language = identity.language(request, new Cookies(request), visitor);
    return new Ask.Context(
        request,
        id,
        shown,
        visitor,
        views.messages().in(language),
        origins.address(request),
        origins.own(request),
        clock);
  }
}
