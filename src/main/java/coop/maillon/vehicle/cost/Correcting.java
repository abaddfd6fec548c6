package coop.maillon.vehicle.cost;

import coop.maillon.booking.BookingId;
import coop.maillon.member.MemberId;
import coop.maillon.resource.ResourceId;

/**
 * What a coordinator puts right: so much more, or less than zero for less.
 *
 * @param seen how many corrections whoever asks has seen, so that a second click is not a second one
 */
record Correcting(
    BookingId booking, ResourceId resource, long cents, String reason, MemberId actor, int seen) {}
