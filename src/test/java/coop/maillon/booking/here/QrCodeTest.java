package coop.maillon.booking.here;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a phone reads in the drawing is the address. */
class QrCodeTest {

  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
  private static final int MARGIN = 4;
  private static final int DOTS = 8;

  @Test
  void aPhoneReadsTheAddressInTheDrawing() throws Exception {
    String address = "https://maillon.coop.example/here/salle-fourviere-nord";
    var code = QrCode.of(address);
    assertThat(new QRCodeReader().decode(picture(code)).getText()).isEqualTo(address);
  }

  /** The path painted in dots, as a camera would see it. */
  private static BinaryBitmap picture(QrCode code) {
    int width = Integer.parseInt(code.box().split(" ")[2]) * DOTS;
    var dots = new int[width * width];
    Arrays.fill(dots, 0xffffff);
    RUN.matcher(code.path()).results().forEach(run -> paint(dots, width, run));
    return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, dots)));
  }

  private static void paint(int[] dots, int width, MatchResult run) {
    int x = (Integer.parseInt(run.group(1)) + MARGIN) * DOTS;
    int y = (Integer.parseInt(run.group(2)) + MARGIN) * DOTS;
    int length = Integer.parseInt(run.group(3)) * DOTS;
    for (int row = y; row < y + DOTS; row++) {
      Arrays.fill(dots, row * width + x, row * width + x + length, 0);
    }
  }
}
