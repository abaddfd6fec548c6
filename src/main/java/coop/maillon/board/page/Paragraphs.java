package coop.maillon.board.page;

import java.util.List;
import java.util.stream.Stream;

/** What members write: a blank line parts paragraphs. */
final class Paragraphs {

  private Paragraphs() {}

  static List<String> of(String text) {
    return Stream.of(text.strip().split("\\n\\s*\\n"))
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }
}
