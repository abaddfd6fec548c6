package coop.maillon.calendar;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A booking as a calendar shows it.
 *
 * @param uid the same for ever, whatever becomes of it
 * @param sequence greater with each change
 * @param start in the zone of its site
 */
public record Appointment(
    String uid,
    int sequence,
    ZonedDateTime start,
    ZonedDateTime end,
    String title,
    String place,
    String link,
    State state) {

  /** How sure it is. */
  public enum State {
    ASKED,
    SURE,
    CANCELLED
  }

  ZoneId zone() {
    return start.getZone();
  }

  /** Whether one of its times comes twice that night and the second is meant: a local time says the first. */
  boolean isSaidTwice() {
    return isSecond(start) || isSecond(end);
  }

  private static boolean isSecond(ZonedDateTime time) {
    return !time.getOffset().equals(time.withEarlierOffsetAtOverlap().getOffset());
  }

  /**
   * The name of a booking for calendars.
   *
   * @param linkBase the address of this server
   */
  public static String uid(long booking, String linkBase) {
    return "booking-" + booking + "@" + URI.create(linkBase).getHost();
  }
}
