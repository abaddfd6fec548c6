/** The pages of booking: its form, a booking, one's own bookings, finding a slot, a resource with its week. */
@NullMarked
package coop.maillon.booking.page;

import org.jspecify.annotations.NullMarked;
