package coop.maillon.board.hours;

import coop.maillon.board.EngagementId;
import java.time.Instant;
import java.util.List;

/**
 * An engagement as coordinators who are no party of it oversee it.
 *
 * @param disputed whether it waits for a decision; else its hours were given
 * @param minutes that were given; nothing yet where it is disputed
 */
record Overseen(
    EngagementId id,
    Hours.Subject subject,
    boolean disputed,
    String helper,
    List<String> receivers,
    int minutes,
    Instant since) {

  Overseen {
    receivers = List.copyOf(receivers);
  }
}
