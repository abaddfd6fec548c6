package coop.maillon.booking.manage;

import coop.maillon.booking.Booking;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** What manage/approvals shows: the requests that wait for a yes or a no. */
public record ApprovalsPage(String title, String count, List<Line> lines) {

  public boolean any() {
    return !lines.isEmpty();
  }

  /** One request. */
  public record Line(
      String id,
      String href,
      String action,
      String name,
      String initials,
      String what,
      String purpose,
      String when) {}

  static ApprovalsPage of(Ask ask, BookingReads.ReadAll read) {
    return new ApprovalsPage(
        ask.words().say("manage.approvals"),
        ask.words().say("manage.approvals.count", "count", read.bookings().size()),
        lines(ask.words(), read));
  }

  static List<Line> lines(Words words, BookingReads.ReadAll read) {
    return read.bookings().stream()
        .map(booking -> line(booking, words, read.catalogue()))
        .toList();
  }

  private static Line line(Booking booking, Words words, Catalogue catalogue) {
    Resource resource = catalogue.known(booking.first().resource());
    ZoneId zone = resource.site().zone();
    String also = booking.resources().stream()
        .map(id -> catalogue.known(id).name())
        .collect(Collectors.joining(" + "));
    return new Line(
        booking.id().toString(),
        "/bookings/" + booking.id(),
        "/manage/approvals/" + booking.id(),
        booking.memberName(),
        Who.initials(booking.memberName()),
        also,
        booking.details().title(),
        words.range(booking.slot().start().atZone(zone), booking.slot().end().atZone(zone)));
  }
}
