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

  /** What a status kept in the database means now: what is confirmed starts and completes by time. */
  public BookingStatus at(Instant now, TimeSlot slot) {
    if (this != CONFIRMED && this != STARTED) {
      return this;
    }
    if (!now.isBefore(slot.end())) {
      return COMPLETED;
    }
    return now.isBefore(slot.start()) ? this : STARTED;
  }
}
