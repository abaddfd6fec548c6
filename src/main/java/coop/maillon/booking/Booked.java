package coop.maillon.booking;

import coop.maillon.resource.ResourceId;
import coop.maillon.resource.UnitId;
import coop.maillon.resource.tariff.Quote;
import java.util.Optional;

/**
 * One resource of a booking.
 *
 * @param chosen the unit the member insisted on
 * @param present the unit it lies on now, which may change until it is bound; empty for a whole, and once it occupies nothing
 * @param bufferBefore minutes kept free before it
 * @param bufferAfter minutes kept free after it
 * @param quote what it was said to cost; empty where that is not reckoned
 */
public record Booked(
    ResourceId resource,
    Optional<UnitId> chosen,
    Optional<UnitId> present,
    int bufferBefore,
    int bufferAfter,
    Optional<Quote> quote) {

  Booked quoted(Optional<Quote> other) {
    return new Booked(resource, chosen, present, bufferBefore, bufferAfter, other);
  }
}
