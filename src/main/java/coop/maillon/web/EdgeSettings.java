package coop.maillon.web;

import java.util.Optional;
import java.util.Set;

/**
 * What the edge must know about where it stands.
 *
 * @param publicUrl the address that people use, {@code https://maillon.example}; empty: whatever host they named
 * @param trustedProxies addresses or blocks of them whose X-Forwarded-For counts
 * @param language of who has not said theirs, {@code fr} or {@code en}
 */
public record EdgeSettings(
    Optional<String> publicUrl, Set<String> trustedProxies, String language) {

  public EdgeSettings {
    publicUrl = publicUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    trustedProxies = Set.copyOf(trustedProxies);
  }

  boolean secure() {
    return publicUrl.orElse("").startsWith("https://");
  }

  SessionCookie sessionCookie() {
    return SessionCookie.of(publicUrl.orElse(""));
  }
}
