package coop.maillon.booking.page;

import coop.maillon.booking.Booking;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** When a booking would be again: the same weekday at the same local time, the first that is still to come. */
final class Again {

  private Again() {}

  static String hint(Booking booking, SlotWords said, Instant now) {
    var when = said.whole(next(booking, said.zone(), now));
    return said.words().say("booking.show.again.hint", "when", when);
  }

  static TimeSlot next(Booking booking, ZoneId zone, Instant now) {
    var from = booking.slot().start().atZone(zone);
    var to = booking.slot().end().atZone(zone);
    long weeks = Math.max(0, ChronoUnit.WEEKS.between(from, now.atZone(zone))) + 1;
    var start = from.plusWeeks(weeks).toInstant();
    var end = to.plusWeeks(weeks).toInstant();
    return TimeSlot.between(start, end)
        .orElseGet(() -> TimeSlot.ofMinutes(start, booking.slot().minutes()));
  }
}
