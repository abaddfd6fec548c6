package coop.maillon.support;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Somebody who asks the server for things, with what proves who they are. */
public final class Asker {

  private final TestApp app;
  private final Map<String, String> headers;

  Asker(TestApp app, Map<String, String> headers) {
    this.app = app;
    this.headers = headers;
  }

  /** The same with one more header. */
  public Asker with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Asker(app, more);
  }

  public HttpResponse<String> get(String path) {
    return app.send(request(path).GET().build());
  }

  public HttpResponse<String> delete(String path) {
    return app.send(request(path).DELETE().build());
  }

  /** A JSON body. */
  public HttpResponse<String> post(String path, JsonObject body) {
    return send("POST", path, body);
  }

  public HttpResponse<String> patch(String path, JsonObject body) {
    return send("PATCH", path, body);
  }

  /** A form: names and values by turns. */
  public HttpResponse<String> submit(String path, String... namesAndValues) {
    String form = IntStream.range(0, namesAndValues.length / 2)
        .mapToObj(i -> encoded(namesAndValues[2 * i]) + "=" + encoded(namesAndValues[2 * i + 1]))
        .collect(Collectors.joining("&"));
    return app.send(request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build());
  }

  /** Asks for one resource, times as RFC 3339 with offset. */
  public HttpResponse<String> book(String resource, String start, String end) {
    return post(
        "/api/v1/bookings",
        new JsonObject().put("resource", resource).put("start", start).put("end", end));
  }

  private HttpResponse<String> send(String method, String path, JsonObject body) {
    return app.send(request(path)
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(body.encode()))
        .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(app.at(path));
    headers.forEach(request::header);
    return request;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
