package coop.maillon.picture;

import coop.maillon.picture.PictureOutcome.Refused;
import coop.maillon.picture.PictureOutcome.Taken;
import coop.maillon.picture.PictureOutcome.Why;
import io.vertx.core.buffer.Buffer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture drawn anew: every n-th pixel only, so that a large one never stands in memory whole. It takes a while.
 *
 * @param longestSide in pixels, at most
 */
record Redrawing(Shape shape, byte[] bytes, int longestSide) {

  private static final float QUALITY = 0.82f;

  PictureOutcome jpeg() {
    try {
      return new Taken(written(upright(read())));
    } catch (IOException | RuntimeException unreadable) {
      return new Refused(Why.BROKEN);
    }
  }

  private BufferedImage read() throws IOException {
    String format = shape.format().name().toLowerCase(Locale.ROOT);
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(input, true, true);
      var param = reader.getDefaultReadParam();
      int step =
          Math.max(1, (Math.max(shape.width(), shape.height()) + longestSide - 1) / longestSide);
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } finally {
      reader.dispose();
    }
  }

  /** On white, as the camera was held. */
  private BufferedImage upright(BufferedImage read) {
    int quarters = shape.turn().quarters();
    boolean lies = quarters % 2 == 1;
    int width = lies ? read.getHeight() : read.getWidth();
    int height = lies ? read.getWidth() : read.getHeight();
    var upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = upright.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    var turned = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    turned.quadrantRotate(quarters);
    turned.translate(-read.getWidth() / 2.0, -read.getHeight() / 2.0);
    pen.drawImage(read, turned, null);
    pen.dispose();
    return upright;
  }

  private static Buffer written(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      var param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), param);
      output.flush();
    } finally {
      writer.dispose();
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
