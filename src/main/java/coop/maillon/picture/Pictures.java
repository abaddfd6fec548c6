package coop.maillon.picture;

import coop.maillon.picture.PictureOutcome.Refused;
import coop.maillon.picture.PictureOutcome.Why;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes pictures, one at a time, so that however many come at once the memory for one is enough. */
public final class Pictures {

  /** 8 MiB. */
  public static final int LARGEST = 8 * 1024 * 1024;

  /** A camera of 40 million. */
  private static final long MOST_PIXELS = 40_000_000;

  private static final int LONGEST_SIDE = 20_000;

  /** What is kept: enough to see a scratch. */
  private static final int KEPT = 2_048;

  /** What a list shows of it. */
  private static final int SMALL = 320;

  /** What other programs would take the file for; never in a picture. */
  private static final List<String> ELSE =
      List.of("<script", "<html", "<!doctype", "<?php", "%pdf-");

  /** Archives are read from their end. */
  private static final String ARCHIVE = "PK\u0003\u0004";

  private final WorkerExecutor worker;

  public Pictures(Vertx vertx) {
    worker = vertx.createSharedWorkerExecutor("pictures", 1);
  }

  /** Looks at it, and makes it anew where it is nothing but a picture of a size that can be. */
  public Future<PictureOutcome> take(Buffer file) {
    return file.length() > LARGEST
        ? Future.succeededFuture(new Refused(Why.HEAVY))
        : worker.executeBlocking(() -> take(file.getBytes()));
  }

  /** A picture of our own, as small as a list shows it. */
  public Future<Buffer> small(Buffer jpeg) {
    return worker.executeBlocking(() -> new JpegFile(jpeg.getBytes())
        .shape()
        .map(shape -> new Redrawing(shape, jpeg.getBytes(), SMALL).jpeg())
        .flatMap(made -> made.fold(taken -> Optional.of(taken.jpeg()), refused -> Optional.empty()))
        .orElse(jpeg));
  }

  private static PictureOutcome take(byte[] bytes) {
    var jpeg = new JpegFile(bytes);
    var png = new PngFile(bytes);
    if (!jpeg.isOne() && !png.isOne()) {
      return new Refused(Why.TYPE);
    }
    return (jpeg.isOne() ? jpeg.shape() : png.shape())
        .map(shape -> against(shape, bytes)
            .<PictureOutcome>map(Refused::new)
            .orElseGet(() -> new Redrawing(shape, png.isOne() ? png.bare() : bytes, KEPT).jpeg()))
        .orElseGet(() -> new Refused(Why.BROKEN));
  }

  private static Optional<Why> against(Shape shape, byte[] bytes) {
    if (shape.pixels() > MOST_PIXELS || Math.max(shape.width(), shape.height()) > LONGEST_SIDE) {
      return Optional.of(Why.PIXELS);
    }
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    String small = all.toLowerCase(Locale.ROOT);
    boolean isElse =
        ELSE.stream().anyMatch(small::contains) || all.indexOf(ARCHIVE, shape.end()) >= 0;
    return isElse ? Optional.of(Why.DOUBLE) : Optional.empty();
  }
}
