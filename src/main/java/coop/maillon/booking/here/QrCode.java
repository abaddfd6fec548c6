package coop.maillon.booking.here;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A code that phones read, as the outline of its dark squares.
 *
 * @param box of the drawing, the quiet margin of four squares included (ISO/IEC 18004)
 * @param path of the dark squares, a run of them at a time
 */
record QrCode(String box, String path) {

  private static final int MARGIN = 4;

  /** @param text an address; some hundreds of characters fit */
  static QrCode of(String text) {
    try {
      var matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      int side = matrix.getWidth() + 2 * MARGIN;
      return new QrCode("-%d -%d %d %d".formatted(MARGIN, MARGIN, side, side), path(matrix));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("no code holds " + text, tooLong);
    }
  }

  /** As a file of its own, on white. */
  String svg() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="%s" shape-rendering="crispEdges">\
        <path fill="#fff" d="M-4-4h999v999h-999z"/><path d="%s"/></svg>
        """.formatted(box, path);
  }

  private static String path(ByteMatrix matrix) {
    var path = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        int run = run(matrix, x, y);
        if (run > 0) {
          path.append('M').append(x).append(' ').append(y);
          path.append('h').append(run).append("v1h-").append(run).append('z');
          x += run;
        }
      }
    }
    return path.toString();
  }

  private static int run(ByteMatrix matrix, int x, int y) {
    int run = 0;
    while (x + run < matrix.getWidth() && matrix.get(x + run, y) == 1) {
      run++;
    }
    return run;
  }
}
