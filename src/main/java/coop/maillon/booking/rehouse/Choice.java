package coop.maillon.booking.rehouse;

import coop.maillon.booking.BookingId;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;

/** The home that a coordinator chose for a booking. */
public record Choice(BookingId booking, ResourceId resource, TimeSlot slot) {

  boolean isMetBy(Home home) {
    return home.booking().equals(booking) && home.is(resource, slot);
  }
}
