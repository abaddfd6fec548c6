package coop.maillon.booking;

import coop.maillon.booking.seat.Piece;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of the ledger of time, with what is needed to decide about it.
 *
 * @param resource what was booked, held or closed, which for a whole is not the unit's own resource
 * @param during the time it occupies, buffers included
 * @param own what of it was booked, held or closed: {@code during} without the buffers
 * @param booking or the booking it belongs to
 * @param hold or the hold
 * @param bond whether it may lie on another unit of its pool
 */
public record Occupied(
    long id,
    UnitId unit,
    ResourceId resource,
    TimeSlot during,
    TimeSlot own,
    Cause cause,
    Optional<BookingId> booking,
    Optional<Hold> hold,
    Bond bond) {

  /** From when before its start a booking of a pool keeps its unit (product.md). */
  public static final Duration BOUND_BEFORE = Duration.ofMinutes(60);

  /** What occupies the unit. */
  public enum Cause {
    BOOKING,
    HOLD,
    CLOSURE
  }

  /** How a row holds to its unit. */
  public enum Bond {
    /** Chosen by the member, or all the units of a whole, or closed. */
    CHOSEN,
    /** Any unit of the pool would do, until it is bound. */
    ANY
  }

  /** A hold, as far as others are concerned. */
  public record Hold(long id, long member, Instant expires, Sort sort) {}

  /** Why something is held: a form is open, or a place is offered to somebody who waited for it. */
  public enum Sort {
    FORM,
    OFFER
  }

  /** The same row on another unit. */
  public Occupied on(UnitId other) {
    return new Occupied(id, other, resource, during, own, cause, booking, hold, bond);
  }

  /** The same row on a unit of another resource, whose buffers it has. */
  public Occupied on(Resource other, UnitId its) {
    return new Occupied(
        id, its, other.id(), other.policy().buffers().around(own), own, cause, booking, hold, bond);
  }

  /** The same row for another time. */
  public Occupied lasting(TimeSlot other) {
    return new Occupied(id, unit, resource, other, own, cause, booking, hold, bond);
  }

  public boolean isExpiredHold(Instant now) {
    return hold.filter(held -> !held.expires().isAfter(now)).isPresent();
  }

  public boolean isHoldOf(long member) {
    return hold.filter(held -> held.member() == member).isPresent();
  }

  public boolean isOffer() {
    return hold.filter(held -> held.sort() == Sort.OFFER).isPresent();
  }

  public boolean isOf(BookingId id) {
    return booking.filter(id::equals).isPresent();
  }

  /** Whether it stays on its unit: chosen, closed, or so near its start that people were told which. */
  public boolean isFixedAt(Instant now) {
    return bond == Bond.CHOSEN || !now.isBefore(own.start().minus(BOUND_BEFORE));
  }

  /** As the choice of a unit for the resource sees it; what lies there for another one stays. */
  public Piece asPiece(Resource asking, Instant now) {
    return isFixedAt(now) || !resource.equals(asking.id())
        ? Piece.fixed(id, during, unit)
        : Piece.free(id, during, unit);
  }
}
