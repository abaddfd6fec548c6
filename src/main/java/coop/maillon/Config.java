package coop.maillon;

import coop.maillon.db.DatabaseAddress;
import coop.maillon.privacy.Periods;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings as the program uses them, read once before anything starts (so not by vertx-config: they decide how
 * Vert.x itself starts, and all mistakes are told at once).
 *
 * @param managementPort on the loopback; health and metrics
 * @param publicUrl scheme, host and port as browsers see them, without a path; empty: whatever they named
 * @param trustedProxies addresses or CIDR blocks whose X-Forwarded-For counts
 * @param database empty: the embedded PostgreSQL in {@code dataDir}
 * @param connections how many a transaction may be waiting on at once
 * @param waiting how many transactions may queue for a connection before the answer is 503
 * @param mail smtp://user:password@host:port; empty: mail stays queued
 * @param mailFrom the sender's address
 * @param zone of what belongs to no site
 * @param periods for how long people are named in what happened
 */
public record Config(
    String httpHost,
    int httpPort,
    int managementPort,
    Optional<URI> publicUrl,
    List<String> trustedProxies,
    Optional<DatabaseAddress> database,
    int connections,
    int waiting,
    Path dataDir,
    Optional<URI> mail,
    String mailFrom,
    Locale locale,
    ZoneId zone,
    Duration session,
    Periods periods,
    boolean rateLimits,
    boolean demo,
    String logFormat) {

  /** Reads everything; what is wrong is noted in the settings, and then this must not be used. */
  static Config of(Settings settings) {
    Optional<URI> publicUrl = settings.readOptional(Setting.PUBLIC_URL, Read::publicUrl);
    var config = new Config(
        settings.read(Setting.HTTP_HOST, Read::host, "127.0.0.1"),
        settings.read(Setting.HTTP_PORT, Read.whole(0, 65535), 0),
        settings.read(Setting.MANAGEMENT_PORT, Read.whole(0, 65535), 0),
        publicUrl,
        settings.read(Setting.TRUSTED_PROXIES, Read::addresses, List.of()),
        settings.readOptional(Setting.DATABASE_URL, DatabaseAddress::parse),
        settings.read(Setting.DATABASE_CONNECTIONS, Read.whole(1, 500), 1),
        settings.read(Setting.DATABASE_WAITING, Read.whole(1, 100_000), 1),
        settings.read(Setting.DATA_DIR, Read::directory, Path.of("data")),
        settings.readOptional(Setting.MAIL_URL, Read::mailUrl),
        sender(settings, publicUrl),
        settings.read(Setting.LOCALE, Read::language, Locale.FRENCH),
        settings.read(Setting.TIME_ZONE, Read::zone, ZoneId.of("UTC")),
        Duration.ofHours(settings.read(Setting.SESSION_HOURS, Read.whole(1, 8784), 1)),
        periods(settings),
        settings.read(Setting.RATE_LIMITS, Read.either("on", "off"), "on").equals("on"),
        settings.read(Setting.DEMO, Read.either("true", "false"), "false").equals("true"),
        settings.read(Setting.LOG_FORMAT, Read.either("text", "json"), "text"));
    config.noteWhatDoesNotGoTogether(settings);
    return config;
  }

  /** What links in mail begin with. */
  public URI linkBase() {
    return publicUrl.orElse(Read.urlOf(httpHost, httpPort));
  }

  private static String sender(Settings settings, Optional<URI> publicUrl) {
    return settings
        .readOptional(Setting.MAIL_FROM, Read::email)
        .orElse("maillon@" + publicUrl.map(URI::getHost).orElse("localhost"));
  }

  private static Periods periods(Settings settings) {
    return new Periods(
        months(settings, Setting.RETENTION_BOOKINGS_MONTHS),
        months(settings, Setting.RETENTION_POSTS_MONTHS),
        months(settings, Setting.RETENTION_PROBLEMS_MONTHS),
        months(settings, Setting.RETENTION_AUDIT_MONTHS),
        months(settings, Setting.RETENTION_INBOX_MONTHS),
        settings.read(Setting.RETENTION_MAIL_DAYS, Read.whole(1, 3660), 30));
  }

  private static int months(Settings settings, Setting setting) {
    return settings.read(setting, Read.whole(1, 120), 12);
  }

  private void noteWhatDoesNotGoTogether(Settings settings) {
    if (Read.isLoopback(httpHost)) {
      return;
    }
    if (demo) {
      settings.problem(
          Setting.DEMO,
          "everybody knows the demo's password, so it listens on the loopback only; http.host is "
              + httpHost);
    }
    if (!rateLimits) {
      settings.problem(
          Setting.RATE_LIMITS, "off is for load tests on the loopback; http.host is " + httpHost);
    }
    if (settings.text(Setting.PUBLIC_URL).isEmpty()) {
      settings.problem(
          Setting.PUBLIC_URL, "needed for links in mail as soon as http.host is not the loopback");
    }
  }
}
