package coop.maillon.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The icons of the sprite that the layout carries: each is drawn once and used by name. */
final class Icons {

  private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"i-([a-z0-9-]+)\"");

  private final Map<String, Html> uses = new HashMap<>();

  Icons(byte[] sprite) {
    Matcher symbol = SYMBOL.matcher(new String(sprite, StandardCharsets.UTF_8));
    while (symbol.find()) {
      uses.put(symbol.group(1), use(symbol.group(1)));
    }
  }

  /** Refuses a name that the sprite does not have. */
  Html named(String name) {
    Html use = uses.get(name);
    if (use == null) {
      throw new IllegalArgumentException("no icon is called " + name);
    }
    return use;
  }

  private static Html use(String name) {
    return new Html(
        "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#i-" + name + "\"/></svg>");
  }
}
