package coop.maillon;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** From what a person wrote in a setting to what it means; a message says what was expected instead. */
final class Read {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Pattern IP = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private Read() {}

  static Function<String, Integer> whole(int least, int most) {
    return text -> {
      boolean fits = WHOLE.matcher(text).matches()
          && Integer.parseInt(text) >= least
          && Integer.parseInt(text) <= most;
      if (!fits) {
        throw expected("a whole number from " + least + " to " + most, text);
      }
      return Integer.parseInt(text);
    };
  }

  static Function<String, String> either(String one, String other) {
    return text -> {
      if (!text.equals(one) && !text.equals(other)) {
        throw expected(one + " or " + other, text);
      }
      return text;
    };
  }

  static String host(String text) {
    try {
      InetAddress.getByName(text);
    } catch (UnknownHostException unknown) {
      throw expected("an address of this machine, such as 127.0.0.1 or 0.0.0.0", text);
    }
    if (text.isEmpty()) {
      throw expected("an address of this machine, such as 127.0.0.1 or 0.0.0.0", text);
    }
    return text;
  }

  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  static URI urlOf(String host, int port) {
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + port);
  }

  static URI publicUrl(String text) {
    URI uri = uri(text)
        .filter(Read::isBareWebAddress)
        .orElseThrow(() -> expected("https://name or http://name:port, without a path", text));
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
  }

  /** Never repeats the address: it may hold a password. */
  static URI mailUrl(String text) {
    URI uri = uri(text)
        .filter(u -> u.getHost() != null && List.of("smtp", "smtps").contains(u.getScheme()))
        .orElseThrow(() ->
            new IllegalArgumentException("expected smtp://user:password@host:port or smtps://…"));
    if (uri.getRawUserInfo() != null && !uri.getRawUserInfo().matches("[^:]+:.+")) {
      throw new IllegalArgumentException("the password is missing after the user");
    }
    return uri;
  }

  static String email(String text) {
    if (!EMAIL.matcher(text).matches()) {
      throw expected("an e-mail address", text);
    }
    return text;
  }

  static List<String> addresses(String text) {
    return Stream.of(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(Read::block)
        .toList();
  }

  static Path directory(String text) {
    Path path = Path.of(text);
    if (text.isEmpty() || (Files.exists(path) && !Files.isDirectory(path))) {
      throw expected("a directory", text);
    }
    return path;
  }

  static Locale language(String text) {
    return Locale.forLanguageTag(either("fr", "en").apply(text));
  }

  static ZoneId zone(String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw expected("a time zone such as Europe/Paris", text);
    }
    return ZoneId.of(text);
  }

  private static boolean isBareWebAddress(URI uri) {
    return uri.getHost() != null
        && uri.getRawUserInfo() == null
        && List.of("http", "https").contains(uri.getScheme())
        && List.of("", "/").contains(uri.getRawPath())
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  private static String block(String text) {
    String[] parts = text.split("/", 2);
    // Only digits, dots and colons: a name would be looked up, and whoever answers for it trusted.
    boolean isAddress = IP.matcher(parts[0]).matches() && isKnown(parts[0]);
    boolean isBlock = parts.length == 1 || isPrefix(parts[1], parts[0].contains(":") ? 128 : 32);
    if (!isAddress || !isBlock) {
      throw expected("addresses or blocks such as 10.0.0.0/8, separated by commas", text);
    }
    return text;
  }

  private static boolean isPrefix(String bits, int most) {
    return WHOLE.matcher(bits).matches() && Integer.parseInt(bits) <= most;
  }

  private static boolean isKnown(String address) {
    try {
      return InetAddress.getByName(address) != null;
    } catch (UnknownHostException malformed) {
      return false;
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException expected(String what, String instead) {
    return new IllegalArgumentException("expected " + what + ", found \"" + instead + "\"");
  }
}
