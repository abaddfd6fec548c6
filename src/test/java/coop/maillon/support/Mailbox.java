package coop.maillon.support;

import coop.maillon.notification.Mails.Posted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** What was written to people: the queue of mail as a test reads it. */
public final class Mailbox {

  private static final Pattern LINK =
      Pattern.compile("http://[^/\\s]+(/(?:password|invitation)/\\S+)");

  private final TestApp app;

  public Mailbox(TestApp app) {
    this.app = app;
  }

  /** All that waits or left, the newest first. */
  public List<Posted> all() {
    return TestApp.done(app.app().notifications().mails().latest());
  }

  /** Subjects of the mails to that address, oldest first. */
  public List<String> subjectsTo(String email) {
    var subjects = new ArrayList<>(all().stream()
        .filter(mail -> mail.recipient().equals(email))
        .map(Posted::subject)
        .toList());
    Collections.reverse(subjects);
    return subjects;
  }

  /** The path of the link in the newest letter to that address. */
  public String linkTo(String email) {
    var letters = TestDatabase.ask(
        app.database(),
        "SELECT body_text FROM mail WHERE recipient = '" + email
            + "' AND seq IS NULL ORDER BY id DESC");
    var found = LINK.matcher(letters.get(0));
    if (!found.find()) {
      throw new IllegalStateException("no link in the letter to " + email);
    }
    return found.group(1);
  }
}
