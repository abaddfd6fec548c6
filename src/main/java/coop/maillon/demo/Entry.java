package coop.maillon.demo;

import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Wish;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import java.util.Set;

/**
 * One line of the diary.
 *
 * @param dayFromToday negative in the past
 * @param booker which of the cast, by number
 */
record Entry(
    int dayFromToday, String resource, TimeSlot slot, int booker, String title, Sort sort) {

  /** How it comes out. */
  enum Sort {
    PLAIN,
    PRIVATE,
    CANCELLED
  }

  BookingRequest request(Catalogue catalogue, Who booker) {
    var wanted = catalogue.resource(resource).orElseThrow();
    var privacy = sort == Sort.PRIVATE ? Details.Privacy.PRIVATE : Details.Privacy.SHARED;
    var details = new Details(title, privacy, "", Garage.km(wanted, slot), Set.of());
    return BookingRequest.of(booker, Wish.any(wanted), slot, details);
  }

  boolean isOf(String slug) {
    return resource.equals(slug);
  }
}
