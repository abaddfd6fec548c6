package coop.maillon.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Function;

/** Finds out who asks, and in which language to answer. */
final class Identity {

  static final String LANGUAGE_COOKIE = "lang";
  private static final String BEARER = "bearer ";

  private final EdgeSettings settings;
  private final SessionCookie cookie;
  private final Function<Credentials, Future<Optional<Who>>> whoIs;

  Identity(EdgeSettings settings, Function<Credentials, Future<Optional<Who>>> whoIs) {
    this.settings = settings;
    this.cookie = settings.sessionCookie();
    this.whoIs = whoIs;
  }

  /** What the request shows: a token where programs ask, else the session's cookie. */
  Optional<Credentials> credentials(HttpServerRequest request, Cookies cookies) {
    String header = request.getHeader("Authorization");
    boolean program = Web.isApi(request.path()) || request.path().equals(Web.LIVE);
    if (program && header != null) {
      boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
      String token = bearer ? header.substring(BEARER.length()).strip() : "";
      return Optional.of(new Credentials(Credentials.Kind.TOKEN, token));
    }
    return cookie
        .in(cookies)
        .filter(secret -> !secret.isEmpty())
        .map(secret -> new Credentials(Credentials.Kind.SESSION, secret));
  }

  Future<Optional<Who>> visitor(Optional<Credentials> credentials) {
    return credentials.map(whoIs).orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  /** The language just chosen, else the member's, else the one chosen before, else the browser's, else ours. */
  String language(HttpServerRequest request, Cookies cookies, Optional<Who> visitor) {
    return chosen(request)
        .or(() -> visitor.map(Who::language))
        .or(() -> cookies.get(LANGUAGE_COOKIE).filter(Messages.LANGUAGES::contains))
        .or(() -> accepted(request))
        .orElse(settings.language());
  }

  /** The language that the address asks for: {@code ?lang=en}. */
  static Optional<String> chosen(HttpServerRequest request) {
    String query = request.query();
    return query == null
        ? Optional.empty()
        : Messages.LANGUAGES.stream()
            .filter(code -> ("&" + query + "&").contains("&lang=" + code + "&"))
            .findFirst();
  }

  private static Optional<String> accepted(HttpServerRequest request) {
    String header = request.getHeader("Accept-Language");
    String wanted = header == null ? "" : header.toLowerCase(java.util.Locale.ROOT);
    return Messages.LANGUAGES.stream()
        .filter(code -> position(wanted, code) >= 0)
        .min(java.util.Comparator.comparingInt(code -> position(wanted, code)));
  }

  // Browsers list languages in the order of preference.
  private static int position(String accepted, String code) {
    return ("," + accepted.replace(" ", "")).indexOf("," + code);
  }
}
