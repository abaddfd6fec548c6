package coop.maillon.booking;

import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import java.util.Optional;

/**
 * Which bookings are wanted.
 *
 * @param window those that overlap it
 * @param resource those that hold it
 * @param whose everybody's, or only those that the reader booked or takes part in
 * @param after where the last page ended
 * @param limit how many at most
 */
public record BookingFilter(
    TimeSlot window,
    Optional<ResourceId> resource,
    Whose whose,
    Optional<Cursor> after,
    int limit) {

  /** Whose bookings are listed. */
  public enum Whose {
    EVERYBODYS,
    MINE
  }

  /** The last booking of a page: lists go on after it. */
  public record Cursor(java.time.Instant start, BookingId id) {

    /** As an opaque word. */
    public String word() {
      return start.getEpochSecond() + "-" + id;
    }

    public static Optional<Cursor> read(String word) {
      String[] parts = word.split("-", -1);
      if (parts.length != 2 || !parts[0].matches("[0-9]{1,12}")) {
        return Optional.empty();
      }
      var start = java.time.Instant.ofEpochSecond(Long.parseLong(parts[0]));
      return BookingId.read(parts[1]).map(id -> new Cursor(start, id));
    }
  }
}
