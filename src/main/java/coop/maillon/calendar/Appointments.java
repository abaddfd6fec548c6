package coop.maillon.calendar;

import coop.maillon.booking.Booking;
import coop.maillon.booking.CalendarScope;
import coop.maillon.booking.Visibility;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Bookings as appointments for one reader: what they may not see reads as occupied.
 *
 * @param linkBase the address of this server
 */
record Appointments(Who reader, Words words, Catalogue catalogue, String linkBase) {

  List<Appointment> of(List<Booking> bookings, CalendarScope scope) {
    return bookings.stream()
        .filter(booking -> Visibility.of(booking, reader, catalogue).reaches())
        .map(booking -> of(booking, scope))
        .toList();
  }

  private Appointment of(Booking booking, CalendarScope scope) {
    var resource = catalogue.known(booking.first().resource());
    var zone = resource.site().zone();
    return new Appointment(
        Appointment.uid(booking.id().value(), linkBase),
        booking.version(),
        booking.slot().start().atZone(zone),
        booking.slot().end().atZone(zone),
        title(booking, scope),
        names(booking) + ", " + place(resource),
        linkBase + "/bookings/" + booking.id().value(),
        state(booking));
  }

  private static Appointment.State state(Booking booking) {
    return switch (booking.status()) {
      case PENDING -> Appointment.State.ASKED;
      case CONFIRMED, STARTED, COMPLETED -> Appointment.State.SURE;
      case REJECTED, CANCELLED, RELEASED -> Appointment.State.CANCELLED;
    };
  }

  private String title(Booking booking, CalendarScope scope) {
    var own = own(booking);
    return switch (scope.of()) {
      case MEMBER -> own.isEmpty() ? names(booking) : own + " · " + names(booking);
      case RESOURCE -> own.isEmpty() ? words.say("calendar.busy") : own;
      case SITE -> names(booking) + " · " + (own.isEmpty() ? words.say("calendar.busy") : own);
    };
  }

  /** What the reader may know of it: its title, else who, else nothing. */
  private String own(Booking booking) {
    var seen = Visibility.of(booking, reader, catalogue);
    String title = seen.seesTitle() ? booking.details().title() : "";
    return title.isEmpty() && seen.seesName() ? shortName(booking.memberName()) : title;
  }

  private static String shortName(String name) {
    String[] names = name.strip().split("\\s+");
    return names.length > 1 ? names[0] + " " + names[names.length - 1].charAt(0) + "." : name;
  }

  private String names(Booking booking) {
    return booking.resources().stream()
        .map(id -> catalogue.known(id).name())
        .collect(Collectors.joining(" + "));
  }

  private static String place(Resource resource) {
    var site = resource.site();
    return site.address().isBlank() ? site.name() : site.name() + ", " + site.address();
  }
}
