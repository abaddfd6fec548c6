package coop.maillon.booking.page;

import coop.maillon.booking.BookingStatus;
import coop.maillon.web.Words;

/** Where a booking stands, as an icon and a word. */
final class StateWords {

  private StateWords() {}

  static BookingPage.State of(BookingStatus status, Words words) {
    String label = words.say("booking.status." + status.word());
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
