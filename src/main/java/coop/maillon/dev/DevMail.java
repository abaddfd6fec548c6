package coop.maillon.dev;

import coop.maillon.notification.Mails.Posted;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One mail; the links in its text can be followed, since nobody will receive it. */
public record DevMail(
    long id, String recipient, String subject, String text, String at, boolean sent) {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

  static DevMail of(Posted mail) {
    return new DevMail(
        mail.id(),
        mail.recipient(),
        mail.subject(),
        mail.text(),
        mail.createdAt().toString(),
        mail.sent());
  }

  public String title() {
    return subject;
  }

  public List<String> links() {
    return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
  }
}
