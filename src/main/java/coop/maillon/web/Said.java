package coop.maillon.web;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A sentence about what was just done, and how to undo it: it waits in a short cookie for the next page. */
public record Said(String sentence, Optional<Undo> undo) {

  static final String COOKIE = "said";
  private static final String CLEAR = COOKIE + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax";

  /** A button that posts to a path of this server. */
  public record Undo(String path, String label) {}

  static Said of(String sentence) {
    return new Said(sentence, Optional.empty());
  }

  static Said of(String sentence, String undoPath, String undoLabel) {
    return new Said(sentence, Optional.of(new Undo(undoPath, undoLabel)));
  }

  String toCookie() {
    var json = new JsonObject().put("s", sentence);
    undo.ifPresent(way -> json.put("p", way.path()).put("l", way.label()));
    byte[] bytes = json.encode().getBytes(StandardCharsets.UTF_8);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return COOKIE + "=" + text + "; Path=/; Max-Age=60; HttpOnly; SameSite=Lax";
  }

  static String clearing() {
    return CLEAR;
  }

  /** What the cookie says, if it is one of ours in shape; the path of its button must be local. */
  static Optional<Said> from(Cookies cookies) {
    return cookies.get(COOKIE).flatMap(Said::read);
  }

  private static Optional<Said> read(String cookie) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cookie);
      var json = new JsonObject(new String(bytes, StandardCharsets.UTF_8));
      String path = json.getString("p", "");
      Optional<Undo> undo = LocalPath.of(path).map(way -> new Undo(way, json.getString("l", "")));
      return Optional.of(new Said(json.getString("s", ""), undo));
    } catch (IllegalArgumentException | DecodeException | ClassCastException unreadable) {
      return Optional.empty();
    }
  }
}
