package coop.maillon.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The chunks of a PNG, walked without inflating any. */
record PngFile(byte[] bytes) {

  private static final byte[] START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Length, type and check sum. */
  private static final int AROUND = 12;

  /** What makes the picture; whatever else is in it may be small and unfold without end. */
  private static final Set<String> SEEN = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  boolean isOne() {
    return bytes.length > START.length
        && Arrays.equals(bytes, 0, START.length, START, 0, START.length);
  }

  /** Empty where it is cut off or does not begin with its size. */
  Optional<Shape> shape() {
    var words = ByteBuffer.wrap(bytes);
    if (bytes.length < START.length + AROUND + 13 || !type(START.length).equals("IHDR")) {
      return Optional.empty();
    }
    int end = end(words);
    int width = words.getInt(START.length + 8);
    int height = words.getInt(START.length + 12);
    return end > 0 && width > 0 && height > 0
        ? Optional.of(new Shape(Shape.Format.PNG, width, height, end, Shape.Turn.NONE))
        : Optional.empty();
  }

  /** The same with nothing but the picture in it. */
  byte[] bare() {
    var words = ByteBuffer.wrap(bytes);
    var bare = new ByteArrayOutputStream();
    bare.write(START, 0, START.length);
    for (int at = START.length; isChunk(words, at); at = next(words, at)) {
      if (SEEN.contains(type(at))) {
        bare.write(bytes, at, next(words, at) - at);
      }
    }
    return bare.toByteArray();
  }

  /** Behind IEND; 0 where there is none. */
  private int end(ByteBuffer words) {
    for (int at = START.length; isChunk(words, at); at = next(words, at)) {
      if (type(at).equals("IEND")) {
        return next(words, at);
      }
    }
    return 0;
  }

  private boolean isChunk(ByteBuffer words, int at) {
    return at + AROUND <= bytes.length
        && words.getInt(at) >= 0
        && words.getInt(at) <= bytes.length - at - AROUND;
  }

  private static int next(ByteBuffer words, int at) {
    return at + words.getInt(at) + AROUND;
  }

  private String type(int at) {
    return new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
  }
}
