package coop.maillon.web;

import java.time.Duration;
import java.util.Optional;

/** The cookie that carries a session's secret: bound to this host and hidden from scripts. */
public record SessionCookie(String name, String attributes) {

  /** On https the name itself binds it to the host; browsers refuse that name on plain http://localhost. */
  public static SessionCookie of(String publicUrl) {
    return publicUrl.startsWith("https://")
        ? new SessionCookie("__Host-sid", "; Path=/; HttpOnly; SameSite=Lax; Secure")
        : new SessionCookie("sid", "; Path=/; HttpOnly; SameSite=Lax");
  }

  /** The value of a Set-Cookie header that signs in for as long as {@code life}. */
  public String issue(String secret, Duration life) {
    return name + "=" + secret + "; Max-Age=" + life.toSeconds() + attributes;
  }

  /** The value of a Set-Cookie header that signs out. */
  public String clear() {
    return name + "=; Max-Age=0" + attributes;
  }

  Optional<String> in(Cookies cookies) {
    return cookies.get(name);
  }
}
