package coop.maillon.board.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lists that come with the program, a thing a line; what begins with # says where they come from. */
public final class Shipped {

  private Shipped() {}

  /** @param file under `board/` */
  public static List<String> lines(String file) {
    try (InputStream list = Shipped.class.getResourceAsStream("/board/" + file)) {
      var text =
          new String(Objects.requireNonNull(list, file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
