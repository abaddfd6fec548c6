package coop.maillon.booking;

import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.util.Locale;

/** Where a booking is in its life. Each that is not final has an exit by a person and by time. */
public enum BookingStatus {
  PENDING,
  CONFIRMED,
  STARTED,
  COMPLETED,
  REJECTED,
  CANCELLED,
  RELEASED;

  /** The word of the API and the database: `pending`, `confirmed`… */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static BookingStatus ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether it still keeps its time on the ledger. */
  public boolean occupies() {
    return this == PENDING || this == CONFIRMED || this == STARTED;
  }

  /**
   * What a status kept in the database means now: what is confirmed starts and completes by time, or by arriving and
   * leaving; what has to be brought back goes on until it is.
   */
  public BookingStatus at(Instant now, TimeSlot slot, Course course) {
    if (this != CONFIRMED && this != STARTED) {
      return this;
    }
    boolean isOver = !now.isBefore(slot.end()) && !course.isOut();
    if (course.left().isPresent() || isOver) {
      return isNoShow(now, course) ? RELEASED : COMPLETED;
    }
    if (course.arrived().isPresent()) {
      return STARTED;
    }
    if (isNoShow(now, course)) {
      return RELEASED;
    }
    return now.isBefore(slot.start()) || course.checkInBy().isPresent() ? CONFIRMED : STARTED;
  }

  private static boolean isNoShow(Instant now, Course course) {
    return course.arrived().isEmpty()
        && course.checkInBy().filter(latest -> !now.isBefore(latest)).isPresent();
  }
}
