package coop.maillon.dev;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One mail; the links in its text can be followed, since nobody will receive it. */
public record DevMail(
    long id, String recipient, String subject, String text, String at, boolean sent) {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

  public String title() {
    return subject;
  }

  public List<String> links() {
    return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
  }
}
