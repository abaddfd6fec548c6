package coop.maillon.support;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody at a browser, with its cookies, or at a program, with a token. Follows no redirection by itself. */
public final class Visitor {

  private final TestApp app;
  private final Map<String, String> cookies = new TreeMap<>();
  private final Map<String, String> headers = new TreeMap<>();

  public Visitor(TestApp app) {
    this.app = app;
  }

  /** Signs in by the form, as a browser does. */
  public Visitor signIn(String email, String password) {
    var answer = post("/login", "email", email, "password", password);
    if (answer.statusCode() != 303) {
      throw new IllegalStateException(email + " could not sign in: " + answer.statusCode());
    }
    return this;
  }

  /** Shows that token from now on. */
  public Visitor withToken(String secret) {
    return with("Authorization", "Bearer " + secret);
  }

  /** Sends that header from now on. */
  public Visitor with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** A file as it comes. */
  public byte[] bytes(String path) {
    return app.bytes(request(path).GET().build());
  }

  /** A form, its names and values in turn. */
  public HttpResponse<String> post(String path, String... namesAndValues) {
    var pairs = new ArrayList<String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
    }
    return send(request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(String.join("&", pairs))));
  }

  /** The same, said of a form that a person fills in. */
  public HttpResponse<String> submit(String path, String... namesAndValues) {
    return post(path, namesAndValues);
  }

  /** A JSON object, as a program sends it. */
  public HttpResponse<String> post(String path, JsonObject body) {
    return send("POST", path, body);
  }

  public HttpResponse<String> patch(String path, JsonObject body) {
    return send("PATCH", path, body);
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  /** Asks for one resource, times as RFC 3339 with offset. */
  public HttpResponse<String> book(String resource, String start, String end) {
    var wish = new JsonObject().put("resource", resource).put("start", start).put("end", end);
    return post("/api/v1/bookings", wish);
  }

  /** What the cookie of that name holds; the empty text if there is none. */
  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  /** Forgets nothing, but shows that value from now on. */
  public Visitor setCookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(app.at(path));
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private HttpResponse<String> send(String method, String path, JsonObject body) {
    return send(request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body.encode())));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    var answer = app.send(request.build());
    answer.headers().allValues("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private void keep(String setCookie) {
    var parts = List.of(setCookie.split(";")).get(0).split("=", 2);
    if (parts[1].isEmpty()) {
      cookies.remove(parts[0]);
    } else {
      cookies.put(parts[0], parts[1]);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
