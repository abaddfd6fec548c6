package coop.maillon.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail in the queue. A letter was written when it was queued, for its link is known only then; what tells of a message is
 * written each time that it is needed, from the message itself.
 *
 * @param notice the message that it tells of; none for a letter or a digest
 * @param digestFor whose digest it is, where it is one
 * @param content of a letter; empty once it is sent
 */
record Queued(
    long id,
    String recipient,
    Optional<Notice> notice,
    Optional<Notice.Reader> digestFor,
    Mail.Content content,
    Course course) {

  /**
   * What became of it so far.
   *
   * @param tries how often it was given to the server
   * @param problem why the last try failed; empty where none did
   */
  record Course(Instant createdAt, Instant nextTry, int tries, State state, String problem) {}

  /** Where it is. */
  enum State {
    WAITING,
    SENT,
    GIVEN_UP
  }

  /** Without its content, which may hold a link that opens an account. */
  @Override
  public String toString() {
    return "Queued[" + id + "]";
  }
}
