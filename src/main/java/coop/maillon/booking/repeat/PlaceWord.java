package coop.maillon.booking.repeat;

import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.free.Alternative;
import coop.maillon.booking.series.SeriesRequest;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Ask;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/** A place to be had instead, as a form carries it: `SLUG/START/END`. */
final class PlaceWord {

  private PlaceWord() {}

  static String of(Alternative way, Catalogue catalogue) {
    return catalogue.known(way.resource()).slug() + "/" + way.slot().start() + "/"
        + way.slot().end();
  }

  /** Empty where it cannot be read, or names what the asker may not see. */
  static Optional<SeriesRequest.Instead> read(String value, Ask ask, Catalogue catalogue) {
    String[] parts = value.split("/");
    if (parts.length != 3) {
      return Optional.empty();
    }
    return slot(parts[1], parts[2])
        .flatMap(slot -> catalogue
            .resource(parts[0])
            .filter(one -> !one.isRetired() && ask.who().maySee(one.site().id().value()))
            .map(one -> new SeriesRequest.Instead(one, slot)));
  }

  /** A slot of two instants. */
  static Optional<TimeSlot> slot(String from, String to) {
    return BookingRequest.slot(from, to);
  }

  /** The name of a date. */
  static Optional<LocalDateTime> date(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
