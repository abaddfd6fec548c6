package coop.maillon.board.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words in lower case and without accents. */
public final class Plain {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Plain() {}

  public static String of(String text) {
    var open = Normalizer.normalize(text.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD);
    return MARKS.matcher(open).replaceAll("").replace("œ", "oe").replace("æ", "ae");
  }

  static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
