package coop.maillon.booking.approval;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingStatus;
import coop.maillon.member.MemberId;
import java.time.Instant;
import java.util.Locale;

/**
 * What one coordinator may decide by a link: one booking, as it was when they were asked.
 *
 * @param version of the booking that they were told of
 */
record ApprovalLink(
    BookingId booking, MemberId coordinator, int version, Instant expires, boolean used) {

  /** How it stands with a link. */
  enum State {
    OPEN,
    /** Somebody decided, or nobody needs to any more. */
    SETTLED,
    /** The request is not the one that they were told of. */
    OUTDATED,
    EXPIRED,
    /** Whoever got it no longer coordinates the place. */
    NOT_YOURS,
    UNKNOWN;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  State stateOf(Booking asked, Instant now) {
    if (asked.status() != BookingStatus.PENDING) {
      return State.SETTLED;
    }
    if (asked.version() != version || used) {
      return State.OUTDATED;
    }
    return expires.isAfter(now) ? State.OPEN : State.EXPIRED;
  }
}
