package coop.maillon.booking.quota;

import coop.maillon.resource.Quota;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is left of a quota, said before one books. */
public final class Left {

  /** What ended longer ago counts against nothing that one may still book. */
  public static final Duration PAST = QuotaStore.PAST;

  private Left() {}

  /** You have 3 h left this week: of the first of its stretches that the slot lies in; empty where it lies in none. */
  public static Optional<String> sentence(Quota quota, List<TimeSlot> taken, At at, Words words) {
    return Window.touchedBy(at.slot(), quota, at.now()).stream()
        .findFirst()
        .map(window ->
            LeftWords.sentence(window, Math.max(0, quota.amount() - window.taken(taken)), words));
  }

  /** When it would be booked, and for when. */
  public record At(TimeSlot slot, Instant now) {}
}
