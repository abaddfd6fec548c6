package coop.maillon.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody says to a post: an offer of help, a wish to be helped, or what they know.
 *
 * @param waiting since when it is in line for a place
 * @param engagement what was agreed on
 * @param hidden since when moderation keeps it from others
 */
public record Answer(
    AnswerId id,
    Person member,
    String body,
    AnswerStatus status,
    Instant at,
    Optional<Instant> waiting,
    Optional<EngagementId> engagement,
    Optional<Instant> hidden,
    List<Reply> replies) {

  public static final int LONGEST = 3000;

  public Answer {
    replies = List.copyOf(replies);
  }

  /** What is said further about it. */
  public record Reply(Person member, String body, Instant at) {}

  /** Whether something may still come of it. */
  public boolean isOpen() {
    return status == AnswerStatus.PROPOSED || status == AnswerStatus.WAITING;
  }

  public boolean isAccepted() {
    return status == AnswerStatus.ACCEPTED;
  }

  /** The same after an act. */
  public Answer now(AnswerStatus next, Optional<EngagementId> agreed) {
    return new Answer(id, member, body, next, at, waiting, agreed, hidden, replies);
  }
}
