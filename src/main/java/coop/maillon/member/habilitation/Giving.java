package coop.maillon.member.habilitation;

import coop.maillon.member.Habilitation;
import coop.maillon.member.MemberId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A habilitation given to some members.
 *
 * @param actor the coordinator who gives it
 * @param until the last day; empty: for ever
 * @param training where they learned it, if that is how
 */
public record Giving(
    Habilitation habilitation,
    List<MemberId> members,
    long actor,
    LocalDate since,
    Optional<LocalDate> until,
    Optional<Long> training) {

  public Giving {
    members = List.copyOf(members);
  }

  /** As long as the habilitation is valid, from that day. */
  static Giving from(
      LocalDate since, Habilitation habilitation, List<MemberId> members, long actor) {
    var months = habilitation.months();
    return new Giving(
        habilitation,
        members,
        actor,
        since,
        months.isPresent() ? Optional.of(since.plusMonths(months.getAsInt())) : Optional.empty(),
        Optional.empty());
  }

  Giving by(Training learned) {
    return new Giving(habilitation, members, actor, since, until, Optional.of(learned.id()));
  }
}
