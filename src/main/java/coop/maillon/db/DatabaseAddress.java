package coop.maillon.db;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Where a PostgreSQL database is and who signs in to it.
 *
 * @param sslMode one of PostgreSQL's words: disable, allow, prefer, require, verify-ca, verify-full
 */
public record DatabaseAddress(
    String host, int port, String name, String user, String password, String sslMode) {

  private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");
  private static final Set<String> SSL_MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
  private static final int DEFAULT_PORT = 5432;

  public DatabaseAddress {
    if (!SSL_MODES.contains(sslMode)) {
      throw new IllegalArgumentException("sslmode is one of " + String.join(", ", SSL_MODES));
    }
  }

  /**
   * Reads {@code postgresql://user:password@host:port/database?sslmode=require}.
   *
   * @throws IllegalArgumentException with a message that never repeats the address: it holds a password
   */
  public static DatabaseAddress parse(String url) {
    URI uri = uriOf(url);
    if (uri.getHost() == null || !SCHEMES.contains(String.valueOf(uri.getScheme()))) {
      throw new IllegalArgumentException("expected postgresql://user:password@host:port/database");
    }
    String[] userInfo = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
    if (userInfo.length < 2 || userInfo[0].isEmpty() || userInfo[1].isEmpty()) {
      throw new IllegalArgumentException("the user or its password is missing");
    }
    return new DatabaseAddress(
        uri.getHost(),
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        databaseIn(uri),
        decoded(userInfo[0]),
        decoded(userInfo[1]),
        sslModeIn(uri));
  }

  /** The same server and user, another database. */
  public DatabaseAddress named(String otherName) {
    return new DatabaseAddress(host, port, otherName, user, password, sslMode);
  }

  /** Without user and password: those travel beside it. */
  public String jdbcUrl() {
    // The certificates that Java knows, as for every other connection, and not a file in a home
    // directory.
    return "jdbc:postgresql://%s:%d/%s?sslmode=%s&connectTimeout=10&sslfactory=%s"
        .formatted(host, port, name, sslMode, "org.postgresql.ssl.DefaultJavaSSLFactory");
  }

  /** The same for Vert.x. */
  public PgConnectOptions connectOptions() {
    PgConnectOptions options = new PgConnectOptions()
        .setHost(host)
        .setPort(port)
        .setDatabase(name)
        .setUser(user)
        .setPassword(password)
        .setSslMode(SslMode.of(sslMode));
    return sslMode.equals("disable") ? options : options.setSslOptions(sslOptions());
  }

  private ClientSSLOptions sslOptions() {
    var ssl = new ClientSSLOptions().setHostnameVerificationAlgorithm("");
    return switch (sslMode) {
      case "verify-full" -> ssl.setHostnameVerificationAlgorithm("HTTPS");
      case "verify-ca" -> ssl;
      // As PostgreSQL defines them, these encrypt without asking who answers.
      default -> ssl.setTrustAll(true);
    };
  }

  /** Leaves the password out, for this reaches logs. */
  @Override
  public String toString() {
    return "postgresql://%s@%s:%d/%s".formatted(user, host, port, name);
  }

  private static URI uriOf(String url) {
    try {
      return URI.create(url.strip());
    } catch (IllegalArgumentException notAnAddress) {
      // Without its cause, which repeats the password.
      throw new IllegalArgumentException(
          "not an address; characters like @ / % are written %40 %2F %25");
    }
  }

  private static String databaseIn(URI uri) {
    String path = Optional.ofNullable(uri.getPath()).orElse("");
    if (path.length() < 2) {
      throw new IllegalArgumentException("the name of the database is missing after the port");
    }
    return path.substring(1);
  }

  private static String sslModeIn(URI uri) {
    return Arrays.stream(Optional.ofNullable(uri.getQuery()).orElse("").split("&"))
        .filter(option -> !option.isEmpty())
        .map(DatabaseAddress::sslModeOf)
        .findFirst()
        .orElse("prefer");
  }

  private static String sslModeOf(String option) {
    if (!option.startsWith("sslmode=")) {
      throw new IllegalArgumentException("only sslmode may follow the question mark");
    }
    return option.substring("sslmode=".length());
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
