package coop.maillon.member.session;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What opens a session, a link or the API: 256 random bits, of which the database keeps only the hash. */
public record Secret(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  public static Secret fresh() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256: enough for 256 random bits, where a password needs argon2. */
  public Buffer hash() {
    return hashOf(value);
  }

  static Buffer hashOf(String text) {
    try {
      return Buffer.buffer(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  /** Never the value: a secret that reaches a log must not say itself. */
  @Override
  public String toString() {
    return "Secret[…]";
  }
}
