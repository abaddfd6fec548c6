package coop.maillon.web;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file as it goes out: its type, its bytes, and the same compressed once for all. */
record Asset(String type, Buffer plain, Buffer gzipped) {

  private static final Map<String, String> TYPES = Map.of(
      "css", "text/css; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "svg", "image/svg+xml; charset=utf-8",
      "png", "image/png",
      "webp", "image/webp",
      "jpg", "image/jpeg",
      "ico", "image/x-icon",
      "txt", "text/plain; charset=utf-8",
      "webmanifest", "application/manifest+json");

  static Asset of(String name, byte[] content) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    String type = TYPES.getOrDefault(extension, "application/octet-stream");
    return new Asset(
        type, Buffer.buffer(content), Buffer.buffer(gzip(content, Deflater.BEST_COMPRESSION)));
  }

  /** Whether sending it compressed is worth it: pictures are compressed already. */
  boolean shrinks() {
    return gzipped.length() < plain.length() * 9 / 10;
  }

  static byte[] gzip(byte[] content, int level) {
    var bytes = new ByteArrayOutputStream(content.length / 4 + 64);
    try (var gzip = new Gzip(bytes, level)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** GZIPOutputStream keeps its level to its heirs. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(ByteArrayOutputStream out, int level) throws IOException {
      super(out, 8192);
      def.setLevel(level);
    }
  }
}
