package coop.maillon.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where a request comes from: its address behind trusted proxies, and whether a page of ours sent it. */
final class Origins {

  private final EdgeSettings settings;
  private final TrustedProxies proxies;

  Origins(EdgeSettings settings) {
    this.settings = settings;
    this.proxies = new TrustedProxies(settings.trustedProxies());
  }

  /** The address that people use: the public one, or the host that this request named. */
  String own(HttpServerRequest request) {
    HostAndPort host = request.authority();
    return settings.publicUrl().orElse("http://" + (host == null ? "localhost" : host.toString()));
  }

  /**
   * Whether another site's page sent this on behalf of whoever has our cookie. A browser says so itself by
   * Sec-Fetch-Site, an older one by Origin or Referer; what says nothing at all is no browser.
   */
  boolean isForeign(HttpServerRequest request) {
    String site = header(request, "Sec-Fetch-Site");
    if (!site.isEmpty()) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = header(request, "Origin");
    if (!origin.isEmpty()) {
      return !origin.equals(own(request));
    }
    String referer = header(request, "Referer");
    return !referer.isEmpty() && !(referer + "/").startsWith(own(request) + "/");
  }

  /** Whether a WebSocket may be opened: by a page of ours, or by a program that shows a token. */
  boolean maySpeak(HttpServerRequest request, Credentials credentials) {
    String origin = header(request, "Origin");
    return origin.isEmpty()
        ? credentials.kind() == Credentials.Kind.TOKEN
        : origin.equals(own(request));
  }

  /** The nearest address that is not a proxy of ours. */
  String address(HttpServerRequest request) {
    String peer = request.remoteAddress().hostAddress();
    List<String> hops = new ArrayList<>();
    for (String hop : header(request, "X-Forwarded-For").split(",")) {
      if (!hop.isBlank()) {
        hops.add(hop.strip());
      }
    }
    Collections.reverse(hops);
    String nearest = peer == null ? "" : peer;
    for (String hop : hops) {
      if (!proxies.trusts(nearest)) {
        break;
      }
      nearest = hop;
    }
    return nearest;
  }

  private static String header(HttpServerRequest request, String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }
}
