package coop.maillon.booking.act;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Wish;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody wanted and did not get, as far as the search for another way needs it. */
public record Wanting(Claim claim) {

  public static Wanting of(BookingRequest request, Instant asked) {
    return new Wanting(request.claim(0, asked));
  }

  public static Wanting of(Claim claim) {
    return new Wanting(claim);
  }

  Who actor() {
    return claim.actor();
  }

  /** The resource asked for first. */
  Wish wish() {
    return claim.wishes().get(0);
  }

  /** What it was to come with. */
  List<Resource> also() {
    return claim.resources().skip(1).toList();
  }

  TimeSlot slot() {
    return claim.slot();
  }

  /** A booking whose own place counts as free. */
  Optional<BookingId> replacing() {
    return claim.replacing().map(Booking::id);
  }

  /** The same, wanted of that resource and then; a unit that was chosen is let go. */
  Claim at(Resource other, TimeSlot when) {
    var wishes = Stream.concat(
            Stream.of(Wish.any(other)), claim.wishes().stream().skip(1))
        .toList();
    return claim.elsewhere(wishes, when);
  }
}
