package coop.maillon.board.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody types, taken apart.
 *
 * @param words plain, each at least two characters long
 * @param spelt the same words with their accents
 * @param joined each word with the next as one: "baby sitter" may be a babysitter
 */
record Wanted(List<String> words, List<String> spelt, List<String> joined) {

  /** More is not looked at: nobody types more and means all of it. */
  private static final int MOST = 12;

  /** They say what one wants to do with a thing, not which: half as much as the others. */
  static final Set<String> LIGHT = Set.of(
      "emprunter",
      "preter",
      "louer",
      "chercher",
      "cherche",
      "besoin",
      "aide",
      "aider",
      "trouver",
      "faire",
      "coup",
      "main",
      "quel",
      "quelle",
      "comment",
      "quelqu",
      "travaux");

  static Wanted of(String typed) {
    List<String> spelt = Plain.words(typed.toLowerCase(Locale.FRENCH)).stream()
        .filter(word -> word.length() > 1)
        .limit(MOST)
        .toList();
    List<String> words = spelt.stream().map(Plain::of).toList();
    var joined = new ArrayList<String>();
    for (int i = 0; i + 1 < words.size(); i++) {
      joined.add(words.get(i) + words.get(i + 1));
    }
    return new Wanted(words, spelt, joined);
  }

  boolean isNothing() {
    return words.isEmpty();
  }
}
