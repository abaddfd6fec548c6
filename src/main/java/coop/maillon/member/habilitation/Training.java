package coop.maillon.member.habilitation;

import coop.maillon.member.MemberId;
import java.time.LocalDate;
import java.util.List;

/** A day on which people learn what a habilitation asks for. */
public record Training(
    long id,
    long habilitation,
    String title,
    LocalDate heldOn,
    long site,
    State state,
    List<Participant> people) {

  /** Whether those present have been given the habilitation. */
  public enum State {
    PLANNED,
    COMPLETED
  }

  /** Somebody who comes. */
  public record Participant(MemberId id, String name, boolean present) {}

  public boolean isCompleted() {
    return state == State.COMPLETED;
  }
}
