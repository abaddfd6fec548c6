package coop.maillon.booking.act;

import coop.maillon.booking.BookingOutcome;
import java.util.List;

/** The answer to a claim that may not stand, before ways out of it are looked for. */
public final class Refusals {

  private Refusals() {}

  public static BookingOutcome of(Judge.Decision decision) {
    boolean isOfSeveral = decision.claim().wishes().size() > 1;
    return decision.violations().isEmpty()
        ? new BookingOutcome.Taken(
            decision.claim().slot(), isOfSeveral ? decision.full() : List.of(), List.of())
        : new BookingOutcome.Against(decision.claim().slot(), decision.violations(), List.of());
  }
}
