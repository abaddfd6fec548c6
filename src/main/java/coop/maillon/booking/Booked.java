package coop.maillon.booking;

import coop.maillon.resource.ResourceId;
import coop.maillon.resource.UnitId;
import coop.maillon.resource.tariff.Quote;
import java.util.Optional;
import java.util.Set;

/**
 * One resource of a booking.
 *
 * @param chosen the unit the member insisted on
 * @param present the unit it lies on now, which may change until it is bound; empty for a whole, and once it occupies nothing
 * @param bufferBefore minutes kept free before it
 * @param bufferAfter minutes kept free after it
 * @param quote what it was said to cost; empty where that is not reckoned
 * @param anyOf resources of which any would do, this one among them; empty where it is this one that was asked for
 */
public record Booked(
    ResourceId resource,
    Optional<UnitId> chosen,
    Optional<UnitId> present,
    int bufferBefore,
    int bufferAfter,
    Optional<Quote> quote,
    Set<ResourceId> anyOf) {

  public Booked {
    anyOf = Set.copyOf(anyOf);
  }

  /** Of that resource and no other. */
  public Booked(
      ResourceId resource,
      Optional<UnitId> chosen,
      Optional<UnitId> present,
      int bufferBefore,
      int bufferAfter,
      Optional<Quote> quote) {
    this(resource, chosen, present, bufferBefore, bufferAfter, quote, Set.of());
  }

  /** The same, where any of these would do. */
  public Booked orAnyOf(Set<ResourceId> others) {
    return new Booked(resource, chosen, present, bufferBefore, bufferAfter, quote, others);
  }

  Booked quoted(Optional<Quote> other) {
    return new Booked(resource, chosen, present, bufferBefore, bufferAfter, other, anyOf);
  }
}
