package coop.maillon.member.account;

import java.time.Duration;
import java.util.Locale;

/** What a mailed link is good for, and for how long. */
public enum LinkPurpose {
  PASSWORD(Duration.ofHours(1), "/password/"),
  INVITATION(Duration.ofDays(7), "/invitation/");

  private final Duration life;
  private final String path;

  LinkPurpose(Duration life, String path) {
    this.life = life;
    this.path = path;
  }

  Duration life() {
    return life;
  }

  /** Where the link leads; the secret follows. */
  public String path() {
    return path;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
