package coop.maillon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The texts of the demo, each of which says at its head how it is written. */
final class DemoText {

  private DemoText() {}

  /** @param file under `demo/` */
  static String of(String file) {
    try (InputStream text = DemoText.class.getResourceAsStream("/demo/" + file)) {
      return new String(Objects.requireNonNull(text, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
