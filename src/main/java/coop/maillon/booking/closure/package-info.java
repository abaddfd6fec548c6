/** Closing a site, a resource or a unit for a while, over existing bookings if need be. */
@NullMarked
package coop.maillon.booking.closure;

import org.jspecify.annotations.NullMarked;
