package coop.maillon.notification;

import java.util.Optional;

/**
 * One mail, written in its reader's language, waiting to leave.
 *
 * @param member to whom, if it is one of ours
 * @param seq the event it tells of; none for a letter with a link
 */
record Mail(Optional<Long> member, Optional<Long> seq, String recipient, Content content) {

  /** The same said twice: for those who read text, and for those who read pages. */
  record Content(String subject, String text, String html) {}

  /** Without its content, which may hold a link that opens an account. */
  @Override
  public String toString() {
    return "Mail[to " + member + " of " + seq + "]";
  }
}
