package coop.maillon.web;

/** Text made safe to stand in HTML, between tags or in a quoted attribute; most text is safe already. */
final class EscapedText {

  private EscapedText() {}

  static CharSequence escape(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (entity(text.charAt(i)) != null) {
        return escapedFrom(text, i);
      }
    }
    return text;
  }

  private static CharSequence escapedFrom(CharSequence text, int first) {
    StringBuilder safe = new StringBuilder(text.length() + 32).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      String entity = entity(text.charAt(i));
      if (entity == null) {
        safe.append(text.charAt(i));
      } else {
        safe.append(entity);
      }
    }
    return safe;
  }

  private static @org.jspecify.annotations.Nullable String entity(char character) {
    return switch (character) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }
}
