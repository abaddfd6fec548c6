package coop.maillon.booking.page;

import coop.maillon.booking.HoldOutcome;
import coop.maillon.web.Ask;
import java.time.Duration;

/**
 * What is said of a slot that is kept while the form is filled in.
 *
 * @param held false where there is nothing to say
 * @param until when it ends, for the script that counts down
 */
record HeldPart(boolean held, String until, String left) {

  static final HeldPart NONE = new HeldPart(false, "", "");

  static HeldPart of(HoldOutcome outcome, Ask ask) {
    return outcome.fold(
        hold -> new HeldPart(
            true, hold.until().toString(), left(Duration.between(ask.now(), hold.until()))),
        why -> NONE);
  }

  /** 1:42. */
  private static String left(Duration left) {
    return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
  }
}
