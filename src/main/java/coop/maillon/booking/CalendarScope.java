package coop.maillon.booking;

/**
 * Whose bookings a calendar shows.
 *
 * @param id of the member, the resource or the site
 */
public record CalendarScope(Of of, long id) {

  /** What it is the calendar of: for a member, what they booked and what they take part in. */
  public enum Of {
    MEMBER,
    RESOURCE,
    SITE
  }
}
