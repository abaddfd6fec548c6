package coop.maillon.vehicle.damage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How bad it is. */
public enum Severity {
  /** Nobody has to do anything about it. */
  COSMETIC("", "info"),
  /** It goes on driving, and is to be repaired. */
  REPAIR("wait", "alert"),
  /** Nobody may drive it. */
  UNSAFE("no", "lock");

  private final String kind;
  private final String icon;

  Severity(String kind, String icon) {
    this.kind = kind;
    this.icon = icon;
  }

  /** How it looks. */
  String kind() {
    return kind;
  }

  String icon() {
    return icon;
  }

  /** As tables and forms have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Severity> named(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
