package coop.maillon.booking.arriving;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether it is the moment to come, to go or to stay longer; else why not. */
public final class Moments {

  /** How long before its start a booking can be checked in (product.md, Check-in). */
  public static final Duration EARLY = Duration.ofMinutes(15);

  private Moments() {}

  /** Whether somebody may say now that they are there. */
  public static boolean isToCome(Booking booking, Instant now) {
    return againstComing(booking, now).isEmpty();
  }

  /** Whether somebody may say now that they leave. */
  public static boolean isToGo(Booking booking, Instant now) {
    return againstGoing(booking, now).isEmpty();
  }

  public static Optional<BookingOutcome> againstComing(Booking booking, Instant now) {
    return ended(booking, now).or(() -> {
      if (booking.course().arrived().isPresent()) {
        return why("arrived");
      }
      return now.isBefore(booking.slot().start().minus(EARLY))
          ? why("too-early")
          : Optional.empty();
    });
  }

  /** What somebody has already can be said more of until it is back. */
  static Optional<BookingOutcome> againstSaying(Booking booking, Instant now) {
    return ended(booking, now)
        .or(() -> booking.course().arrived().isPresent() ? Optional.empty() : why("not-begun"));
  }

  /** Whoever did not say that they came may still say that they leave, once it has begun. */
  public static Optional<BookingOutcome> againstGoing(Booking booking, Instant now) {
    return ended(booking, now)
        .or(() ->
            booking.statusAt(now) == BookingStatus.STARTED ? Optional.empty() : why("not-begun"));
  }

  static Optional<BookingOutcome> againstStaying(Booking booking, Instant end, Instant now) {
    return ended(booking, now)
        .or(() -> end.isAfter(booking.slot().end()) ? Optional.empty() : why("not-longer"));
  }

  private static Optional<BookingOutcome> ended(Booking booking, Instant now) {
    return switch (booking.statusAt(now)) {
      case CONFIRMED, STARTED -> Optional.empty();
      case PENDING -> why("pending");
      case RELEASED -> why("released");
      default -> why("over");
    };
  }

  private static Optional<BookingOutcome> why(String word) {
    return Optional.of(new BookingOutcome.NotNow(word));
  }
}
