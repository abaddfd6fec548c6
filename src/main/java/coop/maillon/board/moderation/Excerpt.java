package coop.maillon.board.moderation;

/** The beginning of a text, in one line. */
final class Excerpt {

  private static final int LONGEST = 300;

  private Excerpt() {}

  static String of(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
