package coop.maillon.member;

import coop.maillon.web.Who;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** One person of the cooperative, or a guest of it. */
public record Member(
    MemberId id,
    String email,
    String name,
    State state,
    Standing standing,
    String language,
    String theme,
    Optional<Long> homeSite) {

  /** As whoever asks, were they to ask now. */
  public Who asking() {
    return new Who(
        id.value(),
        name,
        email,
        standing.administrator(),
        standing.guest(),
        standing.coordinates(),
        standing.guestSites(),
        language,
        theme,
        0,
        homeSite,
        Who.Proof.SESSION);
  }

  /** Whether they may come in on that day: joined, not suspended, and a guest not past the last day. */
  public boolean mayEnterOn(LocalDate day) {
    return state == State.ACTIVE
        && standing.guestUntil().map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Where somebody stands between the invitation and the goodbye. */
  public enum State {
    INVITED,
    ACTIVE,
    SUSPENDED,
    LEFT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
