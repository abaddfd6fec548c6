package coop.maillon.resource.manage;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A picture of a resource.
 *
 * @param type found in its bytes, whatever the sender called it
 */
public record Photo(String type, Buffer bytes) {

  /** 2 MiB. */
  public static final int LARGEST = 2 * 1024 * 1024;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  /** The picture in these bytes; empty where they are none that every browser shows, or too many. */
  public static Optional<Photo> of(Buffer bytes) {
    return bytes.length() > LARGEST
        ? Optional.empty()
        : type(bytes.getBytes()).map(type -> new Photo(type, bytes));
  }

  private static Optional<String> type(byte[] bytes) {
    if (startsWith(bytes, PNG)) {
      return Optional.of("image/png");
    }
    if (startsWith(bytes, JPEG)) {
      return Optional.of("image/jpeg");
    }
    return isWebp(bytes) ? Optional.of("image/webp") : Optional.empty();
  }

  private static boolean isWebp(byte[] bytes) {
    return bytes.length > 12 && word(bytes, 0).equals("RIFF") && word(bytes, 8).equals("WEBP");
  }

  private static String word(byte[] bytes, int from) {
    return new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length > start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
