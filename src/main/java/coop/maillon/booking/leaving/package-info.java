/** Leaving the cooperative, as far as bookings go: what is to come is given back. */
@NullMarked
package coop.maillon.booking.leaving;

import org.jspecify.annotations.NullMarked;
