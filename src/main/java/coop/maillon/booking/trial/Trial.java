package coop.maillon.booking.trial;

import coop.maillon.booking.Claim;
import coop.maillon.booking.Finding;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.free.Alternative;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.ResourceId;
import java.util.List;
import java.util.Locale;

/**
 * What would come of asking for a booking now.
 *
 * @param claim as it was judged: where somebody has to say yes first, it says so
 * @param findings each rule that concerns it
 * @param full what has no seat left for it
 * @param standing what lies there then; only told where something is full
 * @param ways what would pass instead
 */
record Trial(
    Catalogue catalogue,
    Claim claim,
    Answer answer,
    List<Finding> findings,
    List<ResourceId> full,
    List<Occupied> standing,
    List<Alternative> ways) {

  /** How the request would be answered. */
  enum Answer {
    CONFIRMED,
    PENDING,
    /** A rule stands in the way. */
    REFUSED,
    TAKEN,
    /** It is free, and others wait for it: they would be served first. */
    WAITED,
    /** A guest of other sites does not even see it. */
    UNSEEN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Trial unseen(Claim claim, Catalogue catalogue) {
    return new Trial(catalogue, claim, Answer.UNSEEN, List.of(), List.of(), List.of(), List.of());
  }

  Trial with(List<Alternative> others) {
    return new Trial(catalogue, claim, answer, findings, full, standing, others);
  }

  boolean passes() {
    return answer == Answer.CONFIRMED || answer == Answer.PENDING;
  }
}
