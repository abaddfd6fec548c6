package coop.maillon.notification;

import java.util.Optional;

/**
 * One mail, written in its reader's language.
 *
 * @param appointed what the reader's calendar is to enter or to strike out
 * @param leave the address by which its reader stops such mails, where they may
 */
record Mail(
    String recipient, Content content, Optional<Appointed> appointed, Optional<String> leave) {

  /** The same said twice: for those who read text, and for those who read pages. */
  record Content(String subject, String text, String html) {}

  /** An iCalendar text with its method: REQUEST, CANCEL, or PUBLISH for several appointments. */
  record Appointed(String calendar, String method) {}

  /** Without its content, which may hold a link that opens an account. */
  @Override
  public String toString() {
    return "Mail[to " + recipient + "]";
  }
}
