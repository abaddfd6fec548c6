package coop.maillon.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The cookies of one request, read leniently: what makes no sense is not there. */
final class Cookies {

  private final Map<String, String> values = new HashMap<>();

  Cookies(HttpServerRequest request) {
    for (String header : request.headers().getAll("Cookie")) {
      for (String pair : header.split(";")) {
        read(pair.strip());
      }
    }
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private void read(String pair) {
    int equals = pair.indexOf('=');
    if (equals > 0) {
      values.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
    }
  }
}
