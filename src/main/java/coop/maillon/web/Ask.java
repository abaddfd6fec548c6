package coop.maillon.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One request, as a handler sees it: what was asked, by whom, in which language. Nothing in it can be written to. */
public final class Ask {

  /** What the edge found out before any handler is asked. */
  record Context(
      HttpServerRequest request,
      String requestId,
      Optional<Credentials> credentials,
      Optional<Who> visitor,
      Words words,
      String address,
      String origin,
      Clock clock) {}

  private final Context context;
  private final Parameters path;
  private final Parameters query;
  private final RequestBody body;

  Ask(Context context, Parameters path, Parameters query, RequestBody body) {
    this.context = context;
    this.path = path;
    this.query = query;
    this.body = body;
  }

  /** A part of the path that the route names with a colon. */
  public String path(String name) {
    return path.first(name)
        .orElseThrow(() -> new IllegalArgumentException("the route has no part :" + name));
  }

  /** The path asked for, without its query. */
  public String path() {
    return context.request().path();
  }

  /** The path with its query, as {@code next=} takes it. */
  public String uri() {
    return context.request().uri();
  }

  public String method() {
    return context.request().method().name();
  }

  public Optional<String> query(String name) {
    return query.first(name);
  }

  public List<String> queryAll(String name) {
    return query.all(name);
  }

  public Optional<String> form(String name) {
    return body.form().first(name);
  }

  public List<String> formAll(String name) {
    return body.form().all(name);
  }

  /** A file that a form brings, on routes mounted by {@link RouteTable#upload}; an empty file field is no file. */
  public Optional<Upload> upload(String name) {
    return uploads(name).stream().findFirst();
  }

  /** All files of one field, in their order. */
  public List<Upload> uploads(String name) {
    return body.uploads(name);
  }

  /** The JSON object sent; an empty one if there was no body. */
  public JsonObject body() {
    return body.json();
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name));
  }

  /** Who asks; only on routes that need sign-in. */
  public Who who() {
    return context
        .visitor()
        .orElseThrow(() -> new IllegalStateException(path() + " does not need sign-in"));
  }

  public Optional<Who> visitor() {
    return context.visitor();
  }

  /** The secret that was shown, of the session or of the token: to sign out, or to tell this session from others. */
  public Optional<String> secret() {
    return context.credentials().map(Credentials::secret);
  }

  /** What was shown to say who it is: for a socket, which is judged again while it stays open. */
  public Optional<Credentials> credentials() {
    return context.credentials();
  }

  public Words words() {
    return context.words();
  }

  public Clock clock() {
    return context.clock();
  }

  public Instant now() {
    return context.clock().instant();
  }

  /** Whether htmx asks, for a piece of page. */
  public boolean htmx() {
    return "true".equals(context.request().getHeader("HX-Request"));
  }

  /** Whether a program asks, rather than a page. */
  public boolean api() {
    return Web.isApi(path());
  }

  public String requestId() {
    return context.requestId();
  }

  /** Where the request came from, behind the proxies that are trusted. */
  public String address() {
    return context.address();
  }

  /** The address that people use for this server: {@code https://maillon.example}. */
  public String origin() {
    return context.origin();
  }

  HttpServerRequest request() {
    return context.request();
  }

  Cookies cookies() {
    return new Cookies(context.request());
  }

  Ask with(RequestBody read) {
    return new Ask(context, path, query, read);
  }
}
