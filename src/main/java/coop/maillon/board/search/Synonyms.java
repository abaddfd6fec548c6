package coop.maillon.board.search;

import java.util.List;

/** Words that mean the same to whoever looks for something; curated by hand for the trades of a cooperative, November 2026. */
final class Synonyms {

  private final List<String> groups;

  private Synonyms(List<String> groups) {
    this.groups = List.copyOf(groups);
  }

  static Synonyms load() {
    return new Synonyms(Shipped.lines("synonyms-fr.txt").stream().map(Plain::of).toList());
  }

  /** Each group as its plain words with a space between them. */
  List<String> groups() {
    return groups;
  }
}
