package coop.maillon.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.picture.PictureOutcome.Why;
import coop.maillon.support.TestApp;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is sent as a picture, and what becomes of it. */
class PicturesTest {

  private static Vertx vertx;
  private static Pictures pictures;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    pictures = new Pictures(vertx);
  }

  @AfterAll
  static void close() {
    TestApp.done(vertx.close());
  }

  @Test
  void whatTheCameraNotedIsNotKeptAndThePictureStandsUpright() {
    var lying = Files.held(Files.drawn("jpeg", 300, 200), 6, "4807 N");
    var jpeg = taken(lying);

    assertThat(new String(jpeg, US_ASCII)).doesNotContain("Exif", "4807 N");
    var image = seen(jpeg);
    assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo("200x300");
    assertThat(isRed(image, 100, 20) && !isRed(image, 100, 280)).isTrue();
  }

  @Test
  void aLargeOneIsMadeSmaller() {
    var image = seen(taken(Files.drawn("png", 5000, 3000)));
    assertThat(image.getWidth()).isBetween(1500, 2048);
    assertThat(isRed(image, 10, 10)).isTrue();
  }

  @Test
  void anotherTypeIsRefusedWhateverItIsCalled() {
    assertThat(refused("GIF89a....".getBytes(US_ASCII))).isEqualTo(Why.TYPE);
    assertThat(refused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(US_ASCII)))
        .isEqualTo(Why.TYPE);
    assertThat(refused(new byte[0])).isEqualTo(Why.TYPE);
  }

  @Test
  void aHundredMegapixelsAreRefusedByTheirHeader() {
    var bytes = Files.black(10_000, 10_000, 1);
    long before = System.nanoTime();
    assertThat(refused(bytes)).isEqualTo(Why.PIXELS);
    System.out.printf(
        "100 megapixels in %d bytes: refused in %d µs%n",
        bytes.length, (System.nanoTime() - before) / 1000);
    assertThat(refused(Files.black(30_000, 1, 1))).isEqualTo(Why.PIXELS);
  }

  @Test
  void aBombIsTakenForWhatItShows() {
    var png = Files.black(64, 64, 64);
    var bomb = Files.with(
        png, "zTXt", Files.joined("Comment\0\0".getBytes(US_ASCII), Files.deflated(400_000_000L)));
    System.out.printf("400 MB of comment in %d bytes: left out%n", bomb.length);
    assertThat(seen(taken(bomb)).getWidth()).isEqualTo(64);
    assertThat(seen(taken(Files.black(64, 64, 50_000_000))).getWidth()).isEqualTo(64);
  }

  @Test
  void aPictureThatIsSomethingElseTooIsRefused() {
    var jpeg = Files.drawn("jpeg", 60, 40);
    var png = Files.drawn("png", 60, 40);
    byte[] archive = {'P', 'K', 3, 4, 20, 0};
    assertThat(refused(Files.joined(jpeg, archive))).isEqualTo(Why.DOUBLE);
    assertThat(refused(Files.joined(png, archive))).isEqualTo(Why.DOUBLE);
    assertThat(refused(Files.with(png, "tEXt", "x\0<ScRipt>alert(1)</script>".getBytes(US_ASCII))))
        .isEqualTo(Why.DOUBLE);
    assertThat(refused(Files.joined(jpeg, "%PDF-1.4".getBytes(US_ASCII)))).isEqualTo(Why.DOUBLE);
  }

  @Test
  void aFilmThatAPhoneAddsIsLeftOut() {
    var jpeg = Files.joined(Files.drawn("jpeg", 60, 40), "MotionPhoto_Data".getBytes(US_ASCII));
    assertThat(new String(taken(jpeg), US_ASCII)).doesNotContain("MotionPhoto");
  }

  @Test
  void whatIsCutOffOrSpoiltIsRefused() {
    var jpeg = Files.drawn("jpeg", 600, 400);
    assertThat(refused(Arrays.copyOf(jpeg, jpeg.length / 2))).isEqualTo(Why.BROKEN);
    assertThat(refused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}))
        .isEqualTo(Why.BROKEN);
    var png = Files.drawn("png", 600, 400);
    assertThat(refused(Arrays.copyOf(png, png.length / 2))).isEqualTo(Why.BROKEN);
    assertThat(refused(Files.black(64, 64, 0))).isEqualTo(Why.BROKEN);
  }

  @Test
  void moreThanEightMebibytesAreNotLookedAt() {
    assertThat(refused(new byte[Pictures.LARGEST + 1])).isEqualTo(Why.HEAVY);
  }

  private static byte[] taken(byte[] file) {
    return TestApp.done(pictures.take(Buffer.buffer(file)))
        .fold(taken -> taken.jpeg().getBytes(), refused -> {
          throw new AssertionError(refused.toString());
        });
  }

  private static Why refused(byte[] file) {
    return TestApp.done(pictures.take(Buffer.buffer(file)))
        .fold(
            taken -> {
              throw new AssertionError("taken, " + taken.jpeg().length() + " bytes");
            },
            PictureOutcome.Refused::why);
  }

  private static BufferedImage seen(byte[] jpeg) {
    try {
      return ImageIO.read(new ByteArrayInputStream(jpeg));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static boolean isRed(BufferedImage image, int x, int y) {
    int rgb = image.getRGB(x, y);
    return (rgb >> 16 & 0xff) > 200 && (rgb & 0xff) < 80;
  }
}
