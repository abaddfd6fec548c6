package coop.maillon.support;

import coop.maillon.notification.Mails.Posted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was written to people: the queue of mail as a test reads it. */
public final class Mailbox {

  private static final Pattern LINK =
      Pattern.compile("http://[^/\\s]+(/(?:password|invitation)/\\S+)");

  private static final Pattern LEAVE = Pattern.compile("http://[^/\\s]+(/unsubscribe/\\S+)");

  private static final Pattern APPROVAL = Pattern.compile("http://[^/\\s]+(/approval/\\S+)");

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

  /** The path of a link to decide by, as the newest letter that asks that address for a yes would bring it. */
  public Optional<String> approvalTo(String email) {
    return newest(email, APPROVAL);
  }

  /** The path of the link by which whoever has that address stops mails such as the newest that asks for a yes. */
  public Optional<String> leaveLinkTo(String email) {
    return newest(email, LEAVE);
  }

  private Optional<String> newest(String email, Pattern link) {
    return TestDatabase.ask(app.database(), """
            SELECT m.id FROM mail m JOIN inbox i ON i.member_id = m.member_id AND i.seq = m.seq
             WHERE i.kind = 'booking.asked' AND m.recipient = '%s' ORDER BY m.id DESC
            """.formatted(email)).stream()
        .findFirst()
        .flatMap(id -> TestApp.done(app.app().notifications().mails().find(Long.parseLong(id))))
        .map(mail -> link.matcher(mail.text()))
        .filter(Matcher::find)
        .map(found -> found.group(1));
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
