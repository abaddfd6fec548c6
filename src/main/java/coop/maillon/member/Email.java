package coop.maillon.member;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An electronic address that can be written into a mail header: one @, no space, no control character. */
public record Email(String value) {

  private static final int LONGEST = 254;
  private static final Pattern SHAPE = Pattern.compile(
      "[^\\s@\\p{Cntrl}<>,;:\"()\\[\\]\\\\]+@[^\\s@\\p{Cntrl}<>,;:\"()\\[\\]\\\\]+");

  public Email {
    if (!fits(value)) {
      throw new IllegalArgumentException("not an electronic address");
    }
  }

  /** What somebody typed, if it can be an address; spaces around it do not matter. */
  public static Optional<Email> read(String typed) {
    return Optional.of(typed.strip()).filter(Email::fits).map(Email::new);
  }

  /** The form under which two spellings are the same person. */
  public String folded() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean fits(String text) {
    return text.length() <= LONGEST && SHAPE.matcher(text).matches();
  }
}
