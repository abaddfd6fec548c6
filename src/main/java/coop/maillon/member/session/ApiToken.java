package coop.maillon.member.session;

import java.time.Instant;
import java.util.Optional;

/** What a program presents instead of a password; only its owner ever saw the secret, once. */
public record ApiToken(
    long id,
    String label,
    Reach reach,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> usedAt) {

  /** What a token is good for. */
  public enum Reach {
    FULL,
    READ_ONLY
  }
}
