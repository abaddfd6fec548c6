package coop.maillon;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can be set, with its default; conf/maillon.properties says why, line by line. */
enum Setting {
  HTTP_HOST("127.0.0.1"),
  HTTP_PORT("8080"),
  MANAGEMENT_PORT("8081"),
  PUBLIC_URL(""),
  TRUSTED_PROXIES(""),
  DATABASE_URL(""),
  DATABASE_CONNECTIONS("16"),
  DATABASE_WAITING("256"),
  DATA_DIR("data"),
  MAIL_URL(""),
  MAIL_FROM(""),
  LOCALE("fr"),
  TIME_ZONE("Europe/Paris"),
  SESSION_HOURS("336"),
  RETENTION_BOOKINGS_MONTHS("24"),
  RETENTION_POSTS_MONTHS("24"),
  RETENTION_PROBLEMS_MONTHS("24"),
  RETENTION_AUDIT_MONTHS("36"),
  RETENTION_INBOX_MONTHS("12"),
  RETENTION_MAIL_DAYS("30"),
  RATE_LIMITS("on"),
  DEMO("false"),
  LOG_FORMAT("text");

  static final String ENVIRONMENT_PREFIX = "MAILLON_";

  private final String byDefault;

  Setting(String byDefault) {
    this.byDefault = byDefault;
  }

  /** Its name in a properties file, such as {@code http.port}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** Its name in the environment, such as {@code MAILLON_HTTP_PORT}. */
  String variable() {
    return ENVIRONMENT_PREFIX + name();
  }

  String byDefault() {
    return byDefault;
  }

  static Optional<Setting> ofKey(String key) {
    return Stream.of(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  static Optional<Setting> ofVariable(String variable) {
    return Stream.of(values())
        .filter(setting -> setting.variable().equals(variable))
        .findFirst();
  }
}
