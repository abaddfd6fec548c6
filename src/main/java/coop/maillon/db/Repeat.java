package coop.maillon.db;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What makes a repeated request the same request.
 *
 * @param member who asks
 * @param key chosen by whoever asks
 * @param bodyHash digest of what was asked; another digest under the same key is another request
 */
public record Repeat(long member, String method, String path, String key, Buffer bodyHash) {

  /** A key that no other form has. */
  public static String freshKey() {
    return UUID.randomUUID().toString();
  }

  /** Something posted, which is the same if its content is. */
  public static Repeat posted(long member, String path, String key, String content) {
    return new Repeat(member, "POST", path, key, digest(content));
  }

  private static Buffer digest(String content) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return Buffer.buffer(sha.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
