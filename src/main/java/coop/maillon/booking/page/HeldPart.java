package coop.maillon.booking.page;

import coop.maillon.booking.HoldOutcome;
import coop.maillon.web.Ask;
import java.time.Duration;

/**
 * What is said of a slot that is kept while the form is filled in.
 *
 * @param held false where there is nothing to say
 * @param seconds how long it lasts from now, for the script that counts down: clocks of browsers differ
 */
record HeldPart(boolean held, long seconds, String left) {

  static final HeldPart NONE = new HeldPart(false, 0, "");

  static HeldPart of(HoldOutcome outcome, Ask ask) {
    return outcome.fold(hold -> lasting(Duration.between(ask.now(), hold.until())), why -> NONE);
  }

  /** With what is left as 1:42. */
  private static HeldPart lasting(Duration left) {
    String written = "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    return new HeldPart(true, left.toSeconds(), written);
  }
}
