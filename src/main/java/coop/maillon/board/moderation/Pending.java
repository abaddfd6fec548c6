package coop.maillon.board.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A post or an answer that waits for a decision, or that is hidden.
 *
 * @param title of the post
 * @param body of the post, or of the answer
 * @param hidden since when others do not see it
 */
record Pending(
    Subject subject,
    String author,
    String title,
    String body,
    Optional<Instant> hidden,
    List<Complaint.Filed> complaints) {

  Pending {
    complaints = List.copyOf(complaints);
  }

  Ruling.Standing standing() {
    return new Ruling.Standing(hidden.isPresent(), !complaints.isEmpty());
  }
}
