package coop.maillon.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The segments of a JPEG, walked without decoding any. */
final class JpegFile {

  private static final int START_OF_SCAN = 0xda;
  private static final int END = 0xd9;
  private static final int EXIF = 0xe1;
  private static final int ORIENTATION = 0x0112;

  private final byte[] bytes;
  private int width;
  private int height;
  private Shape.Turn turn = Shape.Turn.NONE;

  JpegFile(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean isOne() {
    return bytes.length > 3 && at(0) == 0xff && at(1) == 0xd8 && at(2) == 0xff;
  }

  /** Empty where it is cut off or never says its size. */
  Optional<Shape> shape() {
    int end = walk();
    return end > 0 && width > 0 && height > 0
        ? Optional.of(new Shape(Shape.Format.JPEG, width, height, end, turn))
        : Optional.empty();
  }

  /** Where it ends; 0 where it does not. */
  private int walk() {
    int at = 2;
    while (at + 4 <= bytes.length && at(at) == 0xff) {
      int marker = at(at + 1);
      if (marker == 0xff) {
        at++;
        continue;
      }
      int length = (at(at + 2) << 8) + at(at + 3);
      if (length < 2 || at + 2 + length > bytes.length) {
        return 0;
      }
      look(marker, at + 4, length - 2);
      at += 2 + length;
      at = marker == START_OF_SCAN ? behindScan(at) : at;
      if (at + 2 <= bytes.length && at(at) == 0xff && at(at + 1) == END) {
        return at + 2;
      }
    }
    return 0;
  }

  private void look(int marker, int from, int length) {
    boolean isFrame =
        marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    if (isFrame && length >= 5) {
      height = (at(from + 1) << 8) + at(from + 2);
      width = (at(from + 3) << 8) + at(from + 4);
    }
    if (marker == EXIF && length > 14 && word(from).equals("Exif")) {
      turn =
          Shape.Turn.of(orientation(ByteBuffer.wrap(bytes, from + 6, length - 6).slice()));
    }
  }

  /** To the marker behind the data of a scan, in which 00 follows each ff that is none. */
  private int behindScan(int from) {
    int at = from;
    while (at + 1 < bytes.length) {
      int next = at(at + 1);
      boolean isData =
          at(at) != 0xff || next == 0 || next == 0xff || (next >= 0xd0 && next <= 0xd7);
      if (!isData) {
        return at;
      }
      at++;
    }
    return bytes.length;
  }

  /** Of the first directory of EXIF; 1 where it does not say. */
  private static int orientation(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return 1;
    }
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int i = 0; i < entries && directory + 2 + 12 * (i + 1) <= tiff.limit(); i++) {
      int entry = directory + 2 + 12 * i;
      if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
        return tiff.getShort(entry + 8);
      }
    }
    return 1;
  }

  private int at(int index) {
    return bytes[index] & 0xff;
  }

  private String word(int from) {
    return new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
  }
}
