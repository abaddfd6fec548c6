package coop.maillon.web;

import java.io.IOException;
import java.io.Writer;

/** Lets a template write where a helper may only append. */
final class BufferWriter extends Writer {

  private final Appendable out;

  BufferWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    out.append(new String(text, from, length));
  }

  @Override
  public void write(String text) throws IOException {
    out.append(text);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.append(text, from, from + length);
  }

  @Override
  public Writer append(CharSequence text) throws IOException {
    out.append(text);
    return this;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
