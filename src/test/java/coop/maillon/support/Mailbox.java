package coop.maillon.support;

import coop.maillon.db.DatabaseAddress;
import java.util.List;
import java.util.regex.Pattern;

/** What was written to people: the queue of mail as a test reads it. */
public final class Mailbox {

  private static final Pattern LINK =
      Pattern.compile("http://[^/\\s]+(/(?:password|invitation)/\\S+)");

  private final DatabaseAddress database;

  public Mailbox(TestApp app) {
    this.database = app.database();
  }

  /** Subjects of the mails to that address, oldest first. */
  public List<String> subjectsTo(String email) {
    return TestDatabase.ask(
        database, "SELECT subject FROM mail WHERE recipient = '" + email + "' ORDER BY id");
  }

  /** The path of the link in the newest letter to that address. */
  public String linkTo(String email) {
    var letters = TestDatabase.ask(
        database,
        "SELECT body_text FROM mail WHERE recipient = '" + email
            + "' AND seq IS NULL ORDER BY id DESC");
    var found = LINK.matcher(letters.get(0));
    if (!found.find()) {
      throw new IllegalStateException("no link in the letter to " + email);
    }
    return found.group(1);
  }
}
