package coop.maillon.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a page as they are written, in pieces. A planning in one string is larger than half a region of the heap, which
 * makes the collector work for each page; pieces are gone with the next young collection.
 */
final class PageWriter extends Writer {

  private static final int PIECE = 32 * 1024;

  private static final int WORTH_KEEPING = 512;

  /**
   * The bytes of long texts that are written again and again, such as the rows of a planning, while those are kept themselves.
   * They become parts of each page as they are, uncopied.
   */
  private static final LoadingCache<String, byte[]> KEPT =
      Caffeine.newBuilder().weakKeys().maximumSize(4096).build(PageWriter::utf8);

  private final List<ByteBuf> parts = new ArrayList<>();
  private byte[] piece = new byte[PIECE];
  private int from;
  private int used;

  /** All that was written. */
  Buffer bytes() {
    cut();
    return BufferInternal.buffer(
        Unpooled.wrappedBuffer(parts.size(), parts.toArray(ByteBuf[]::new)));
  }

  @Override
  public Writer append(CharSequence text) {
    String whole = text.toString();
    if (whole.length() < WORTH_KEEPING) {
      put(whole.getBytes(StandardCharsets.UTF_8));
    } else {
      cut();
      parts.add(Unpooled.wrappedBuffer(KEPT.get(whole)));
    }
    return this;
  }

  @Override
  public void write(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(String text, int from, int length) {
    write(text.substring(from, from + length));
  }

  @Override
  public void write(char[] text, int from, int length) {
    write(new String(text, from, length));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void put(byte[] bytes) {
    int done = 0;
    while (done < bytes.length) {
      if (used == PIECE) {
        cut();
        piece = new byte[PIECE];
        from = 0;
        used = 0;
      }
      int now = Math.min(bytes.length - done, PIECE - used);
      System.arraycopy(bytes, done, piece, used, now);
      used += now;
      done += now;
    }
  }

  /** What stands in the piece since the last cut is a part by itself. */
  private void cut() {
    if (used > from) {
      parts.add(Unpooled.wrappedBuffer(piece, from, used - from));
      from = used;
    }
  }
}
