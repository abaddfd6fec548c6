package coop.maillon.resource.api;

import java.util.HashSet;
import java.util.Set;

/** How alike two words are, by the letters that stand together: what a misspelt search still finds. */
final class Trigrams {

  private Trigrams() {}

  /** The part of the wanted text's trigrams that the other has, from 0 to 1. */
  static double similarity(String wanted, String other) {
    Set<String> own = of(wanted);
    Set<String> shared = new HashSet<>(own);
    shared.retainAll(of(other));
    return own.isEmpty() ? 0 : (double) shared.size() / own.size();
  }

  private static Set<String> of(String text) {
    var trigrams = new HashSet<String>();
    for (String word : text.split("\\W+")) {
      String padded = "  " + word + " ";
      for (int i = 0; i + 3 <= padded.length() && !word.isEmpty(); i++) {
        trigrams.add(padded.substring(i, i + 3));
      }
    }
    return trigrams;
  }
}
