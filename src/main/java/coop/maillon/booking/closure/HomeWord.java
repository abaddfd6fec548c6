package coop.maillon.booking.closure;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.rehouse.Choice;
import coop.maillon.booking.rehouse.Home;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A home as a form sends it: `BOOKING/SLUG/START/END`, times in UTC. */
final class HomeWord {

  private HomeWord() {}

  static String of(Home home) {
    return "%s/%s/%s/%s"
        .formatted(
            home.booking(),
            home.instead().slug(),
            home.slot().start(),
            home.slot().end());
  }

  /** Empty where it names nothing. */
  static Optional<Choice> read(String word, Catalogue catalogue) {
    String[] parts = word.split("/", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    Optional<Resource> resource = catalogue.resource(parts[1]);
    Optional<TimeSlot> slot = slot(parts[2], parts[3]);
    return BookingId.read(parts[0])
        .flatMap(booking ->
            resource.flatMap(place -> slot.map(when -> new Choice(booking, place.id(), when))));
  }

  private static Optional<TimeSlot> slot(String start, String end) {
    try {
      return TimeSlot.between(Instant.parse(start), Instant.parse(end));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
