package coop.maillon.member.account;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What the cooperative decides about signing in.
 *
 * @param publicUrl where links in mail lead, without a slash at the end
 * @param sessionLife how long a session holds after its last use
 * @param zone in which a guest's last day ends
 * @param limits whether guessing is slowed down
 */
public record PeopleSettings(String publicUrl, Duration sessionLife, ZoneId zone, Limits limits) {

  /** Off only for load tests. */
  public enum Limits {
    ON,
    OFF
  }
}
