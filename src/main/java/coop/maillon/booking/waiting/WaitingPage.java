package coop.maillon.booking.waiting;

import coop.maillon.resource.Catalogue;
import coop.maillon.web.Ask;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What waiting/mine shows: what one waits for, offers first. */
record WaitingPage(String title, List<Line> lines) {

  /**
   * One place in a line.
   *
   * @param offered until when it is kept for the reader
   */
  record Line(
      String id,
      String resource,
      String slug,
      String when,
      String ahead,
      Optional<String> offered) {}

  public boolean empty() {
    return lines.isEmpty();
  }

  static WaitingPage of(Ask ask, List<Waiting> all, Catalogue catalogue) {
    return new WaitingPage(
        ask.words().say("waiting.title"),
        all.stream()
            .sorted(Comparator.comparing(one -> one.offeredUntil().isEmpty()))
            .map(one -> line(ask, one, catalogue))
            .toList());
  }

  private static Line line(Ask ask, Waiting one, Catalogue catalogue) {
    var words = ask.words();
    var resource = catalogue.known(one.resource());
    var zone = resource.site().zone();
    return new Line(
        Long.toString(one.id()),
        resource.name(),
        resource.slug(),
        words.range(one.slot().start().atZone(zone), one.slot().end().atZone(zone)),
        words.say("waiting.ahead", "count", one.ahead()),
        one.offeredUntil()
            .map(until -> words.say("waiting.offered", "until", time(ask, until, zone))));
  }

  private static String time(Ask ask, Instant until, ZoneId zone) {
    var local = until.atZone(zone);
    var time = ask.words().time(local.toLocalTime());
    return local.toLocalDate().equals(ask.now().atZone(zone).toLocalDate())
        ? time
        : ask.words().day(local.toLocalDate()) + " " + time;
  }
}
