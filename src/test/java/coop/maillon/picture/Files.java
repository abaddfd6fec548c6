package coop.maillon.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Good and bad files, made as small as those who mean harm would make them. */
public final class Files {

  private Files() {}

  /** Red on the left, blue on the right. */
  public static byte[] drawn(String format, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }

  /** A JPEG with an EXIF segment: how the camera was held, and where it was. */
  static byte[] held(byte[] jpeg, int orientation, String place) {
    var tiff = ByteBuffer.allocate(26 + place.length());
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    tiff.put(place.getBytes(StandardCharsets.US_ASCII));
    var segment = ByteBuffer.allocate(4 + 6 + tiff.capacity());
    segment.put((byte) 0xff).put((byte) 0xe1).putShort((short) (8 + tiff.capacity()));
    segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
    return joined(
        java.util.Arrays.copyOf(jpeg, 2),
        segment.array(),
        java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** A black PNG of one bit a pixel, rows of which are there only so many. */
  public static byte[] black(int width, int height, int rows) {
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 1).put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 0);
    return joined(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
        chunk("IHDR", header.array()),
        chunk("IDAT", deflated((long) rows * (width / 8 + 1))),
        chunk("IEND", new byte[0]));
  }

  /** The same with something before its picture. */
  public static byte[] with(byte[] png, String type, byte[] content) {
    return joined(
        java.util.Arrays.copyOf(png, 33),
        chunk(type, content),
        java.util.Arrays.copyOfRange(png, 33, png.length));
  }

  /** So many zeros, which take a thousandth. */
  public static byte[] deflated(long zeros) {
    var bytes = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(bytes)) {
      var block = new byte[64 * 1024];
      for (long left = zeros; left > 0; left -= block.length) {
        deflate.write(block, 0, (int) Math.min(left, block.length));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }

  static byte[] chunk(String type, byte[] content) {
    var named = joined(type.getBytes(StandardCharsets.US_ASCII), content);
    var sum = new CRC32();
    sum.update(named);
    return joined(
        ByteBuffer.allocate(4).putInt(content.length).array(),
        named,
        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  public static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
