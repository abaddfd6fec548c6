package coop.maillon.booking;

import coop.maillon.resource.ResourceId;
import coop.maillon.resource.UnitId;
import java.util.Optional;

/**
 * One resource of a booking.
 *
 * @param chosen the unit the member insisted on
 * @param present the unit it lies on now, which may change until it is bound; empty for a whole, and once it occupies nothing
 * @param bufferBefore minutes kept free before it
 * @param bufferAfter minutes kept free after it
 */
public record Booked(
    ResourceId resource,
    Optional<UnitId> chosen,
    Optional<UnitId> present,
    int bufferBefore,
    int bufferAfter) {}
