package coop.maillon.booking.rehouse;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Seat;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import java.util.List;

/**
 * A place to which a booking could go.
 *
 * @param booking which one
 * @param claim what it would hold there, and when
 * @param seats the rows that it would lay on the ledger
 * @param instead the resource that takes the place of the one it loses
 */
public record Home(BookingId booking, Claim claim, List<Seat> seats, Resource instead, Cost cost) {

  public Home {
    seats = List.copyOf(seats);
  }

  public TimeSlot slot() {
    return claim.slot();
  }

  /** Whether it is that resource at that time. */
  public boolean is(ResourceId resource, TimeSlot slot) {
    return claim.slot().equals(slot)
        && claim.resources().anyMatch(held -> held.id().equals(resource));
  }

  /** Whether both cannot be had. */
  boolean collidesWith(Home other) {
    return seats.stream()
        .anyMatch(seat -> other.seats.stream()
            .anyMatch(theirs ->
                seat.unit().equals(theirs.unit()) && seat.during().overlaps(theirs.during())));
  }
}
