package coop.maillon.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes iCalendar (RFC 5545): each time in its zone, each zone described once. */
public final class Ics {

  public static final String TYPE = "text/calendar; charset=utf-8";

  private static final int LONGEST_LINE = 75;
  private static final String PRODUCT = "-//Maillon//Maillon//FR";

  /**
   * Whom an appointment is sent to, and by whom.
   *
   * @param method REQUEST to enter it, CANCEL to strike it out
   */
  public record Post(String method, String from, String email, String name) {}

  private Ics() {}

  /** A calendar to subscribe to. */
  public static String feed(String name, List<Appointment> appointments, Instant now) {
    var calendar = calendar("PUBLISH", appointments);
    calendar.add(new XProperty("X-WR-CALNAME", oneLine(name)));
    appointments.forEach(one -> calendar.add(event(one, now)));
    return text(calendar);
  }

  /**
   * The appointments that go with a letter, one or more.
   *
   * @throws IllegalArgumentException where an address can be no part of a link
   */
  public static String invitation(List<Appointment> appointments, Post post, Instant now) {
    var calendar = calendar(post.method(), appointments);
    appointments.forEach(one -> calendar.add(addressed(event(one, now), post)));
    return text(calendar);
  }

  private static VEvent addressed(VEvent event, Post post) {
    var attendee = new Attendee(mailto(post.email()));
    attendee.add(new Cn(oneLine(post.name()))).add(PartStat.ACCEPTED).add(Rsvp.FALSE);
    event.add(new Organizer(mailto(post.from()))).add(attendee);
    return event;
  }

  /** Several appointments that go with a letter. */
  public static String publication(List<Appointment> appointments, String from, Instant now) {
    var calendar = calendar("PUBLISH", appointments);
    appointments.forEach(one -> {
      var event = event(one, now);
      event.add(new Organizer(mailto(from)));
      calendar.add(event);
    });
    return text(calendar);
  }

  private static URI mailto(String email) {
    try {
      return new URI("mailto", email, null);
    } catch (URISyntaxException unlikely) {
      throw new IllegalArgumentException(unlikely);
    }
  }

  /** What would end a line could begin another, of somebody's own making. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\u2028\u2029]+", " ");
  }

  private static Calendar calendar(String method, List<Appointment> appointments) {
    var calendar = new Calendar();
    calendar
        .add(new ProdId(PRODUCT))
        .add(ImmutableVersion.VERSION_2_0)
        .add(ImmutableCalScale.GREGORIAN)
        .add(new Method(method));
    int first =
        appointments.stream().mapToInt(one -> one.start().getYear()).min().orElse(2026);
    appointments.stream()
        .map(Appointment::zone)
        .distinct()
        .sorted(Comparator.comparing(ZoneId::getId))
        .forEach(zone -> calendar.add(Timezone.of(zone, first - 1)));
    return calendar;
  }

  private static VEvent event(Appointment appointment, Instant now) {
    var event = new VEvent(false);
    event
        .add(new Uid(appointment.uid()))
        .add(new DtStamp(now))
        .add(
            appointment.isSaidTwice()
                ? new DtStart<>(appointment.start().toInstant())
                : new DtStart<>(appointment.start()))
        .add(
            appointment.isSaidTwice()
                ? new DtEnd<>(appointment.end().toInstant())
                : new DtEnd<>(appointment.end()))
        .add(new Sequence(appointment.sequence()))
        .add(new Summary(oneLine(appointment.title())))
        .add(new Location(oneLine(appointment.place())))
        .add(new Url(URI.create(appointment.link())))
        .add(status(appointment.state()))
        .add(
            appointment.state() == Appointment.State.CANCELLED
                ? ImmutableTransp.TRANSPARENT
                : ImmutableTransp.OPAQUE);
    return event;
  }

  private static Status status(Appointment.State state) {
    return switch (state) {
      case ASKED -> ImmutableStatus.VEVENT_TENTATIVE;
      case SURE -> ImmutableStatus.VEVENT_CONFIRMED;
      case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
    };
  }

  private static String text(Calendar calendar) {
    var text = new StringWriter();
    try {
      new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Stream.of(text.toString().split("\r\n")).map(Ics::folded).collect(Collectors.joining());
  }

  /** At most 75 octets a line, as RFC 5545 counts them; the library counts characters. */
  private static String folded(String line) {
    var folded = new StringBuilder(line.length() + 8);
    int octets = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int character = line.codePointAt(i);
      int more = octets(character);
      if (octets + more > LONGEST_LINE) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.appendCodePoint(character);
      octets += more;
    }
    return folded.append("\r\n").toString();
  }

  /** How many octets UTF-8 wants for it. */
  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    return character < 0x800 ? 2 : Character.isBmpCodePoint(character) ? 3 : 4;
  }
}
