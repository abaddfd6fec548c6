package coop.maillon.web;

import io.vertx.core.buffer.Buffer;

/**
 * A file that somebody sent, in memory; its name and type are claims of the sender.
 *
 * @param content empty where there was more of it than its form takes
 * @param size in bytes
 */
public record Upload(String filename, String type, Buffer content, long size) {

  /** Whether all of it is here. */
  public boolean isWhole() {
    return content.length() == size;
  }
}
