package coop.maillon.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sheets, scripts and pictures, in memory. One hash of them all is part of every address, so that browsers keep them for
 * ever and modules find each other by relative names.
 */
public final class Assets {

  static final String PREFIX = "/assets/";
  private static final Pattern IMPORT = Pattern.compile("@import \"([^\"]+)\";");
  private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  private final Map<String, Asset> byName = new TreeMap<>();
  private final String root;

  private Assets(Map<String, byte[]> files) {
    this.root = PREFIX + hash(files) + "/";
    files.forEach((name, content) -> byName.put(name, Asset.of(name, content)));
  }

  /** Reads all that the program brings, its own and the web jars'. */
  public static Assets load() {
    Map<String, byte[]> files = new TreeMap<>(ClassPath.under("web/static", "css/maillon.css"));
    files.put("js/htmx.min.js", ClassPath.read(HTMX));
    files.computeIfPresent("css/maillon.css", (name, sheet) -> inlined(sheet, files));
    return new Assets(files);
  }

  /** The address of a file in {@code web/static}; refuses one that is not there. */
  public String address(String name) {
    if (!byName.containsKey(name)) {
      throw new IllegalArgumentException("no asset is called " + name);
    }
    return root + name;
  }

  Optional<Asset> at(String path) {
    return path.startsWith(root)
        ? Optional.ofNullable(byName.get(path.substring(root.length())))
        : Optional.empty();
  }

  Optional<Asset> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** One sheet out of many: one request on a slow line. */
  private static byte[] inlined(byte[] sheet, Map<String, byte[]> files) {
    Matcher imports = IMPORT.matcher(text(sheet));
    String whole = imports.replaceAll(found -> {
      byte[] part = files.get("css/" + found.group(1));
      if (part == null) {
        throw new IllegalStateException("css/maillon.css imports " + found.group(1));
      }
      return Matcher.quoteReplacement(text(part));
    });
    return whole.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach((name, content) -> {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(content);
      });
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
