package coop.maillon.booking.planning;

import coop.maillon.resource.TimeSlot;
import java.time.Instant;

/**
 * One row of the ledger of time, with what of it one reader may know and nothing else: two readers who may know the same
 * have equal ones, and are shown the same piece of page.
 *
 * @param unit id of the unit that it lies on
 * @param resource id of what was booked, held or closed; for a whole not the unit's own resource
 * @param from when it begins to occupy the unit, its buffer included; seconds since 1970 like the others
 * @param starts when the booking itself starts
 * @param id of the booking or the hold; 0 for a closure
 * @param name of whom it is for, empty where the reader may not know it
 * @param text its title, empty likewise; of a closure the reason
 */
record Taken(
    long unit,
    long resource,
    Sort sort,
    long from,
    long starts,
    long ends,
    long to,
    long id,
    Sight sight,
    String name,
    String text) {

  /** What occupies the unit. */
  enum Sort {
    BOOKED,
    PENDING,
    HELD,
    CLOSED
  }

  /** With its buffers. */
  TimeSlot during() {
    return slot(from, to);
  }

  /** Without them. */
  TimeSlot slot() {
    return slot(starts, ends);
  }

  boolean isBooking() {
    return sort == Sort.BOOKED || sort == Sort.PENDING;
  }

  /** As a reader of that sight knows it. */
  Taken seen(Sight by) {
    String shownName = by.seesName() ? Eyes.shortened(name) : "";
    String shownText = by.seesTitle() ? text : "";
    return new Taken(unit, resource, sort, from, starts, ends, to, id, by, shownName, shownText);
  }

  boolean isMine() {
    return sight == Sight.MINE;
  }

  private static TimeSlot slot(long from, long to) {
    return new TimeSlot(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
  }
}
