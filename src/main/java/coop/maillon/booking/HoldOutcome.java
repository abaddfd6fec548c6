package coop.maillon.booking;

import java.util.function.Function;

/** What came of asking for a hold: the hold, or what a booking would have been refused for. */
public sealed interface HoldOutcome {

  record Held(Hold hold) implements HoldOutcome {
    @Override
    public <R> R fold(Function<Hold, R> held, Function<BookingOutcome, R> refused) {
      return held.apply(hold);
    }
  }

  record Refused(BookingOutcome why) implements HoldOutcome {
    @Override
    public <R> R fold(Function<Hold, R> held, Function<BookingOutcome, R> refused) {
      return refused.apply(why);
    }
  }

  <R> R fold(Function<Hold, R> held, Function<BookingOutcome, R> refused);
}
