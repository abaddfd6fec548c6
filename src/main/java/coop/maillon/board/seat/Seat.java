package coop.maillon.board.seat;

import coop.maillon.booking.BookingId;
import coop.maillon.member.MemberId;

/**
 * A seat that was given or is given up, and nobody has seen to it yet.
 *
 * @param giver whose booking it is
 */
record Seat(BookingId booking, MemberId taker, MemberId giver, Way way) {

  /** Whether its taker comes or stays away. */
  enum Way {
    TAKEN,
    GIVEN_UP
  }
}
