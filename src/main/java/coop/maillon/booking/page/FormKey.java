package coop.maillon.booking.page;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Once;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The key of a form: however often it is sent, it is done once. */
final class FormKey {

  private static final String PATH = "/bookings";

  private FormKey() {}

  static String next() {
    return UUID.randomUUID().toString();
  }

  /** The answer kept is the name of the booking. */
  static Once once(String key, String content) {
    return new Once("POST", PATH, key, digest(content), FormKey::name);
  }

  private static String name(Booking booking) {
    return booking.id().toString();
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
