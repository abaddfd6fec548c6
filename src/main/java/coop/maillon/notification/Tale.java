package coop.maillon.notification;

import coop.maillon.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Decides, purely, who is told what of the events of some kinds, from the facts of this moment. */
interface Tale {

  /** Every tale there is: what bookings and the board go through, and what is told in one line. */
  List<Tale> ALL = Stream.concat(
          Stream.of(new BookingTale(), new SeriesTale(), new ClosureTale(), new BoardTale()),
          Stream.of(Plain.values()))
      .toList();

  boolean tells(Event event);

  /** The messages that an event makes, for an event that it {@link #tells}. */
  List<Notice> of(Event event, Facts facts, Instant now);

  /** Whether anybody is told of such events at all. */
  static boolean concernsSomebody(Event event) {
    return ALL.stream().anyMatch(tale -> tale.tells(event));
  }

  static Stream<Notice> all(Event event, Facts facts, Instant now) {
    return ALL.stream()
        .filter(tale -> tale.tells(event))
        .flatMap(tale -> tale.of(event, facts, now).stream());
  }
}
