package coop.maillon.booking.act;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Wish;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wanted and did not get, as far as the search for another way needs it.
 *
 * @param wish the resource asked for first
 * @param also what it was to come with
 * @param replacing a booking whose own place counts as free
 */
public record Wanting(
    Who actor, Wish wish, List<Resource> also, TimeSlot slot, Optional<BookingId> replacing) {

  public static Wanting of(BookingRequest request) {
    return new Wanting(
        request.actor(),
        request.anyOf().get(0),
        request.also().stream().map(Wish::resource).toList(),
        request.slot(),
        Optional.empty());
  }

  /** Another place for that booking; its own counts as free. */
  static Wanting instead(Who actor, Booking booking, List<Wish> wishes, TimeSlot slot) {
    return new Wanting(
        actor,
        wishes.get(0),
        wishes.stream().skip(1).map(Wish::resource).toList(),
        slot,
        Optional.of(booking.id()));
  }

  public static Wanting of(Claim claim) {
    return new Wanting(
        claim.actor(),
        claim.wishes().get(0),
        claim.resources().skip(1).toList(),
        claim.slot(),
        claim.replacing().map(Booking::id));
  }
}
