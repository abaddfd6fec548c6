package coop.maillon.booking.page;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.arriving.Moments;
import java.time.Instant;

/** Where a booking stands, as an icon and a word. */
final class StateWords {

  private StateWords() {}

  /** What is asked of somebody comes before how it stands. */
  static BookingPage.State of(Booking booking, Instant now, SlotWords said) {
    if (booking.isLateAt(now)) {
      return new BookingPage.State("no", "alert", said.words().say("stay.state.late"));
    }
    return booking
        .course()
        .checkInBy()
        .filter(by -> Moments.isToCome(booking, now))
        .map(by -> new BookingPage.State(
            "wait", "clock", said.words().say("stay.state.due", "time", said.time(by))))
        .orElseGet(() -> of(booking.statusAt(now), said));
  }

  private static BookingPage.State of(BookingStatus status, SlotWords said) {
    String label = said.words().say("booking.status." + status.word());
    return switch (status) {
      case PENDING -> new BookingPage.State("wait", "glass", label);
      case CONFIRMED -> new BookingPage.State("ok", "check", label);
      case STARTED -> new BookingPage.State("live", "user", label);
      case COMPLETED -> new BookingPage.State("", "check", label);
      case REJECTED -> new BookingPage.State("no", "x", label);
      case CANCELLED, RELEASED -> new BookingPage.State("", "x", label);
    };
  }
}
