package coop.maillon.booking.planning;

import coop.maillon.booking.arriving.Moments;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.util.Optional;

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
 * @param moment until when its owner must have come, or since when it should be back; 0 for the others
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
    String text,
    long moment) {

  /** What occupies the unit. */
  enum Sort {
    BOOKED,
    /** Somebody must come by a moment, which is theirs alone to know. */
    DUE,
    /** It should be back, and keeps its unit until it is. */
    LATE,
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
    return sort != Sort.HELD && sort != Sort.CLOSED;
  }

  /** As a reader of that sight knows it. */
  Taken seen(Sight by) {
    String shownName = by.seesName() ? Eyes.shortened(name) : "";
    String shownText = by.seesTitle() ? text : "";
    boolean isOthersDue = sort == Sort.DUE && by != Sight.MINE;
    return new Taken(
        unit,
        resource,
        isOthersDue ? Sort.BOOKED : sort,
        from,
        starts,
        ends,
        to,
        id,
        by,
        shownName,
        shownText,
        isOthersDue ? 0 : moment);
  }

  boolean isMine() {
    return sight == Sight.MINE;
  }

  Instant at() {
    return Instant.ofEpochSecond(moment);
  }

  private static TimeSlot slot(long from, long to) {
    return new TimeSlot(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
  }

  /**
   * How a booking looks at a moment, and until when.
   *
   * @param status its word in the database
   * @param checkInBy until when somebody must have come
   */
  record Course(String status, TimeSlot slot, Optional<Instant> checkInBy, Presence presence) {

    /** Whether somebody is there. */
    enum Presence {
      EXPECTED,
      THERE,
      /** And has to bring it back. */
      OUT
    }

    Sort sort(Instant now) {
      if (status.equals("pending")) {
        return Sort.PENDING;
      }
      if (presence == Presence.OUT && !now.isBefore(slot.end())) {
        return Sort.LATE;
      }
      return isDue(now) ? Sort.DUE : Sort.BOOKED;
    }

    /** The moment to be named with it; seconds since 1970, or 0. */
    long matter(Instant now) {
      return switch (sort(now)) {
        case LATE -> slot.end().getEpochSecond();
        case DUE -> checkInBy.map(Instant::getEpochSecond).orElse(0L);
        default -> 0;
      };
    }

    /** When it will look otherwise, if nothing is done; seconds since 1970. */
    long until(Instant now) {
      if (presence == Presence.OUT) {
        return after(now, slot.end());
      }
      return presence == Presence.THERE
          ? Long.MAX_VALUE
          : checkInBy
              .map(by -> Math.min(after(now, slot.start().minus(Moments.EARLY)), after(now, by)))
              .orElse(Long.MAX_VALUE);
    }

    private boolean isDue(Instant now) {
      return presence == Presence.EXPECTED
          && checkInBy.filter(now::isBefore).isPresent()
          && !now.isBefore(slot.start().minus(Moments.EARLY));
    }

    private static long after(Instant now, Instant moment) {
      return moment.isAfter(now) ? moment.getEpochSecond() : Long.MAX_VALUE;
    }
  }
}
