package coop.maillon.booking.page;

import coop.maillon.booking.Hold;
import coop.maillon.booking.HoldOutcome;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Ask;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is said of a slot that is kept while the form is filled in.
 *
 * @param held whether it is kept now
 * @param seconds how long it lasts from now, for the script that counts down: clocks of browsers differ
 * @param mark a {@link Mark}, empty where nothing was kept
 */
record HeldPart(boolean held, long seconds, String left, String mark) {

  static final HeldPart NONE = new HeldPart(false, 0, "", "");

  static HeldPart of(HoldOutcome outcome, Ask ask) {
    return outcome.fold(
        hold -> lasting(Duration.between(ask.now(), hold.until()), hold), why -> NONE);
  }

  static HeldPart spent(Mark mark) {
    return new HeldPart(false, 0, "", mark.text());
  }

  /** With what is left as 1:42. */
  private static HeldPart lasting(Duration left, Hold hold) {
    String written = "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    return new HeldPart(true, left.toSeconds(), written, Mark.of(hold).text());
  }

  /** Which slot a form keeps, and until when at most. It travels in the form, so that typing on keeps no slot for ever. */
  record Mark(String resource, TimeSlot slot, Instant lastUntil) {

    static Mark of(Hold hold) {
      return new Mark(hold.resource().toString(), hold.slot(), hold.lastUntil());
    }

    /** As {@link #text} wrote it; empty where it is not. */
    static Optional<Mark> read(String text) {
      String[] parts = text.split("/", -1);
      if (parts.length != 4) {
        return Optional.empty();
      }
      try {
        Instant last = Instant.parse(parts[3]);
        return TimeSlot.between(Instant.parse(parts[1]), Instant.parse(parts[2]))
            .map(slot -> new Mark(parts[0], slot, last));
      } catch (DateTimeException unreadable) {
        return Optional.empty();
      }
    }

    /** Whether this very slot has been kept for as long as it may be. */
    boolean isSpent(Resource wanted, TimeSlot wantedSlot, Instant now) {
      return resource.equals(wanted.id().toString())
          && slot.equals(wantedSlot)
          && !now.isBefore(lastUntil);
    }

    String text() {
      return resource + "/" + slot.start() + "/" + slot.end() + "/" + lastUntil;
    }
  }
}
