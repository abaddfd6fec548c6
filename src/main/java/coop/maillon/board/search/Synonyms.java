package coop.maillon.board.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Words that mean the same to whoever looks for something; curated by hand for the trades of a cooperative, November 2026. */
final class Synonyms {

  private static final String FILE = "/board/synonyms-fr.txt";

  private final List<String> groups;

  private Synonyms(List<String> groups) {
    this.groups = List.copyOf(groups);
  }

  static Synonyms load() {
    try (InputStream file = Synonyms.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new Synonyms(text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Plain::of)
          .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Each group as its plain words with a space between them. */
  List<String> groups() {
    return groups;
  }
}
